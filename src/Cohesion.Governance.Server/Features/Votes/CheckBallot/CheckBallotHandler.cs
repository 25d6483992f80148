using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Notices;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Votes.CheckBallot;

internal sealed class CheckBallotHandler(
    GovernanceDbContext db, EntryCasting casting, NoticeBoard notices, CurrentMember member, TimeProvider clock)
    : IRequestHandler<CheckBallotCommand, Outcome<CheckedEntry>>
{
    public async Task<Outcome<CheckedEntry>> Handle(CheckBallotCommand request, CancellationToken cancellationToken)
    {
        var entry = await db.BallotEntries.SingleOrDefaultAsync(e => e.Id == request.EntryId && e.VoteId == request.VoteId, cancellationToken);
        if (entry is null)
        {
            return new NotFound();
        }

        var isEnvelope = entry.Choice is null;
        if (isEnvelope == request.Choice is not null)
        {
            return isEnvelope ? new EnvelopeStaysSealed() : new ChoiceMissing();
        }

        if (entry.CheckedByPersonId == member.Id
            && (isEnvelope ? entry.Stage == (request.IsFaulty ? BallotEntryStage.Disputed : BallotEntryStage.Entered) : entry.SecondChoice == request.Choice))
        {
            return CheckedEntry.Of(entry);
        }

        var now = clock.GetUtcNow();
        var found = request.Choice is { } choice ? entry.Check(member.Id, choice, now) : entry.CheckEnvelope(member.Id, request.IsFaulty, now);
        if (!found.Granted(out var agrees, out var refusal))
        {
            return refusal;
        }

        if (agrees)
        {
            return await casting.Cast(entry, entry.Choice, cancellationToken);
        }

        var vote = await db.Votes.AsNoTracking().SingleAsync(v => v.Id == request.VoteId, cancellationToken);
        if (vote.BallotWindow.RefusalAt(entry.EnteredAt) is { } over)
        {
            return over;
        }

        // The secretary settles it, unless he was one of the two.
        var secretaries = await notices.TellOffices(
            vote.CouncilId, [Office.CouncilSecretary], "vote.entryDisputed", VoteWords.EntryDisputed(vote), VoteWords.EntriesPageOf(vote.Id), cancellationToken,
            except: await SecretaryAmong([entry.EnteredByPersonId, member.Id], vote.CouncilId, cancellationToken));
        if (secretaries == 0)
        {
            await notices.TellOffices(
                vote.CouncilId, [Office.StreetConvenor], "vote.entryDisputed", VoteWords.EntryDisputed(vote), VoteWords.EntriesPageOf(vote.Id), cancellationToken);
        }

        return CheckedEntry.Of(entry);
    }

    private Task<Guid?> SecretaryAmong(Guid[] people, Guid councilId, CancellationToken ct) => db.OfficeHoldings
        .Where(h => h.CouncilId == councilId && h.Office == Office.CouncilSecretary && people.Contains(h.PersonId))
        .Select(h => (Guid?)h.PersonId)
        .FirstOrDefaultAsync(ct);
}
