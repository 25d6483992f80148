using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Notices;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Votes.TellSecrecyRefused;

internal sealed class TellSecrecyRefusedHandler(GovernanceDbContext db, SecrecyCheck secrecy, NoticeBoard notices)
    : IRequestHandler<TellSecrecyRefusedCommand, Outcome<int>>
{
    public async Task<Outcome<int>> Handle(TellSecrecyRefusedCommand request, CancellationToken cancellationToken)
    {
        var vote = await db.Votes.AsNoTracking().SingleAsync(v => v.Id == request.VoteId, cancellationToken);
        if (!vote.Secret || await secrecy.RefusalNow(vote, cancellationToken) is not { } refusal)
        {
            return 0;
        }

        return await notices.TellOffices(
            vote.CouncilId, [Office.CouncilSecretary, Office.StreetConvenor], "vote.notSecret", VoteWords.CannotBeSecret(vote, refusal.Message), VoteWords.PageOf(vote.Id),
            cancellationToken);
    }
}
