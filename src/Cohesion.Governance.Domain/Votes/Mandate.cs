using Cohesion.Governance.Domain.Rules;

namespace Cohesion.Governance.Domain.Votes;

/// <summary>That somebody may cast a seat's ballot (委托).</summary>
public sealed class Mandate : IVersioned
{
    public required Guid Id { get; init; }
    public required Guid CouncilId { get; init; }

    /// <summary>The seat spoken for.</summary>
    public required Guid SeatId { get; init; }

    /// <summary>Who may cast its ballot.</summary>
    public required Guid HolderPersonId { get; init; }

    /// <summary>Who acts for the seat and gave it; null where the secretary recorded a paper that all who act for the seat signed.</summary>
    public Guid? GivenByPersonId { get; init; }

    /// <summary>Who entered it: the giver, or the secretary from paper.</summary>
    public required Guid RecordedByPersonId { get; init; }
    public required DateTimeOffset GivenAt { get; init; }
    public required MandateScope Scope { get; init; }

    /// <summary>The vote, where it is for one.</summary>
    public Guid? VoteId { get; init; }

    /// <summary>The meeting, where it is for one: every vote that the meeting sends out.</summary>
    public Guid? MeetingId { get; init; }

    /// <summary>Up to, but not at, this moment, where it is until a date.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>SHA-256 of the written mandate, 64 hexadecimal digits; null where there is none.</summary>
    public string? DocumentHash { get; init; }

    /// <summary>When a ballot was last cast under it.</summary>
    public DateTimeOffset? UsedAt { get; set; }
    public DateTimeOffset? RevokedAt { get; set; }

    /// <summary>Who took it back; the giver himself by voting, too.</summary>
    public Guid? RevokedByPersonId { get; set; }
    public int Version { get; set; }

    /// <summary>Whether it speaks of this vote, standing or not.</summary>
    public bool Covers(Guid voteId, Guid? meetingId) => Scope switch
    {
        MandateScope.Vote => VoteId == voteId,
        MandateScope.Meeting => meetingId is not null && MeetingId == meetingId,
        MandateScope.Until => true,
        _ => throw new ArgumentOutOfRangeException(nameof(voteId), Scope, "A scope nobody knows"),
    };

    /// <summary>Why it does not serve at this moment; null where it does.</summary>
    /// <param name="now">The moment at which the ballot is cast.</param>
    /// <param name="limits">What the rule of the vote says of proxies.</param>
    public Refusal? RefusalAt(DateTimeOffset now, ProxyLimits? limits)
    {
        if (RevokedAt is not null)
        {
            return new MandateRevoked();
        }

        if (now >= Until || (limits?.Longest is { } longest && now >= longest.After(GivenAt)))
        {
            return new MandateExpired();
        }

        if (limits is { Allowed: false })
        {
            return new ProxyNotAllowed();
        }

        return limits is { Written: true } && DocumentHash is null ? new MandateMustBeWritten() : null;
    }

    /// <summary>It is taken back. One for a single vote that was used stays: its ballot was cast.</summary>
    public Outcome<Done> Revoke(Guid person, DateTimeOffset now)
    {
        if (RevokedAt is not null)
        {
            return default(Done);
        }

        if (Scope == MandateScope.Vote && UsedAt is not null)
        {
            return new MandateUsed();
        }

        (RevokedAt, RevokedByPersonId) = (now, person);
        return default(Done);
    }

    /// <summary>Whether two mandates of the same giver could both speak in one vote.</summary>
    /// <param name="other">The other.</param>
    /// <param name="meetingOfVote">The meeting that sent out the vote of whichever of the two is for one.</param>
    public bool Overlaps(Mandate other, Guid? meetingOfVote) => (Scope, other.Scope) switch
    {
        (MandateScope.Until, _) or (_, MandateScope.Until) => true,
        (MandateScope.Vote, MandateScope.Vote) => VoteId == other.VoteId,
        (MandateScope.Meeting, MandateScope.Meeting) => MeetingId == other.MeetingId,
        _ => meetingOfVote is not null && (MeetingId ?? other.MeetingId) == meetingOfVote,
    };
}

/// <summary>What a mandate is for.</summary>
public enum MandateScope
{
    /// <summary>One vote.</summary>
    Vote,

    /// <summary>Every vote that one meeting sends out.</summary>
    Meeting,

    /// <summary>Every vote until a date.</summary>
    Until,
}
