using System.ComponentModel;
using Cohesion.Governance.Workflows.Definitions;
using Cohesion.Governance.Workflows.Expressions;
using Elsa.Workflows;
using Elsa.Workflows.Models;
using Elsa.Workflows.UIHints;
using ActivityDescriptor = Elsa.Workflows.Models.ActivityDescriptor;
using InputDescriptor = Elsa.Workflows.Models.InputDescriptor;
using OutputDescriptor = Elsa.Workflows.Models.OutputDescriptor;

namespace Cohesion.Governance.Elsa.Engine;

/// <summary>
/// Offers Elsa every activity of the product, from the catalogue that workflow files are checked against: a new activity needs nothing here.
/// Two of Elsa's own are offered in its place under their own names, since Elsa's do something else: see <see cref="StepPerformer"/>.
/// </summary>
internal sealed class GovernanceActivityProvider(ActivityCatalogue catalogue, IActivityDescriber describer) : IActivityProvider
{
    public static readonly IReadOnlyList<string> Replaced = ["Elsa.Delay", "Elsa.DispatchWorkflow"];

    public async ValueTask<IEnumerable<ActivityDescriptor>> GetDescriptorsAsync(CancellationToken cancellationToken = default)
    {
        var descriptors = new List<ActivityDescriptor>();
        foreach (var described in catalogue.Governance.Concat(Replaced.Select(type => catalogue.Find(type)!)))
        {
            descriptors.Add(await Describe(described, cancellationToken));
        }

        return descriptors;
    }

    /// <summary>Both languages stand beside each other: Elsa Studio shows one name to everybody.</summary>
    public static string Both(Workflows.BilingualText text) => $"{text.En} · {text.Zh}";

    private async Task<ActivityDescriptor> Describe(Workflows.Definitions.ActivityDescriptor described, CancellationToken ct)
    {
        var descriptor = await describer.DescribeActivityAsync(typeof(GovernanceStep), ct);
        var dot = described.Type.LastIndexOf('.');
        descriptor.TypeName = described.Type;
        descriptor.Namespace = described.Type[..dot];
        descriptor.Name = described.Type[(dot + 1)..];
        descriptor.Version = described.Version;
        descriptor.Category = described.Category;
        descriptor.DisplayName = Both(described.DisplayName);
        descriptor.Description = described.Description is { } text ? Both(text) : Both(described.DisplayName);
        descriptor.IsBrowsable = true;
        descriptor.Ports = [.. described.Outcomes.Select(outcome => new Port { Name = outcome.Name, DisplayName = Both(outcome.DisplayName), Type = PortType.Flow, IsBrowsable = true })];
        descriptor.Inputs.Clear();
        foreach (var input in described.Inputs)
        {
            descriptor.Inputs.Add(Describe(input));
        }

        descriptor.Outputs.Clear();
        foreach (var output in described.Outputs)
        {
            descriptor.Outputs.Add(new OutputDescriptor
            {
                Name = output.Name,
                DisplayName = Both(output.DisplayName),
                Type = typeof(object),
                IsSynthetic = true,
                ValueGetter = activity => activity.SyntheticProperties.TryGetValue(output.Name, out var value) ? value : null,
                ValueSetter = (activity, value) => activity.SyntheticProperties[output.Name] = value!,
            });
        }

        descriptor.Constructor = context =>
        {
            var made = context.CreateActivity<GovernanceStep>();
            made.Activity.Type = described.Type;
            made.Activity.Version = described.Version;
            return made;
        };
        return descriptor;
    }

    private static InputDescriptor Describe(Workflows.Definitions.InputDescriptor input) => new()
    {
        Name = input.Name,
        DisplayName = Both(input.DisplayName),
        Description = input.Required ? "Required · 必填" : null,
        Type = typeof(object),
        IsWrapped = true,
        IsSynthetic = true,
        // Evaluated once, when the activity is reached; Elsa would do it again at each resumption.
        AutoEvaluate = false,
        UIHint = input.Type == WorkflowType.Map ? InputUIHints.MultiLine : InputUIHints.SingleLine,
        DefaultSyntax = "Literal",
        ValueGetter = activity => activity.SyntheticProperties.TryGetValue(input.Name, out var value) ? value : null,
        ValueSetter = (activity, value) => activity.SyntheticProperties[input.Name] = value!,
    };
}
