using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Notices;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Votes.RevokeMandate;

internal sealed class RevokeMandateHandler(GovernanceDbContext db, CurrentMember member, NoticeBoard notices, TimeProvider clock)
    : IRequestHandler<RevokeMandateCommand, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(RevokeMandateCommand request, CancellationToken cancellationToken)
    {
        var mandate = await db.Mandates.SingleOrDefaultAsync(m => m.Id == request.MandateId && m.CouncilId == request.CouncilId, cancellationToken);
        if (mandate is null)
        {
            return new NotFound();
        }

        if (!member.ActsFor(mandate.SeatId) && !member.Holds(Office.CouncilSecretary))
        {
            return new NotYourSeat();
        }

        var stood = mandate.RevokedAt is null;
        if (mandate.Revoke(member.Id, clock.GetUtcNow()).Refused(out var refusal))
        {
            return refusal;
        }

        if (stood)
        {
            var seat = await db.SeatEntries.Where(s => s.SeatId == mandate.SeatId).OrderByDescending(s => s.FromVersion).Select(s => s.Label).FirstAsync(cancellationToken);
            notices.Tell(mandate.HolderPersonId, request.CouncilId, "mandate.ended", VoteWords.MandateRevoked(seat), "/");
        }

        return default(Done);
    }
}
