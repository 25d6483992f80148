using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.FollowUps.EndConfirmation;

/// <summary>The time for confirming is over: the word of those who spoke counts; where nobody did, it is left to the secretary.</summary>
[Title("ends the confirmation", "结束确认")]
[ProcessOnly]
internal sealed record EndConfirmationCommand(Guid FollowUpId) : ICommand<Done>, IConcernsFollowUp;
