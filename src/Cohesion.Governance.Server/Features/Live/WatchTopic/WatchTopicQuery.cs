using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Live;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Live.WatchTopic;

/// <summary>Asks what happened in a topic of a council since a sequence number.</summary>
/// <param name="Topic">The topic: <c>council:</c>, <c>proposal:</c>, <c>meeting:</c> or <c>vote:</c> with the id.</param>
/// <param name="Since">The last sequence number already known; 0 for everything, -1 for nothing but where the topic stands.</param>
[Title("watches a topic", "关注主题")]
[RequiresMembership]
internal sealed record WatchTopicQuery(string Topic, long Since = 0) : IQuery<LiveCatchUp>, IConcernsTopic;
