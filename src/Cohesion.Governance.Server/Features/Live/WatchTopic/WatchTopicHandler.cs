using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Live;
using MediatR;

namespace Cohesion.Governance.Server.Features.Live.WatchTopic;

internal sealed class WatchTopicHandler(LiveHistory history) : IRequestHandler<WatchTopicQuery, Outcome<LiveCatchUp>>
{
    public async Task<Outcome<LiveCatchUp>> Handle(WatchTopicQuery request, CancellationToken cancellationToken) =>
        await history.Since(request.Topic, request.Since, cancellationToken);
}
