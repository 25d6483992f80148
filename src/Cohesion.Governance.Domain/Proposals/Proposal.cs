namespace Cohesion.Governance.Domain.Proposals;

/// <summary>A versioned text the council decides on (议题), with one or several items that become resolutions together.</summary>
public sealed partial class Proposal : IVersioned
{
    public required Guid Id { get; init; }
    public required Guid CouncilId { get; init; }
    public required int Number { get; init; }

    /// <summary>Title of the current version.</summary>
    public required string Title { get; set; }
    public required Guid RaisedByPersonId { get; init; }
    public required DateTimeOffset RaisedAt { get; init; }
    public ProposalStage Stage { get; set; }

    /// <summary>When it came to the present stage.</summary>
    public required DateTimeOffset StageSince { get; set; }

    /// <summary>When the present stage ends by itself, where it does.</summary>
    public DateTimeOffset? StageUntil { get; set; }

    /// <summary>Number of the current text version, from 1.</summary>
    public int TextVersion { get; set; }

    /// <summary>The rule pack that will decide.</summary>
    public required string RulePack { get; set; }

    /// <summary>The reason last given for returning, merging, rejecting or closing it.</summary>
    public string? Reason { get; set; }

    /// <summary>The proposal it was merged into.</summary>
    public Guid? MergedIntoId { get; set; }
    public int Version { get; set; }

    /// <summary>How long after its beginning a meeting may still sit: only then is what stands on its agenda late.</summary>
    public static readonly TimeSpan MeetingSits = TimeSpan.FromDays(1);

    /// <summary>Comes to a stage, until a time where the stage ends by itself.</summary>
    public void Enter(ProposalStage stage, DateTimeOffset now, DateTimeOffset? until = null) =>
        (Stage, StageSince, StageUntil) = (stage, now, until);
}

/// <summary>Where a proposal stands; the order is that of the usual course.</summary>
public enum ProposalStage
{
    Raised,
    Returned,
    Consultation,
    AwaitingAgenda,
    OnAgenda,
    Rework,
    Voting,
    Rejected,
    Posting,
    Mediation,
    Resolved,
    Acting,
    Appraisal,

    /// <summary>Adopted, its actions kept, appraised.</summary>
    Closed,

    /// <summary>Merged into another.</summary>
    Merged,

    /// <summary>Withdrawn by whoever raised it.</summary>
    Withdrawn,

    /// <summary>Ended without adoption: rejected for good, no quorum, lapsed.</summary>
    Failed,
}

/// <summary>The text of a proposal at one time; earlier ones stay.</summary>
public sealed class ProposalText
{
    public required Guid ProposalId { get; init; }
    public required int Number { get; init; }
    public required string Title { get; init; }
    public required string Text { get; init; }
    public required Guid ByPersonId { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>What changed against the version before, in the author's words.</summary>
    public string? ChangeNote { get; init; }

    /// <summary>Cost in hundredths of <see cref="Currency"/>; null where it costs nothing.</summary>
    public long? CostCents { get; init; }
    public string? Currency { get; init; }
}

/// <summary>One thing a proposal would have done; on adoption it becomes a resolution of its own.</summary>
public sealed class ProposalItem
{
    public required Guid Id { get; init; }
    public required Guid ProposalId { get; init; }
    public required int TextVersion { get; init; }
    public required int Position { get; init; }
    public required string Title { get; init; }

    /// <summary>The binding text the resolution will have.</summary>
    public required string Text { get; init; }
}

/// <summary>Who bears what part of a proposal's cost.</summary>
public sealed class CostShare
{
    public required Guid ProposalId { get; init; }
    public required int TextVersion { get; init; }
    public required string BlocCode { get; init; }

    /// <summary>Part of the whole in hundredths of a percent: 6000 is 60 %. The shares of a version add up to 10000.</summary>
    public required int BasisPoints { get; init; }

    /// <summary>How the bloc divides it among its seats, in words or a measure's code.</summary>
    public required string Basis { get; init; }
}

/// <summary>A document a proposal refers to, by where it is and what it hashes to.</summary>
public sealed class ProposalAttachment
{
    public required Guid Id { get; init; }
    public required Guid ProposalId { get; init; }
    public required string Name { get; init; }
    public required string Uri { get; init; }

    /// <summary>SHA-256 of the content, lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }
    public required Guid ByPersonId { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>Something said about a proposal in consultation.</summary>
public sealed class ProposalComment
{
    public required Guid Id { get; init; }
    public required Guid ProposalId { get; init; }
    public required int TextVersion { get; init; }
    public required Guid ByPersonId { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string Text { get; init; }
}

/// <summary>What a bloc says of a version in consultation; not a vote.</summary>
public sealed class BlocPosition
{
    public required Guid ProposalId { get; init; }
    public required int TextVersion { get; init; }
    public required string BlocCode { get; init; }
    public required PositionTaken Position { get; set; }
    public required string Note { get; set; }
    public required Guid ByPersonId { get; set; }
    public required DateTimeOffset At { get; set; }
}

public enum PositionTaken
{
    Supports,
    SupportsWithConditions,
    Opposes,
}

/// <summary>How one of those who asked rates what was done.</summary>
public sealed class Appraisal
{
    public required Guid ProposalId { get; init; }
    public required Guid PersonId { get; init; }

    /// <summary>1 (not at all satisfied) to 5 (fully).</summary>
    public required int Rating { get; set; }
    public required string Comment { get; set; }
    public required DateTimeOffset At { get; set; }
}
