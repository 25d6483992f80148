using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.FollowUps.AskForReassignment;

/// <summary>Whoever hands out actions is asked again to find another owner for a declined one.</summary>
/// <remarks>Answers how many were asked; nobody while the time since the last asking is not over.</remarks>
[Title("asks for another owner", "请另派责任人")]
[ProcessOnly]
internal sealed record AskForReassignmentCommand(Guid FollowUpId, TimeSpan Again) : ICommand<int>, IConcernsFollowUp;
