using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Features.Journal;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Votes.ResultSheet;

internal sealed class ResultSheetHandler(GovernanceDbContext db, JournalKeys keys) : IRequestHandler<ResultSheetQuery, Outcome<ResultSheetView>>
{
    public async Task<Outcome<ResultSheetView>> Handle(ResultSheetQuery request, CancellationToken cancellationToken)
    {
        var ct = cancellationToken;
        var vote = await db.Votes.AsNoTracking().SingleAsync(v => v.Id == request.VoteId, ct);
        if (vote.Stage != VoteStage.Closed)
        {
            return new VoteNotCounted(vote.Stage);
        }

        var posting = await db.Postings.AsNoTracking().SingleOrDefaultAsync(p => p.VoteId == vote.Id, ct);
        return new ResultSheetView(
            vote.Id,
            vote.Secret ? await db.SecretMarks.CountAsync(m => m.VoteId == vote.Id, ct) : await db.BallotRecords.CountAsync(r => r.VoteId == vote.Id, ct),
            vote.Secret ? await db.SecretBallots.CountAsync(b => b.VoteId == vote.Id, ct) : await db.Ballots.CountAsync(b => b.VoteId == vote.Id && db.RollEntries.Any(r => r.VoteId == vote.Id && r.SeatId == b.SeatId && r.ExcludedFor == null), ct),
            await Challenge(vote, ct),
            posting is null ? null : new PostingView(posting.From, posting.Until, posting.ClosedAt),
            posting is null ? [] : await Objections(posting.Id, vote.Id, ct),
            await Earlier(vote, ct),
            keys.Current.Public.Id);
    }

    private async Task<ChallengeView?> Challenge(Vote vote, CancellationToken ct)
    {
        var zone = await db.Councils.Where(c => c.Id == vote.CouncilId).Select(c => c.TimeZone).SingleAsync(ct);
        return ChallengeDay.Of(vote, zone) is { } lastDay && RulePacks.Read(vote.RulePackJson, vote.RulePack).Challenge is { } rule
            ? new ChallengeView(lastDay, rule.Period.Text, rule.From, rule.Source, rule.Evidence)
            : null;
    }

    private async Task<List<ObjectionLine>> Objections(Guid postingId, Guid voteId, CancellationToken ct)
    {
        var objections = await db.Objections.AsNoTracking().Where(o => o.PostingId == postingId).OrderBy(o => o.At).ToListAsync(ct);
        var seats = objections.Select(o => o.SeatId).OfType<Guid>().ToList();
        var labels = await db.RollEntries.Where(r => r.VoteId == voteId && seats.Contains(r.SeatId)).ToDictionaryAsync(r => r.SeatId, r => r.Label, ct);
        var people = await PeopleNames.Of(db, objections.Select(o => o.SettledByPersonId).OfType<Guid>(), ct);
        return objections.ConvertAll(o => new ObjectionLine(
            o.SeatId is { } seat ? labels.GetValueOrDefault(seat) : null, o.At, o.Text, o.Stage, o.Finding, o.SettledAt,
            o.SettledByPersonId is { } by ? people.GetValueOrDefault(by) : null));
    }

    private async Task<List<EarlierSession>> Earlier(Vote vote, CancellationToken ct)
    {
        var earlier = new List<EarlierSession>();
        for (var before = vote.PreviousVoteId; before is { } id;)
        {
            var session = await db.Votes.AsNoTracking().SingleAsync(v => v.Id == id, ct);
            earlier.Insert(0, new(session.Id, session.Session, session.Outcome, session.ClosedAt, session.BallotsRoot));
            before = session.PreviousVoteId;
        }

        return earlier;
    }
}
