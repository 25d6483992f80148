using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Server.Web;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Votes.RulePreview;

internal sealed class RulePreviewHandler(GovernanceDbContext db, RulePacks packs, Reader reader) : IRequestHandler<RulePreviewQuery, Outcome<RulePreviewView>>
{
    public async Task<Outcome<RulePreviewView>> Handle(RulePreviewQuery request, CancellationToken cancellationToken)
    {
        if (packs.Find(request.RulePack) is not { } pack)
        {
            return new RulePackUnknown(request.RulePack);
        }

        var version = await db.Councils.Where(c => c.Id == request.CouncilId).Select(c => c.RegisterVersion).SingleAsync(cancellationToken);
        var roll = await RegisterRoll.Read(db, request.CouncilId, version, Guid.Empty, cancellationToken);
        if (roll.Count == 0)
        {
            return new RollIsEmpty();
        }

        var measures = await db.Measures.AsNoTracking().Where(m => m.CouncilId == request.CouncilId).OrderBy(m => m.Code).ToListAsync(cancellationToken);
        var blocs = await TallyView.BlocsOf(db, request.CouncilId, cancellationToken);
        var decision = VoteDecision.Preview(pack, roll, measures);
        return new RulePreviewView(RuleView.Of(pack), version, roll.Count, DecisionView.Of(decision, roll, measures, blocs, reader.Language));
    }
}
