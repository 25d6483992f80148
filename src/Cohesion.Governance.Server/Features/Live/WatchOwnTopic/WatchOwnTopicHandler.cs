using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Live;
using MediatR;

namespace Cohesion.Governance.Server.Features.Live.WatchOwnTopic;

internal sealed class WatchOwnTopicHandler(LiveHistory history, CurrentMember member) : IRequestHandler<WatchOwnTopicQuery, Outcome<LiveCatchUp>>
{
    public async Task<Outcome<LiveCatchUp>> Handle(WatchOwnTopicQuery request, CancellationToken cancellationToken) =>
        await history.Since(Topics.Person(member.Id), request.Since, cancellationToken);
}
