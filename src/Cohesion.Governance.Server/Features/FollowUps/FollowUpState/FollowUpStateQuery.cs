using Cohesion.Governance.Domain.FollowUps;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.FollowUps.FollowUpState;

/// <summary>Where an action stands, for its process.</summary>
[Title("reads where an action stands", "查看跟进事项状态")]
[ProcessOnly]
internal sealed record FollowUpStateQuery(Guid FollowUpId) : IQuery<FollowUpStanding>, IConcernsFollowUp;

/// <summary>What decides how the process of an action goes on.</summary>
internal sealed record FollowUpStanding(FollowUpStage Stage, DateTimeOffset DueAt, DateTimeOffset? StageUntil, bool? FoundKept);
