using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.FollowUps.RemindOwner;

/// <summary>The owner is reminded before the due date.</summary>
/// <remarks>Answers whether he was; not when evidence is there, the date is over or he was reminded of it today.</remarks>
[Title("reminds the owner", "提醒责任人")]
[ProcessOnly]
internal sealed record RemindOwnerCommand(Guid FollowUpId) : ICommand<bool>, IConcernsFollowUp;
