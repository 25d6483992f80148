using System.Globalization;
using System.Text;

namespace Cohesion.Governance.Workflows.Maps;

/// <summary>A map as text, for a terminal and for reviewing a change to a definition.</summary>
public static class MapText
{
    /// <summary>
    /// One activity a block, in reading order, with its outcomes and where they lead: → onward, ↺ back, ∎ an end. With a process on it,
    /// ✓ done, ▶ here, ✗ faulted, – cancelled, and how often.
    /// </summary>
    /// <param name="map">The map.</param>
    /// <param name="cultureName">Chinese names for "zh…", English otherwise.</param>
    public static string Render(WorkflowMap map, string cultureName = "en")
    {
        var text = new StringBuilder();
        var width = map.Nodes.Max(node => node.Id.Length);
        foreach (var node in map.Nodes)
        {
            text.Append("  ").Append(Mark(node.State)).Append(' ').Append(node.Id.PadRight(width)).Append("  ").Append(node.DisplayName.For(cultureName))
                .Append(" (").Append(node.Type).Append(')');
            if (node.Visit is { Times: > 1 } visit)
                text.Append(CultureInfo.InvariantCulture, $" ×{visit.Times}");
            if (node.DueAt is { } due)
                text.Append(CultureInfo.InvariantCulture, $" ⏲ {due:yyyy-MM-dd HH:mm}Z");
            if (node.Shape == MapShape.End)
                text.Append(" ∎");
            text.Append('\n');
            foreach (var edge in map.Edges.Where(edge => string.Equals(edge.From, node.Id, StringComparison.Ordinal)))
            {
                text.Append(' ', width + 6).Append(edge.Backward ? '↺' : '→').Append(' ').Append(edge.To);
                if (edge.Label is { } label)
                    text.Append("  [").Append(label.For(cultureName)).Append(']');
                text.Append('\n');
            }
        }

        return text.ToString();
    }

    private static char Mark(MapState state) => state switch
    {
        MapState.Done => '✓',
        MapState.Here => '▶',
        MapState.Faulted => '✗',
        MapState.Cancelled => '–',
        _ => ' ',
    };
}
