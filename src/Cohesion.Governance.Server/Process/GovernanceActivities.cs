using System.Reflection;
using Cohesion.Governance.Server.Process.Activities;
using Cohesion.Governance.Workflows;
using Cohesion.Governance.Workflows.Definitions;
using Cohesion.Governance.Workflows.Expressions;

namespace Cohesion.Governance.Server.Process;

/// <summary>Every governance activity the server has, as the engine must know it. A new one needs its class and nothing here.</summary>
internal sealed class GovernanceActivities
{
    private readonly Dictionary<string, Type> types;

    public GovernanceActivities()
    {
        types = typeof(GovernanceActivities).Assembly.GetTypes()
            .Where(t => !t.IsAbstract && typeof(GovernanceActivity).IsAssignableFrom(t))
            .ToDictionary(t => Declared(t).Type, StringComparer.Ordinal);
        Catalogue = new ActivityCatalogue(types.OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => Describe(t.Value)));
    }

    /// <summary>What workflow files are checked against.</summary>
    public ActivityCatalogue Catalogue { get; }

    public GovernanceActivity Create(string type, IServiceProvider services) =>
        (GovernanceActivity)ActivatorUtilities.CreateInstance(services, types[type]);

    private static ActivityAttribute Declared(Type type) => type.GetCustomAttribute<ActivityAttribute>()
        ?? throw new InvalidOperationException($"{type.Name} has no [Activity] attribute.");

    private static ActivityDescriptor Describe(Type type)
    {
        var declared = Declared(type);
        var outcomes = type.GetCustomAttributes<OutcomeAttribute>().Select(o => new OutcomeDescriptor(o.Name, new(o.En, o.Zh), o.IsEnd)).ToList();
        var descriptor = new ActivityDescriptor(declared.Type, new BilingualText(declared.En, declared.Zh), declared.Category)
        {
            Waits = declared.Waits,
            Inputs = [.. type.GetCustomAttributes<InputAttribute>().Select(i => new InputDescriptor(i.Name, WorkflowType.Any, new(i.En, i.Zh), i.Required))],
            Outputs = [.. type.GetCustomAttributes<OutputAttribute>().Select(o => new OutputDescriptor(o.Name, WorkflowType.Any, new(o.En, o.Zh)))],
        };
        return outcomes.Count == 0 ? descriptor : descriptor with { Outcomes = outcomes };
    }
}
