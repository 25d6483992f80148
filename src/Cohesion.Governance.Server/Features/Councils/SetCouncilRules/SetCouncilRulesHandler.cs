using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Live;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Councils.SetCouncilRules;

internal sealed class SetCouncilRulesHandler(GovernanceDbContext db, IRulePackCatalogue packs, LiveFeed live) : IRequestHandler<SetCouncilRulesCommand, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(SetCouncilRulesCommand request, CancellationToken cancellationToken)
    {
        if (request.Rules.UnknownPack(packs) is { } unknown)
        {
            return new NoSuchRulePack(unknown);
        }

        var council = await db.Councils.SingleAsync(c => c.Id == request.CouncilId, cancellationToken);
        (council.NoticeDays, council.DefaultRulePack) = (request.Rules.NoticeDays, request.Rules.DefaultRulePack);
        (council.MeetingQuorumPack, council.EarlyDecision) = (request.Rules.MeetingQuorumPack, request.Rules.EarlyDecision);
        council.DuplicatePolicy = request.Rules.DuplicatePolicy;
        await live.Announce(Topics.Council(council.Id), "council.rules", request.Rules, cancellationToken);
        return default(Done);
    }
}
