using System.Collections.Immutable;
using Cohesion.Governance.Workflows.Definitions;

namespace Cohesion.Governance.Workflows.Maps;

/// <summary>Where things stand: as the designer put them, or in columns where somebody wrote the file by hand.</summary>
internal static class MapLayout
{
    private const double Width = 140;
    private const double Height = 50;
    private const double ColumnStep = 200;
    private const double RowStep = 90;

    /// <summary>One box an activity, by index. Boxes from the designer are used when all have one: half a drawing is worse than none.</summary>
    public static ImmutableArray<DesignerBox> Boxes(WorkflowDefinition definition)
    {
        if (definition.Activities.All(node => node.Box is not null))
            return [.. definition.Activities.Select(node => node.Box!)];

        var columns = Columns(definition);
        var rows = new Dictionary<int, int>();
        var boxes = new DesignerBox[definition.Activities.Length];
        foreach (var node in ReadingOrder(definition))
        {
            var column = columns[node.Index];
            var row = rows.GetValueOrDefault(column);
            rows[column] = row + 1;
            boxes[node.Index] = new(column * ColumnStep, row * RowStep, Width, Height);
        }

        return [.. boxes];
    }

    /// <summary>What comes first on the way stands first; of what comes at the same distance, in the order of the file.</summary>
    public static IEnumerable<ActivityNode> ReadingOrder(WorkflowDefinition definition)
    {
        var columns = Columns(definition);
        return definition.Activities.OrderBy(node => columns[node.Index]).ThenBy(node => node.Index);
    }

    /// <summary>The longest way from the start without going round a loop.</summary>
    private static int[] Columns(WorkflowDefinition definition)
    {
        var columns = new int[definition.Activities.Length];
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var connection in definition.Connections.Where(connection => !connection.Backward && columns[connection.Target] <= columns[connection.Source]))
            {
                columns[connection.Target] = columns[connection.Source] + 1;
                changed = true;
            }
        }

        return columns;
    }
}
