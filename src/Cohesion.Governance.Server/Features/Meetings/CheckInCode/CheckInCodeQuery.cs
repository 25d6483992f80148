using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Meetings.CheckInCode;

/// <summary>The digits for the wall of the meeting room, for those who run the meeting: whoever else could read them at home would be there from home.</summary>
[Title("shows the check-in code on the wall", "在大屏显示签到码")]
[RequiresOffice(Office.CouncilSecretary, Office.StreetConvenor)]
[Refuses<CheckInNotOpen>]
internal sealed record CheckInCodeQuery(Guid MeetingId) : IQuery<CheckInCodeView>, IConcernsMeeting;

/// <param name="Code">Six digits.</param>
/// <param name="ChangesAt">When others take their place; these are taken for half a minute longer.</param>
internal sealed record CheckInCodeView(string Code, DateTimeOffset ChangesAt);
