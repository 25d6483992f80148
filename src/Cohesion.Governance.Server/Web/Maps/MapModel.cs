namespace Cohesion.Governance.Server.Web.Maps;

/// <summary>A process as it is drawn: its steps where the designer put them, and how far it has come. All texts in the reader's language.</summary>
public sealed record MapModel(IReadOnlyList<MapNode> Nodes, IReadOnlyList<MapEdge> Edges)
{
    /// <summary>The same with one way between any two steps: several outcomes that lead to the same step are one way with all their names.</summary>
    public MapModel Joined() => this with { Edges = [.. Edges.GroupBy(e => (e.From, e.To)).Select(Join)] };

    private static MapEdge Join(IGrouping<(string From, string To), MapEdge> ways)
    {
        var labels = ways.Select(w => w.Label).OfType<string>().ToList();
        return new MapEdge(ways.Key.From, ways.Key.To, labels.Count == 0 ? null : string.Join(" / ", labels), ways.Any(w => w.Taken));
    }
}

/// <summary>A step.</summary>
/// <param name="X">Left edge as the designer placed it, in its pixels.</param>
/// <param name="Y">Upper edge.</param>
/// <param name="When">When it was, or will be about.</param>
public sealed record MapNode(string Id, string Label, double X, double Y, MapState State, string? When = null);

/// <summary>A way from one step to another.</summary>
/// <param name="Label">The outcome that leads this way; null where there is no other.</param>
/// <param name="Taken">Whether the process went this way.</param>
public sealed record MapEdge(string From, string To, string? Label = null, bool Taken = false);

/// <summary>How far a step is.</summary>
public enum MapState
{
    ToCome,
    Done,
    Here,

    /// <summary>No process is shown: the step alone.</summary>
    Plain,

    /// <summary>Not in the version it is compared with.</summary>
    Added,

    /// <summary>Otherwise than in the version it is compared with.</summary>
    Changed,

    /// <summary>No longer in the version it is compared with.</summary>
    Gone,
}
