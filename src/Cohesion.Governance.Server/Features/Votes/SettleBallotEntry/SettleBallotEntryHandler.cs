using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Votes.SettleBallotEntry;

internal sealed class SettleBallotEntryHandler(GovernanceDbContext db, EntryCasting casting, TallyAnnouncer announcer, CurrentMember member, TimeProvider clock)
    : IRequestHandler<SettleBallotEntryCommand, Outcome<CheckedEntry>>
{
    public async Task<Outcome<CheckedEntry>> Handle(SettleBallotEntryCommand request, CancellationToken cancellationToken)
    {
        var entry = await db.BallotEntries.SingleOrDefaultAsync(e => e.Id == request.EntryId && e.VoteId == request.VoteId, cancellationToken);
        if (entry is null)
        {
            return new NotFound();
        }

        if (entry.SettledByPersonId == member.Id && entry.SettledChoice == request.Choice && entry.SettledReason == request.Reason)
        {
            return CheckedEntry.Of(entry);
        }

        if (entry.Settle(member.Id, request.Choice, request.Reason, clock.GetUtcNow()).Refused(out var refusal))
        {
            return refusal;
        }

        if (request.Choice is { } choice)
        {
            return await casting.Cast(entry, choice, cancellationToken);
        }

        var vote = await db.Votes.SingleAsync(v => v.Id == request.VoteId, cancellationToken);
        if (vote.BallotWindow.RefusalAt(entry.EnteredAt) is { } over)
        {
            return over;
        }

        // It adds no ballot, but one paper less waits, and the vote may be able to end.
        announcer.Touch(vote.Id);
        return CheckedEntry.Of(entry);
    }
}
