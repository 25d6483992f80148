using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Notices;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Votes.EnterEnvelopeTotals;

internal sealed class EnterEnvelopeTotalsHandler(
    GovernanceDbContext db, EnvelopeCounting envelopes, SecretKeys keys, NoticeBoard notices, CurrentMember member, TimeProvider clock)
    : IRequestHandler<EnterEnvelopeTotalsCommand, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(EnterEnvelopeTotalsCommand request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var vote = await db.Votes.AsNoTracking().SingleAsync(v => v.Id == request.VoteId, cancellationToken);
        if (vote.MayOpenEnvelopesAt(now).Refused(out var refusal))
        {
            return refusal;
        }

        // People write minutes: what was opened in the minute of the end was opened after it.
        var end = vote.SettledAt ?? vote.ClosesAt!.Value;
        if (request.OpenedAt < end.AddTicks(-(end.Ticks % TimeSpan.TicksPerMinute)) || request.OpenedAt > now)
        {
            return new OpenedOutsideTime();
        }

        if (!await envelopes.Hold(vote.Id, cancellationToken))
        {
            return new VoteHasClosed();
        }

        var state = await envelopes.Read(vote, cancellationToken);
        if ((state.RefusalToOpen ?? state.RefusalOf(request.Totals)) is { } notNow)
        {
            return notNow;
        }

        using var key = keys.Find(vote.Id, vote.SecretKeyId);
        if (key is null)
        {
            return new SecretKeyLost();
        }

        var isNew = state.Opening is null;
        var opening = state.Opening ?? db.EnvelopeOpenings.Add(new EnvelopeOpening
        {
            VoteId = vote.Id, Place = request.Place.Trim(), Witness = request.Witness.Trim(), OpenedAt = request.OpenedAt, Envelopes = state.Envelopes,
            EnteredByPersonId = member.Id, EnteredAt = now,
        }).Entity;
        if (!isNew && opening.EnteredByPersonId == member.Id && EnvelopeCounting.Open(key, opening) is { } before
            && before.ToHashSet().SetEquals(request.Totals) && (opening.Place, opening.Witness, opening.OpenedAt) == (request.Place.Trim(), request.Witness.Trim(), request.OpenedAt))
        {
            return default(Done);
        }

        (opening.Place, opening.Witness, opening.OpenedAt, opening.Envelopes) = (request.Place.Trim(), request.Witness.Trim(), request.OpenedAt, state.Envelopes);
        (opening.EnteredByPersonId, opening.EnteredAt) = (member.Id, now);
        opening.Sealed = EnvelopeCounting.Seal(key, vote.Id, request.Totals);
        await notices.TellOffices(
            vote.CouncilId, [Office.CouncilSecretary, Office.VisitingWorker, Office.StreetConvenor], "vote.envelopesToCheck", VoteWords.EnvelopesToCheck(vote),
            VoteWords.EnvelopesPageOf(vote.Id), cancellationToken, except: member.Id);
        return default(Done);
    }
}
