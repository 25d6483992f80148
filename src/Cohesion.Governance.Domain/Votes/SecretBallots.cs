using Cohesion.Governance.Domain.Rules;

namespace Cohesion.Governance.Domain.Votes;

/// <summary>That a seat has voted in a secret vote (无记名表决). While ballots are open its choice stands here sealed; the count takes it away.</summary>
public sealed class SecretMark
{
    public required Guid VoteId { get; init; }
    public required Guid SeatId { get; init; }
    public required BallotChannel Channel { get; set; }
    public required Guid CastByPersonId { get; set; }

    /// <summary>When the ballot that stands was cast; of an envelope, when the voter gave it.</summary>
    public required DateTimeOffset CastAt { get; set; }

    /// <summary>Choice and receipt code under the vote's key (<see cref="SecretVoteKey"/>), Base64; null once the vote is counted or called off, and always where an
    /// envelope stands, in which the choice lies on paper.</summary>
    public string? Sealed { get; set; }

    /// <summary>Whether the seat's ballot came in an envelope: it has no receipt, and what it says is told by the opening of the inner envelopes.</summary>
    public bool IsEnvelope => BallotIntake.IsSigned(Channel);
}

/// <summary>A ballot of a counted secret vote: what was said, by nobody in particular. It has no seat, person, time or receipt.</summary>
public sealed class SecretBallot
{
    /// <summary>Random (RFC 9562 version 4), so that neither ids nor the order of rows say anything of the order of casting.</summary>
    public required Guid Id { get; init; }
    public required Guid VoteId { get; init; }

    /// <summary>The class of seats that it came from, as <see cref="SecrecyClasses.ClassOf"/> names it: all that the rule can tell apart.</summary>
    public required string Class { get; init; }
    public required BallotChoice Choice { get; init; }
}

/// <summary>The commitment to a receipt code given out in a counted secret vote: SHA-256 of the code. It belongs to no seat and to no ballot.</summary>
public sealed class SecretReceipt
{
    public required Guid VoteId { get; init; }

    /// <summary>64 hexadecimal digits in small letters.</summary>
    public required string Commitment { get; init; }
}
