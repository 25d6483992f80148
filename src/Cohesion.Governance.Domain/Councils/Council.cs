namespace Cohesion.Governance.Domain.Councils;

/// <summary>A street (街道): the party committee of which convenes the councils of its buildings.</summary>
public sealed class Street
{
    public required Guid Id { get; init; }
    public required LocalText Name { get; init; }
}

/// <summary>A building in a street.</summary>
public sealed class Building
{
    public required Guid Id { get; init; }
    public required Guid StreetId { get; init; }
    public required LocalText Name { get; init; }
    public required string Address { get; init; }
}

/// <summary>The body of one building, or of an alliance of several (议事会).</summary>
public sealed class Council : IVersioned
{
    public required Guid Id { get; init; }
    public required Guid StreetId { get; init; }
    public required LocalText Name { get; init; }

    /// <summary>IANA time zone in which days begin and end here.</summary>
    public required string TimeZone { get; init; }

    /// <summary>Lawful notice of a meeting in whole days; the rule pack of an agenda item may ask for more.</summary>
    public required int NoticeDays { get; set; }

    /// <summary>Rule pack that decides where a proposal names none.</summary>
    public required string DefaultRulePack { get; set; }

    /// <summary>Rule pack whose first-round quorum a meeting must reach to begin; null: any attendance will do.</summary>
    public string? MeetingQuorumPack { get; set; }

    /// <summary>Whether a vote may close as soon as its outcome can no longer change.</summary>
    public required bool EarlyDecision { get; set; }

    /// <summary>Which of two ballots of one seat counts.</summary>
    public Votes.DuplicatePolicy DuplicatePolicy { get; set; }

    /// <summary>Whether anybody may read on a public page what the council adopted and how it is kept.</summary>
    public bool PublicPage { get; set; }

    /// <summary>Number of the register version in force; 0 before the first.</summary>
    public int RegisterVersion { get; set; }

    /// <summary>The last number given to a proposal, meeting … of this council.</summary>
    public int LastProposalNumber { get; set; }
    public int LastMeetingNumber { get; set; }
    public int LastResolutionNumber { get; set; }
    public int LastFollowUpNumber { get; set; }
    public int LastNeedNumber { get; set; }
    public int Version { get; set; }
}

/// <summary>That a building belongs to a council; an alliance has several.</summary>
public sealed class CouncilBuilding
{
    public required Guid CouncilId { get; init; }
    public required Guid BuildingId { get; init; }
}

/// <summary>A constituency of a council whose consent may be required (界别).</summary>
public sealed class Bloc
{
    public required Guid Id { get; init; }
    public required Guid CouncilId { get; init; }

    /// <summary>The word rules use for it: <c>property</c>, <c>tenants</c>, <c>street</c> …</summary>
    public required string Code { get; init; }
    public required LocalText Name { get; init; }

    /// <summary>Order in which pages show it.</summary>
    public required int Position { get; init; }
}

/// <summary>A column of the register: what a seat weighs (heads, area, share …).</summary>
public sealed class Measure
{
    public required Guid CouncilId { get; init; }

    /// <summary>The word rules use for it: <c>heads</c>, <c>area</c> …</summary>
    public required string Code { get; init; }
    public required LocalText Name { get; init; }

    /// <summary>Unit as shown after a number (m², ‰); empty for plain counts.</summary>
    public required string Unit { get; init; }

    /// <summary>Decimal places stored: a value is a whole number of 10^-Scale units, so that sums are exact.</summary>
    public required int Scale { get; init; }

    /// <summary>A stored value as people write it: 48200 hundredths are 482.00.</summary>
    public decimal Value(long units) => new decimal(units) / PowerOfTen;

    /// <summary>A number as it is stored; null where it has more decimal places than the measure, or is out of range.</summary>
    public long? Units(decimal value)
    {
        if (Math.Abs(value) > long.MaxValue / PowerOfTen)
        {
            return null;
        }

        var units = value * PowerOfTen;
        return units == decimal.Truncate(units) ? (long)units : null;
    }

    private long PowerOfTen => Enumerable.Repeat(10L, Scale).Aggregate(1L, (product, ten) => product * ten);
}

/// <summary>A duration or other variable of a workflow that this council has set for itself.</summary>
public sealed class WorkflowOverride
{
    public required Guid CouncilId { get; init; }
    public required string DefinitionId { get; init; }
    public required string Variable { get; init; }
    public required string Value { get; set; }
}
