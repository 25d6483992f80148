using System.Collections.Immutable;
using System.Text.Json;
using Cohesion.Governance.Workflows.Definitions;

namespace Cohesion.Governance.Workflows.Maps;

/// <summary>What became of a step between two versions.</summary>
public enum StepChangeKind
{
    Added,
    Gone,
    Changed,
}

/// <param name="ActivityId">The activity.</param>
/// <param name="Kind">What became of it.</param>
/// <param name="Name">What people call it, by the later version that has it.</param>
/// <param name="What">For a changed one: names of its inputs that differ, and of <c>type</c>, <c>name</c> and <c>ways</c> where those do.</param>
public sealed record StepChange(string ActivityId, StepChangeKind Kind, BilingualText Name, ImmutableArray<string> What);

/// <param name="Variable">The variable.</param>
/// <param name="Before">Its value at the start; null where the earlier version has none of that name.</param>
/// <param name="After">The same for the later version.</param>
public sealed record VariableChange(string Variable, string? Before, string? After);

/// <summary>What differs between two versions of a definition, for people: steps come, go and change; where the designer put them is no difference. Immutable.</summary>
public sealed record WorkflowComparison(ImmutableArray<StepChange> Steps, ImmutableArray<VariableChange> Variables)
{
    // Where an activity is drawn and what it is called are not what it does; its name is compared by itself.
    private static readonly HashSet<string> s_notInputs = new(StringComparer.Ordinal) { "id", "type", "name", "version", "metadata", "customProperties", "nodeId" };

    public static WorkflowComparison Of(WorkflowDefinition before, WorkflowDefinition after)
    {
        var (was, now) = (Inputs(before), Inputs(after));
        var steps = ImmutableArray.CreateBuilder<StepChange>();
        foreach (var node in after.Activities)
        {
            if (before.Find(node.Id) is not { } old)
                steps.Add(new(node.Id, StepChangeKind.Added, node.DisplayName, []));
            else if (Differences(before, old, was[node.Id], after, node, now[node.Id]) is { IsEmpty: false } what)
                steps.Add(new(node.Id, StepChangeKind.Changed, node.DisplayName, what));
        }

        steps.AddRange(before.Activities.Where(old => after.Find(old.Id) is null).Select(old => new StepChange(old.Id, StepChangeKind.Gone, old.DisplayName, [])));
        return new(steps.ToImmutable(), Variable(before, after));
    }

    private static ImmutableArray<string> Differences(
        WorkflowDefinition before, ActivityNode old, Dictionary<string, string> was, WorkflowDefinition after, ActivityNode node, Dictionary<string, string> now)
    {
        var what = was.Keys.Union(now.Keys, StringComparer.Ordinal)
            .Where(input => !string.Equals(was.GetValueOrDefault(input), now.GetValueOrDefault(input), StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).ToList();
        if (!string.Equals(old.Descriptor.Type, node.Descriptor.Type, StringComparison.Ordinal))
            what.Insert(0, "type");
        if (old.DisplayName != node.DisplayName)
            what.Insert(0, "name");
        if (!Ways(before, old).SetEquals(Ways(after, node)))
            what.Add("ways");
        return [.. what];
    }

    private static HashSet<(string Port, string Target)> Ways(WorkflowDefinition definition, ActivityNode node) =>
        [.. node.Outbound.Select(way => (way.Port, definition.Activities[way.Target].Id))];

    private static ImmutableArray<VariableChange> Variable(WorkflowDefinition before, WorkflowDefinition after)
    {
        static Dictionary<string, string> Values(WorkflowDefinition definition) =>
            definition.Variables.ToDictionary(v => v.Name, v => v.Initial.AsText() ?? v.Initial.ToString(), StringComparer.Ordinal);
        var (was, now) = (Values(before), Values(after));
        return [.. was.Keys.Union(now.Keys, StringComparer.Ordinal)
            .Select(name => new VariableChange(name, was.GetValueOrDefault(name), now.GetValueOrDefault(name)))
            .Where(change => !string.Equals(change.Before, change.After, StringComparison.Ordinal))];
    }

    // The text was read once without a problem, so everything is where the reader found it.
    private static Dictionary<string, Dictionary<string, string>> Inputs(WorkflowDefinition definition)
    {
        using var file = JsonDocument.Parse(definition.Source, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        return file.RootElement.GetProperty("root").GetProperty("activities").EnumerateArray().ToDictionary(
            activity => activity.GetProperty("id").GetString()!,
            activity => activity.EnumerateObject().Where(p => !s_notInputs.Contains(p.Name))
                .ToDictionary(p => p.Name, p => JsonSerializer.Serialize(p.Value), StringComparer.Ordinal),
            StringComparer.Ordinal);
    }
}
