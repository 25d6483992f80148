using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Notices;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Votes.RecordBallot;

internal sealed class RecordBallotHandler(GovernanceDbContext db, BallotBox box, NoticeBoard notices, CurrentMember member)
    : IRequestHandler<RecordBallotCommand, Outcome<BallotReceipt>>
{
    public async Task<Outcome<BallotReceipt>> Handle(RecordBallotCommand request, CancellationToken cancellationToken)
    {
        var outcome = await box.Take(
            new IncomingBallot(request.VoteId, request.SeatId, request.Choice, request.Channel, member.Id), cancellationToken);
        if (outcome.Granted(out var receipt, out _) && receipt.Effect != BallotEffect.Same)
        {
            var vote = await db.Votes.AsNoTracking().SingleAsync(v => v.Id == request.VoteId, cancellationToken);
            await notices.TellSeats(
                vote.CouncilId, [request.SeatId], "vote.recorded", VoteWords.Recorded(vote, VoteWords.ChannelName(request.Channel)),
                VoteWords.BallotPageOf(vote.Id), cancellationToken);
        }

        return outcome;
    }
}
