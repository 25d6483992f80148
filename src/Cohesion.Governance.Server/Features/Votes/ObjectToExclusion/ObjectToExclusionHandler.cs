using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Notices;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Votes.ObjectToExclusion;

internal sealed class ObjectToExclusionHandler(GovernanceDbContext db, CurrentMember member, NoticeBoard notices, TimeProvider clock)
    : IRequestHandler<ObjectToExclusionCommand, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(ObjectToExclusionCommand request, CancellationToken cancellationToken)
    {
        if (!member.ActsFor(request.SeatId))
        {
            return new NotYourSeat();
        }

        var vote = await db.Votes.AsNoTracking().SingleAsync(v => v.Id == request.VoteId, cancellationToken);
        var now = clock.GetUtcNow();
        if (vote.RollChangeRefusalAt(now) is { } tooLate)
        {
            return tooLate;
        }

        var exclusion = await db.SeatExclusions.SingleOrDefaultAsync(
            e => e.VoteId == vote.Id && e.SeatId == request.SeatId && e.EndedAt == null, cancellationToken);
        if (exclusion is null)
        {
            return new SeatNotExcluded();
        }

        var isNew = exclusion.Objection is null;
        if (exclusion.RaiseObjection(member.Id, request.Objection, now).Refused(out var refusal))
        {
            return refusal;
        }

        if (isNew)
        {
            await notices.TellOffices(
                vote.CouncilId, [Office.CouncilSecretary, Office.StreetConvenor], "vote.exclusionObjected", VoteWords.ExclusionObjected(vote), VoteWords.PageOf(vote.Id),
                cancellationToken, except: exclusion.DecidedByPersonId);
        }

        return default(Done);
    }
}
