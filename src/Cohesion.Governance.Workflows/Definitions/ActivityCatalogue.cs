using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Cohesion.Governance.Workflows.Definitions;

/// <summary>Every activity type a definition may use: Elsa's own that both engines run, and the host's. Immutable.</summary>
public sealed class ActivityCatalogue
{
    private readonly FrozenDictionary<string, ActivityDescriptor> byType;

    /// <param name="governance">The host's activities.</param>
    /// <exception cref="ArgumentException">A descriptor repeats a type, an input, an output or an outcome, or uses a name that means
    /// something else in every activity's JSON.</exception>
    public ActivityCatalogue(IEnumerable<ActivityDescriptor> governance)
    {
        Governance = [.. governance];
        foreach (var descriptor in Governance)
            Check(descriptor);
        All = [.. ElsaActivities.All, .. Governance];
        if (All.GroupBy(descriptor => descriptor.Type, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new ArgumentException($"The activity type {twice.Key} is described twice.", nameof(governance));
        byType = All.ToFrozenDictionary(descriptor => descriptor.Type, StringComparer.Ordinal);
    }

    /// <summary>Elsa's own activities alone.</summary>
    public static ActivityCatalogue Elsa { get; } = new([]);

    public ImmutableArray<ActivityDescriptor> All { get; }

    /// <summary>The host's activities: those that the runner asks the host to perform.</summary>
    public ImmutableArray<ActivityDescriptor> Governance { get; }

    public ActivityDescriptor? Find(string type) => byType.GetValueOrDefault(type);

    private static void Check(ActivityDescriptor descriptor)
    {
        string[] properties = [.. descriptor.Inputs.Select(input => input.Name), .. descriptor.Outputs.Select(output => output.Name)];
        foreach (var name in properties)
        {
            if (name.Length == 0 || char.IsUpper(name[0]) || ElsaActivities.CommonProperties.Contains(name))
                throw new ArgumentException($"{descriptor.Type}: the input or output name '{name}' must be camelCase and none of Elsa's own properties.", nameof(descriptor));
        }

        if (properties.Distinct(StringComparer.Ordinal).Count() != properties.Length)
            throw new ArgumentException($"{descriptor.Type}: an input or output is named twice.", nameof(descriptor));
        if (descriptor.Outcomes.Count == 0 || descriptor.Outcomes.DistinctBy(outcome => outcome.Name, StringComparer.Ordinal).Count() != descriptor.Outcomes.Count)
            throw new ArgumentException($"{descriptor.Type}: an activity needs outcomes, each named once.", nameof(descriptor));
    }
}
