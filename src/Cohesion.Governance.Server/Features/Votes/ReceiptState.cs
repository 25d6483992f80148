namespace Cohesion.Governance.Server.Features.Votes;

/// <summary>Whether a ballot counts.</summary>
internal enum ReceiptState
{
    /// <summary>It is the seat's valid ballot.</summary>
    Counts,

    /// <summary>The seat has a later ballot, which counts instead.</summary>
    Replaced,

    /// <summary>It was kept and never counted, by the council's policy on duplicates or because it came after an irrevocable one.</summary>
    SetAside,

    /// <summary>It is the voice of a co-owner with which another's differs.</summary>
    Contested,

    /// <summary>It is kept, but the seat was excluded from the vote.</summary>
    SeatExcluded,

    /// <summary>It is kept, but the vote was cancelled.</summary>
    VoteCancelled,
}
