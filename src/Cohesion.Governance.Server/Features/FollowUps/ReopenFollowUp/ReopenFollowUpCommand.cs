using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.FollowUps.ReopenFollowUp;

/// <summary>It was not kept: the action goes back to its owner, with some time to put it right, and counts as reopened.</summary>
[Title("reopens the action", "重新打开跟进事项")]
[ProcessOnly]
internal sealed record ReopenFollowUpCommand(Guid FollowUpId, TimeSpan Grace) : ICommand<Done>, IConcernsFollowUp;
