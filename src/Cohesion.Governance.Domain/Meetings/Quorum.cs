using Cohesion.Governance.Domain.Councils;

namespace Cohesion.Governance.Domain.Meetings;

/// <summary>A seat of the register in force and whether it is at the meeting.</summary>
public sealed record QuorumSeat(Guid SeatId, Guid PartyId, string BlocCode, MeasureValues Measures, bool IsPresent);

/// <summary>The council as a meeting sees it.</summary>
/// <param name="Seats">Every seat of the register in force.</param>
/// <param name="Measures">The council's measures, with their names and decimal places.</param>
/// <param name="Blocs">The council's blocs, with their names.</param>
public sealed record QuorumRoll(IReadOnlyList<QuorumSeat> Seats, IReadOnlyList<Measure> Measures, IReadOnlyList<Bloc> Blocs);

/// <summary>One condition of a quorum with its numbers.</summary>
/// <param name="Text">What is asked for, in words.</param>
/// <param name="Numbers">What there is and what is needed; null for a condition made of others.</param>
/// <param name="Holds">Whether it holds with the seats present.</param>
/// <param name="Missing">The least that would make it hold; null where it holds.</param>
public sealed record QuorumCondition(LocalText Text, LocalText? Numbers, bool Holds, LocalText? Missing);

/// <summary>Whether a meeting may begin, and why.</summary>
/// <param name="IsMet">Whether every condition holds and somebody is there.</param>
/// <param name="SeatsPresent">Seats at the meeting.</param>
/// <param name="SeatsInAll">Seats of the register in force.</param>
/// <param name="Conditions">Each condition in the order of the rule.</param>
public sealed record QuorumReading(bool IsMet, int SeatsPresent, int SeatsInAll, IReadOnlyList<QuorumCondition> Conditions);
