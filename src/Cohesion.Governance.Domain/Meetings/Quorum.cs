using Cohesion.Governance.Domain.Councils;

namespace Cohesion.Governance.Domain.Meetings;

/// <summary>A seat of the register in force and whether it is at the meeting now.</summary>
public sealed record QuorumSeat(Guid SeatId, Guid PartyId, string BlocCode, MeasureValues Measures, bool IsPresent);

/// <summary>The council as a meeting sees it.</summary>
/// <param name="Seats">Every seat of the register in force.</param>
/// <param name="Scales">Decimal places of each measure: its values are whole numbers of 10^-scale units.</param>
public sealed record QuorumRoll(IReadOnlyList<QuorumSeat> Seats, IReadOnlyDictionary<string, int> Scales);

/// <summary>One condition of a quorum with its numbers.</summary>
/// <param name="Text">What is asked for, in words.</param>
/// <param name="Holds">Whether it holds with the seats present.</param>
/// <param name="Missing">The least that would make it hold; null where it holds.</param>
public sealed record QuorumCondition(LocalText Text, bool Holds, LocalText? Missing);

/// <summary>Whether a meeting may begin, and why.</summary>
/// <param name="IsMet">Whether every condition holds and somebody is there.</param>
/// <param name="SeatsPresent">Seats at the meeting now.</param>
/// <param name="SeatsInAll">Seats of the register in force.</param>
/// <param name="Conditions">Each condition in the order of the rule.</param>
public sealed record QuorumReading(bool IsMet, int SeatsPresent, int SeatsInAll, IReadOnlyList<QuorumCondition> Conditions)
{
    /// <summary>Where no rule asks for more: one seat is enough, since a meeting of nobody is none.</summary>
    public static QuorumReading OfAnyAttendance(QuorumRoll roll)
    {
        var present = roll.Seats.Count(seat => seat.IsPresent);
        return new QuorumReading(present > 0, present, roll.Seats.Count,
        [
            new QuorumCondition(
                new LocalText("At least one seat is present", "至少有一个席位到会"), present > 0,
                present > 0 ? null : new LocalText("one seat", "一个席位")),
        ]);
    }
}
