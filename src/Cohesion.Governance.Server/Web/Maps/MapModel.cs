namespace Cohesion.Governance.Server.Web.Maps;

/// <summary>A process as it is drawn: its steps where the designer put them, and how far it has come. All texts in the reader's language.</summary>
public sealed record MapModel(IReadOnlyList<MapNode> Nodes, IReadOnlyList<MapEdge> Edges);

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
}
