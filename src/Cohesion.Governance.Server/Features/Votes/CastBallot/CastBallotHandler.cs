using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using MediatR;

namespace Cohesion.Governance.Server.Features.Votes.CastBallot;

internal sealed class CastBallotHandler(BallotBox box, MandateBook mandates, CurrentMember member) : IRequestHandler<CastBallotCommand, Outcome<BallotReceipt>>
{
    public async Task<Outcome<BallotReceipt>> Handle(CastBallotCommand request, CancellationToken cancellationToken)
    {
        if (member.ActsFor(request.SeatId))
        {
            return await box.Take(
                new IncomingBallot(request.VoteId, request.SeatId, request.Choice, BallotChannel.Online, member.Id) { VoiceOf = member.Id }, cancellationToken);
        }

        // That it is a proxy's follows from the mandate; nobody claims it.
        if (!(await mandates.Find(request.VoteId, request.SeatId, member.Id, cancellationToken)).Granted(out var mandate, out var refusal))
        {
            return refusal;
        }

        return await box.Take(
            new IncomingBallot(request.VoteId, request.SeatId, request.Choice, BallotChannel.Proxy, member.Id) { VoiceOf = mandate.GivenByPersonId, Mandate = mandate },
            cancellationToken);
    }
}
