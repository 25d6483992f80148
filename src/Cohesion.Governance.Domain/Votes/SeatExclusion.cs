namespace Cohesion.Governance.Domain.Votes;

/// <summary>That a seat was taken out of a vote: who decided it, why, what its representative said to that, and what became of it.</summary>
public sealed class SeatExclusion : IVersioned
{
    public required Guid Id { get; init; }
    public required Guid VoteId { get; init; }
    public required Guid SeatId { get; init; }

    /// <summary>A word of the rule language.</summary>
    public required string Ground { get; init; }

    /// <summary>Why the ground applies to this seat.</summary>
    public required string Reason { get; init; }
    public required Guid DecidedByPersonId { get; init; }
    public required DateTimeOffset DecidedAt { get; init; }

    /// <summary>What the seat's representative holds against it.</summary>
    public string? Objection { get; set; }
    public Guid? ObjectedByPersonId { get; set; }
    public DateTimeOffset? ObjectedAt { get; set; }

    /// <summary>Whether the objection was upheld; null while nobody has decided.</summary>
    public bool? Upheld { get; set; }
    public string? Finding { get; set; }
    public Guid? ObjectionDecidedByPersonId { get; set; }
    public DateTimeOffset? ObjectionDecidedAt { get; set; }

    /// <summary>When the seat was readmitted; null while it is excluded.</summary>
    public DateTimeOffset? EndedAt { get; set; }
    public Guid? EndedByPersonId { get; set; }
    public int Version { get; set; }

    /// <summary>The seat's representative objects; once, and the same words again are the same objection.</summary>
    public Outcome<Done> RaiseObjection(Guid person, string words, DateTimeOffset now)
    {
        if (Objection is not null)
        {
            return Objection == words && ObjectedByPersonId == person ? default(Done) : new ExclusionObjectedTo();
        }

        (Objection, ObjectedByPersonId, ObjectedAt) = (words, person, now);
        return default(Done);
    }

    /// <summary>Somebody other than who excluded the seat decides on its objection.</summary>
    public Outcome<Done> DecideObjection(Guid person, bool upheld, string finding, DateTimeOffset now)
    {
        if (Objection is null)
        {
            return new NoExclusionObjection();
        }

        if (Upheld is not null)
        {
            return new ExclusionObjectionDecided();
        }

        if (person == DecidedByPersonId)
        {
            return new ExcluderDoesNotDecide();
        }

        (Upheld, Finding, ObjectionDecidedByPersonId, ObjectionDecidedAt) = (upheld, finding, person, now);
        if (upheld)
        {
            End(person, now);
        }

        return default(Done);
    }

    /// <summary>The seat takes part again.</summary>
    public void End(Guid person, DateTimeOffset now) => (EndedAt, EndedByPersonId) = (now, person);
}
