using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Votes.SettleBallotEntry;

internal sealed class SettleBallotEntryHandler(GovernanceDbContext db, EntryCasting casting, CurrentMember member, TimeProvider clock)
    : IRequestHandler<SettleBallotEntryCommand, Outcome<CheckedEntry>>
{
    public async Task<Outcome<CheckedEntry>> Handle(SettleBallotEntryCommand request, CancellationToken cancellationToken)
    {
        var entry = await db.BallotEntries.SingleOrDefaultAsync(e => e.Id == request.EntryId && e.VoteId == request.VoteId, cancellationToken);
        if (entry is null)
        {
            return new NotFound();
        }

        var isEnvelope = entry.Choice is null;
        if (isEnvelope && request.Choice is not null)
        {
            return new EnvelopeStaysSealed();
        }

        if (entry.SettledByPersonId == member.Id && entry.SettledChoice == request.Choice && entry.SettledReason == request.Reason
            && (!isEnvelope || entry.Stage == (request.Stands ? BallotEntryStage.Entered : BallotEntryStage.Void)))
        {
            return CheckedEntry.Of(entry);
        }

        var now = clock.GetUtcNow();
        var settled = isEnvelope ? entry.SettleEnvelope(member.Id, request.Stands, request.Reason, now) : entry.Settle(member.Id, request.Choice, request.Reason, now);
        if (settled.Refused(out var refusal))
        {
            return refusal;
        }

        if (entry.Stage == BallotEntryStage.Entered)
        {
            return await casting.Cast(entry, request.Choice, cancellationToken);
        }

        var vote = await db.Votes.SingleAsync(v => v.Id == request.VoteId, cancellationToken);
        if (vote.BallotWindow.RefusalAt(entry.EnteredAt) is { } over)
        {
            return over;
        }

        // It adds no ballot, but one paper less waits, and the vote may be able to end.
        casting.OneLess(vote);
        return CheckedEntry.Of(entry);
    }
}
