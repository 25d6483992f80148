using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.FollowUps.AskForRuling;

/// <summary>Whoever decides for those who said nothing is asked to, and again after a while.</summary>
/// <remarks>Answers how many were asked; nobody while the time since the last asking is not over.</remarks>
[Title("asks the secretary to rule", "请秘书裁定")]
[ProcessOnly]
internal sealed record AskForRulingCommand(Guid FollowUpId, TimeSpan Again) : ICommand<int>, IConcernsFollowUp;
