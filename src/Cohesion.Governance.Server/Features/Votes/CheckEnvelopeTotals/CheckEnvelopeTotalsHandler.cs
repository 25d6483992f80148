using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Server.Process;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Votes.CheckEnvelopeTotals;

internal sealed class CheckEnvelopeTotalsHandler(
    GovernanceDbContext db, EnvelopeCounting envelopes, SecretKeys keys, ProcessOutbox process, CurrentMember member, TimeProvider clock)
    : IRequestHandler<CheckEnvelopeTotalsCommand, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(CheckEnvelopeTotalsCommand request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var vote = await db.Votes.AsNoTracking().SingleAsync(v => v.Id == request.VoteId, cancellationToken);
        if (vote.MayOpenEnvelopesAt(now).Refused(out var refusal))
        {
            return refusal;
        }

        if (!await envelopes.Hold(vote.Id, cancellationToken))
        {
            return new VoteHasClosed();
        }

        var state = await envelopes.Read(vote, cancellationToken);
        if (state.RefusalToOpen is { } notNow)
        {
            return notNow;
        }

        if (state.Opening is not { } opening)
        {
            return new NoTotalsToCheck();
        }

        if (opening.EnteredByPersonId == member.Id)
        {
            return new SomebodyElseCounts();
        }

        if (state.RefusalOf(request.Totals) is { } wrong)
        {
            return wrong;
        }

        using var key = keys.Find(vote.Id, vote.SecretKeyId);
        if (key is null)
        {
            return new SecretKeyLost();
        }

        if (EnvelopeCounting.Open(key, opening) is not { } first)
        {
            return new EnvelopeTotalsDamaged();
        }

        if (EnvelopeOpening.Compare(first, request.Totals) is { Count: > 0 } differences)
        {
            return new EnvelopeReadingsDiffer(differences);
        }

        (opening.CheckedByPersonId, opening.CheckedAt) = (member.Id, now);
        process.Signal(SecrecyEvents.EnvelopesDone, vote.CouncilId, vote.Id, new { VoteId = vote.Id });
        return default(Done);
    }
}
