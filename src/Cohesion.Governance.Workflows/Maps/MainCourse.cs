using System.Collections.Immutable;
using Cohesion.Governance.Workflows.Definitions;
using Cohesion.Governance.Workflows.Expressions;

namespace Cohesion.Governance.Workflows.Maps;

/// <summary>A step on the main course.</summary>
/// <param name="ActivityId">The activity.</param>
/// <param name="Type">Its type.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Takes">How long it lasts by its <c>window</c> (or a delay's <c>timeSpan</c>); null where it has none or a script works it out.</param>
public sealed record MainStep(string ActivityId, string Type, BilingualText Name, Duration? Takes);

/// <summary>The way a process takes when all goes well: at each activity the first of its outcomes, which is the one its author hopes for.</summary>
public static class MainCourse
{
    private static readonly string[] Lengths = ["window", "timeSpan"];

    /// <summary>The steps in order, up to an end or to where it would go round a loop.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="start">The activity to begin with; null: the first.</param>
    /// <param name="values">Values of variables in place of the definition's own.</param>
    public static ImmutableArray<MainStep> Of(WorkflowDefinition definition, string? start, IReadOnlyDictionary<string, string> values)
    {
        var steps = ImmutableArray.CreateBuilder<MainStep>();
        var been = new HashSet<int>();
        var node = start is null ? definition.Start : definition.Find(start);
        while (node is not null && been.Add(node.Index))
        {
            steps.Add(new(node.Id, node.Descriptor.Type, node.DisplayName, LengthOf(definition, node, values)));
            node = After(definition, node);
        }

        return steps.ToImmutable();
    }

    private static ActivityNode? After(WorkflowDefinition definition, ActivityNode node)
    {
        var connection = node.Outcomes
            .Select(outcome => node.Outbound.FirstOrDefault(c => string.Equals(c.Port, outcome.Name, StringComparison.Ordinal)))
            .FirstOrDefault(c => c is not null);
        return connection is null ? null : definition.Activities[connection.Target];
    }

    private static Duration? LengthOf(WorkflowDefinition definition, ActivityNode node, IReadOnlyDictionary<string, string> values) =>
        Lengths.Select(node.Input).FirstOrDefault(input => input is not null) switch
        {
            LiteralExpression literal => literal.Value.AsDuration(),
            VariableExpression variable when definition.Variables[variable.Index] is { } declared =>
                values.TryGetValue(declared.Name, out var own) && Duration.TryParse(own, out var set) ? set : declared.Initial.AsDuration(),
            _ => null,
        };
}
