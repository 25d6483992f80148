using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Live;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Live.WatchOwnTopic;

/// <summary>Asks what happened in one's own topic (notices, ballots asked for) since a sequence number.</summary>
/// <param name="Since">The last sequence number already known; 0 for everything, -1 for nothing but where the topic stands.</param>
[Title("watches own topic", "关注本人主题")]
[RequiresSignIn]
internal sealed record WatchOwnTopicQuery(long Since = 0) : IQuery<LiveCatchUp>;
