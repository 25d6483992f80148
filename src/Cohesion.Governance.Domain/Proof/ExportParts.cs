using System.Runtime.InteropServices;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;

namespace Cohesion.Governance.Domain.Proof;

/// <summary>The file in which a counted vote leaves the server, to be recounted by anybody (docs/recount.md).</summary>
public static class VoteExport
{
    /// <summary>What the file says it is.</summary>
    public const string Format = "cohesion-governance/vote-export";

    /// <summary>Rises with every change to the format; a reader takes the versions it knows and no other.</summary>
    public const int Version = 3;

    /// <summary>Entries of the journal after which the hash of the chain stands, so that pieces of it can be checked side by side.</summary>
    public const int EntriesToALink = 1024;

    /// <summary>The time form of the file: UTC in units of 100 ns, 2026-11-02T01:00:00.0000000Z.</summary>
    internal const string TimeFormat = "yyyy-MM-ddTHH:mm:ss.fffffffZ";
}

/// <summary>The council that voted.</summary>
public sealed record ExportedCouncil(Guid Id, LocalText Name, string TimeZone);

/// <summary>The vote.</summary>
/// <param name="Session">From 1; a second call is a second session of the same rule.</param>
/// <param name="ConfirmedAt">When it was looked at again with the objections of the posting, where it was.</param>
/// <param name="MeetingId">The meeting that sent the question to the vote, where one did.</param>
/// <param name="Duplicates">Which of two ballots of one seat counts that came by different ways.</param>
public sealed record ExportedVote(
    Guid Id, Guid ProposalId, int ProposalNumber, int TextVersion, string Question, int Session, int RegisterVersion,
    DateTimeOffset OpenedAt, DateTimeOffset ClosesAt, DateTimeOffset? SettledAt, DateTimeOffset ClosedAt, DateTimeOffset? ConfirmedAt,
    Guid? MeetingId, DuplicatePolicy Duplicates);

/// <summary>The rule as it stood when the vote was created.</summary>
/// <param name="Sha256">SHA-256 over the text in UTF-8, lower-case hexadecimal.</param>
public sealed record ExportedRule(string Id, string Sha256, string Text);

/// <summary>A column of the roll; its values are whole numbers of 10^-scale units.</summary>
public sealed record ExportedMeasure(string Code, LocalText Name, string Unit, int Scale);

/// <summary>A constituency, in the council's order.</summary>
public sealed record ExportedBloc(string Code, LocalText Name);

/// <summary>A fact stated for the rule.</summary>
public sealed record ExportedFact(string Fact, bool Holds, string Source, DateTimeOffset StatedAt);

/// <summary>A seat of the frozen roll.</summary>
/// <param name="Measures">Values in the order of the measures' codes; a measure the seat has none of is 0.</param>
/// <param name="ExcludedFor">The ground on which it does not vote, as a word of the rule language; null where it does.</param>
public sealed record ExportedSeat(
    Guid Id, string Label, Guid PartyId, LocalText PartyName, string Bloc, IReadOnlyList<long> Measures,
    string? ExcludedFor, string? ExclusionNote, DateTimeOffset? ToldAt, DateTimeOffset? ServedAt, string? ServiceProof);

/// <summary>One session of the rule: this vote, or an earlier call whose ballots its gates read.</summary>
/// <param name="Round">The rule's round it was held under; null for the first.</param>
/// <param name="BallotsRoot">The root published when it was counted; null for one that never was.</param>
/// <param name="Attending">Seats in the room when the meeting sent the question to the vote, ascending.</param>
public sealed record ExportedSession(
    Guid VoteId, int Number, string? Round, BallotChoice? CastingVote, string? BallotsRoot, IReadOnlyList<Guid> Attending, IReadOnlyList<ExportedObjection> Objections);

/// <summary>An objection raised for a seat in the posting.</summary>
/// <param name="Stage">open, upheld, dismissed or withdrawn; one withdrawn before the vote was confirmed does not count.</param>
/// <param name="SettledAt">When it was settled or withdrawn.</param>
public sealed record ExportedObjection(Guid SeatId, DateTimeOffset At, string Stage, DateTimeOffset? SettledAt);

/// <summary>What became of a ballot that came in.</summary>
public enum BallotState
{
    /// <summary>It is counted and has a leaf in the tree.</summary>
    Counts,

    /// <summary>The seat has a later ballot.</summary>
    Replaced,

    /// <summary>The seat was excluded.</summary>
    Excluded,

    /// <summary>It met another ballot of the seat that stands before it by the council's policy on duplicates.</summary>
    SetAside,

    /// <summary>The voice of a co-owner, when the seat's voices differed to the end: the seat has no ballot.</summary>
    Contested,
}

/// <summary>A ballot as it came in.</summary>
/// <param name="ReceiptHash">SHA-256 of the receipt code: lets a voter with his receipt find his ballot, and nobody else prove to be him.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ExportedBallot(
    Guid SeatId, BallotChoice Choice, BallotChannel Channel, DateTimeOffset At, ReadOnlyMemory<byte> ReceiptHash, BallotState State);

/// <summary>What was announced.</summary>
/// <param name="DecisionJson">The decision with every condition and its numbers, as the rule language serialises it.</param>
/// <param name="ChallengeUntil">The last day on which it can be challenged, in the council's time zone; null where the rule names no period.</param>
/// <param name="Ballots">How many ballots count.</param>
public sealed record ExportedResult(
    string Outcome, string? NextSession, string? ConfirmWindow, DateOnly? ChallengeUntil, bool Overturned, string BallotsRoot, long Ballots, string DecisionJson);

/// <summary>The part of the council's journal from the vote's first entry to the end at the time of the export.</summary>
/// <param name="From">Number of the first entry shown.</param>
/// <param name="Previous">The hash before it.</param>
/// <param name="Head">Number of the last entry.</param>
/// <param name="HeadHash">Its hash.</param>
/// <param name="Keys">Public keys of the seals (SubjectPublicKeyInfo).</param>
public sealed record ExportedJournal(
    long From, string Previous, long Head, string HeadHash, IReadOnlyList<byte[]> Keys, IReadOnlyList<Journal.JournalSeal> Seals);
