using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using MediatR;

namespace Cohesion.Governance.Server.Features.Votes.CastBallot;

internal sealed class CastBallotHandler(BallotBox box, CurrentMember member) : IRequestHandler<CastBallotCommand, Outcome<BallotReceipt>>
{
    public async Task<Outcome<BallotReceipt>> Handle(CastBallotCommand request, CancellationToken cancellationToken) =>
        member.ActsFor(request.SeatId)
            ? await box.Take(new IncomingBallot(request.VoteId, request.SeatId, request.Choice, BallotChannel.Online, member.Id), cancellationToken)
            : new NotYourSeat();
}
