using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Votes.VoteCourse;

/// <summary>Where a vote is in its course, for the process that waits on it.</summary>
[Title("reads the moments of a vote", "查看表决时间安排")]
[ProcessOnly]
internal sealed record VoteCourseQuery(Guid VoteId) : IQuery<VoteCourseView>, IConcernsVote;

/// <summary>Where a vote is in its course.</summary>
internal sealed record VoteCourseView(VoteStage Stage, DateTimeOffset? OpensAt, DateTimeOffset? ClosesAt, DateTimeOffset? SettledAt);
