namespace Cohesion.Governance.Domain.Councils;

/// <summary>The firm or person behind a seat (单位/个人).</summary>
public sealed class Party
{
    public required Guid Id { get; init; }
    public required Guid CouncilId { get; init; }

    /// <summary>What it is called now; a frozen roll keeps what it was called then.</summary>
    public required LocalText Name { get; set; }
    public required PartyKind Kind { get; init; }
}

public enum PartyKind
{
    Firm,
    Person,
}

/// <summary>One state of the register (名册), with who made it and why. A vote names the one it was frozen from.</summary>
public sealed class RegisterVersion
{
    public required Guid CouncilId { get; init; }
    public required int Number { get; init; }
    public required DateTimeOffset At { get; init; }
    public required Guid ByPersonId { get; init; }
    public required string Note { get; init; }
}

/// <summary>One line of the register: a party's seat (席位) and its measures, from one version until another.</summary>
public sealed class SeatEntry
{
    public required Guid Id { get; init; }

    /// <summary>The seat, the same through all versions.</summary>
    public required Guid SeatId { get; init; }
    public required Guid CouncilId { get; init; }
    public required Guid BlocId { get; init; }
    public required Guid PartyId { get; init; }

    /// <summary>What people call it: a room, a flat, a firm's short name.</summary>
    public required string Label { get; init; }
    public required MeasureValues Measures { get; init; }

    /// <summary>First version that has this line.</summary>
    public required int FromVersion { get; init; }

    /// <summary>First version that no longer has it; null while it stands.</summary>
    public int? ToVersion { get; set; }
}
