namespace Cohesion.Governance.Domain.Councils;

/// <summary>A seat to be entered in the register.</summary>
/// <param name="Bloc">Code of its bloc.</param>
/// <param name="Label">What people call it: a room, a flat, a firm's short name. One of its kind in the council.</param>
/// <param name="PartyName">Name of the firm or person behind it; absent where <paramref name="PartyId"/> names one already known.</param>
/// <param name="PartyKind">Firm or person.</param>
/// <param name="Measures">What it weighs, by measure, in the measure's own unit (120.5 m²).</param>
/// <param name="PartyId">A party that has a seat already.</param>
/// <param name="PartyKey">Seats of one revision with the same key belong to the same new party.</param>
public sealed record SeatToAdd(
    string Bloc, string Label, LocalText? PartyName, PartyKind PartyKind, IReadOnlyDictionary<string, decimal> Measures, Guid? PartyId = null, string? PartyKey = null);

/// <summary>What changes about a seat; absent parts stay as they are.</summary>
/// <param name="SeatId">The seat.</param>
/// <param name="Label">What people call it from now on.</param>
/// <param name="Measures">All it weighs from now on, by measure, in the measure's own unit.</param>
/// <param name="PartyId">A party that has a seat already and takes this one over.</param>
/// <param name="Bloc">Code of the bloc it comes to.</param>
/// <param name="PartyName">Name of the firm or person that takes it over; the present one's name changes nothing.</param>
/// <param name="PartyKind">Whether that is a firm or a person; absent: what the party before is.</param>
/// <param name="PartyKey">Seats of one revision with the same key belong to the same new party.</param>
public sealed record SeatToChange(
    Guid SeatId, string? Label = null, IReadOnlyDictionary<string, decimal>? Measures = null, Guid? PartyId = null, string? Bloc = null, LocalText? PartyName = null,
    PartyKind? PartyKind = null, string? PartyKey = null);

/// <summary>What a revision comes to: the next version's lines, to be stored.</summary>
/// <param name="Number">Number of the new version.</param>
/// <param name="Added">New lines: of new seats, and of changed ones in their new form.</param>
/// <param name="Ended">Lines the new version no longer has, of removed seats and of changed ones in their old form.</param>
/// <param name="Parties">Parties that were not known before.</param>
/// <param name="RemovedSeats">Seats that are no longer in the register.</param>
public sealed record RevisedRegister(
    int Number, IReadOnlyList<SeatEntry> Added, IReadOnlyList<SeatEntry> Ended, IReadOnlyList<Party> Parties, IReadOnlyList<Guid> RemovedSeats);

/// <summary>The three kinds of changes of one revision.</summary>
public sealed record RegisterChanges(IReadOnlyList<SeatToAdd> Add, IReadOnlyList<SeatToChange> Change, IReadOnlyList<Guid> Remove);
