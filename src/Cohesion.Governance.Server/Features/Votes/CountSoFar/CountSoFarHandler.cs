using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Server.Web;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Votes.CountSoFar;

internal sealed class CountSoFarHandler(GovernanceDbContext db, VoteCounts counts, Reader reader) : IRequestHandler<CountSoFarQuery, Outcome<CountView>>
{
    public async Task<Outcome<CountView>> Handle(CountSoFarQuery request, CancellationToken cancellationToken)
    {
        var vote = await db.Votes.AsNoTracking().SingleAsync(v => v.Id == request.VoteId, cancellationToken);
        var zone = await db.Councils.Where(c => c.Id == vote.CouncilId).Select(c => c.TimeZone).SingleAsync(cancellationToken);
        var count = vote.RegisterVersion is null ? null : await counts.Of(vote, cancellationToken);
        return new CountView(
            vote.Id, zone, vote.Stage, vote.OpensAt, vote.ClosesAt, vote.SettledAt, vote.ClosedAt, vote.Outcome, vote.NextSession, vote.ConfirmWindow, vote.ConfirmedAt,
            vote.Overturned, vote.CancelReason, count?.At, count?.Tally, count?.Turnout,
            count is null ? null : await counts.Explain(vote, count, reader.Language, cancellationToken))
        {
            Secret = vote.Secret,
            SecretTurnout = vote is { Secret: true, Stage: VoteStage.Open } ? await SecretTurnout.Read(db, vote, cancellationToken) : null,
        };
    }
}
