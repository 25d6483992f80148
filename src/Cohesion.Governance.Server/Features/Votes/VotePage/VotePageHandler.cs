using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Server.Web;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Votes.VotePage;

internal sealed class VotePageHandler(GovernanceDbContext db, VoteCounts counts, SecrecyCheck secrecy, CurrentMember member, Reader reader, TimeProvider clock)
    : IRequestHandler<VotePageQuery, Outcome<VoteView>>
{
    public async Task<Outcome<VoteView>> Handle(VotePageQuery request, CancellationToken cancellationToken)
    {
        var vote = await db.Votes.AsNoTracking().SingleAsync(v => v.Id == request.VoteId, cancellationToken);
        var number = await db.Proposals.Where(p => p.Id == vote.ProposalId).Select(p => p.Number).SingleAsync(cancellationToken);
        var council = await db.Councils.AsNoTracking().SingleAsync(c => c.Id == vote.CouncilId, cancellationToken);
        var rule = RulePacks.Read(vote.RulePackJson, vote.RulePack);
        var count = vote.RegisterVersion is null ? null : await counts.Of(vote, cancellationToken);
        var lines = count is null ? [] : await Lines(vote.Id, request.SeatId, cancellationToken);
        return new VoteView(
            vote.Id, vote.CouncilId, council.Name, council.TimeZone, vote.ProposalId, number, vote.Question, vote.TextVersion, vote.Session, vote.PreviousVoteId, RuleView.Of(rule),
            vote.Stage, vote.RegisterVersion, vote.OpensAt, vote.ClosesAt, vote.SettledAt, vote.ClosedAt,
            vote.Outcome, vote.NextSession, vote.ConfirmWindow, vote.ConfirmedAt, vote.Overturned, vote.CancelReason, council.EarlyDecision, vote.BallotsRoot, ChallengeDay.Of(vote, council.TimeZone),
            count?.Tally, count?.Turnout, count is null ? null : await counts.Explain(vote, count, reader.Language, cancellationToken),
            await SeatLines.Tell(db, vote, rule, lines, member, cancellationToken), [.. lines.Select(r => r.SeatId).Where(member.ActsFor)],
            await Visits(vote.Id, cancellationToken), await Facts(vote.Id, cancellationToken),
            vote.DuplicatePolicy, await ExclusionView.Of(db, vote.Id, cancellationToken), count?.Uncounted ?? [],
            await UncountedEntries(vote, cancellationToken),
            await db.BallotEntries.CountAsync(
                e => e.VoteId == vote.Id && (e.Stage == BallotEntryStage.AwaitingCheck || e.Stage == BallotEntryStage.Disputed), cancellationToken))
        {
            EnvelopesWaiting = await EnvelopesWaiting(vote, cancellationToken),
            Secret = vote.Secret, ReceiptsRoot = vote.ReceiptsRoot,
            CannotBeSecret = vote is { Secret: true, Stage: VoteStage.Planned } ? (await secrecy.RefusalNow(vote, cancellationToken))?.Message : null,
        };
    }

    private async Task<List<RollEntry>> Lines(Guid voteId, Guid? wanted, CancellationToken ct)
    {
        var own = member.Holdings.Where(h => h.SeatId is not null).Select(h => h.SeatId!.Value).ToList();
        if (wanted is { } seat)
        {
            own.Add(seat);
        }

        var first = await db.RollEntries.AsNoTracking().Where(r => r.VoteId == voteId)
            .OrderBy(r => r.BlocCode).ThenBy(r => r.Label).ThenBy(r => r.SeatId)
            .Take(VoteView.MostSeats)
            .ToListAsync(ct);
        var missing = own.Except(first.Select(r => r.SeatId)).ToList();
        return missing.Count == 0
            ? first
            : [.. await db.RollEntries.AsNoTracking().Where(r => r.VoteId == voteId && missing.Contains(r.SeatId)).OrderBy(r => r.Label).ToListAsync(ct), .. first];
    }

    private async Task<Dictionary<Guid, RollEntry>> LinesOf(Guid voteId, IEnumerable<Guid> seats, CancellationToken ct)
    {
        var ids = seats.Distinct().ToList();
        return await db.RollEntries.AsNoTracking().Where(r => r.VoteId == voteId && ids.Contains(r.SeatId)).ToDictionaryAsync(r => r.SeatId, ct);
    }

    private async Task<int> EnvelopesWaiting(Vote vote, CancellationToken ct) =>
        !vote.Secret || vote.Stage != VoteStage.Open || vote.IsOpenAt(clock.GetUtcNow()) || await db.EnvelopeOpenings.AnyAsync(o => o.VoteId == vote.Id && o.CheckedByPersonId != null, ct)
            ? 0
            : await db.SecretMarks.CountAsync(
                m => m.VoteId == vote.Id && (m.Channel == BallotChannel.Paper || m.Channel == BallotChannel.Visit)
                    && db.RollEntries.Any(r => r.VoteId == vote.Id && r.SeatId == m.SeatId && r.ExcludedFor == null), ct);

    // Of a secret vote not before it is counted: it would say of single seats whether they have voted.
    private async Task<List<UncountedEntryView>> UncountedEntries(Vote vote, CancellationToken ct)
    {
        var voteId = vote.Id;
        if (vote is { Secret: true, Stage: not VoteStage.Closed })
        {
            return [];
        }

        var entries = await db.BallotEntries.AsNoTracking()
            .Where(e => e.VoteId == voteId
                && (e.Stage == BallotEntryStage.NotCheckedInTime || e.Stage == BallotEntryStage.NotSettledInTime || e.Stage == BallotEntryStage.Void
                    || e.SetAsideFor != null))
            .OrderBy(e => e.EnteredAt)
            .Take(VoteView.MostSeats)
            .ToListAsync(ct);
        if (entries.Count == 0)
        {
            return [];
        }

        var lines = await LinesOf(voteId, entries.Select(e => e.SeatId), ct);
        return entries.ConvertAll(e => new UncountedEntryView(
            e.SeatId, lines[e.SeatId].Label, e.Channel, e.TakenAt, e.EnteredAt, BallotEntry.WhyNotCounted(e.Stage) ?? IntakeWords.Of(e.SetAsideFor!.Value), e.SettledReason));
    }

    // The visits first and their lines after: joined, SQLite asks of every line of the roll whether it is on the list.
    private async Task<List<VisitView>> Visits(Guid voteId, CancellationToken ct)
    {
        var visits = await db.VisitList.AsNoTracking().Where(v => v.VoteId == voteId).OrderBy(v => v.SeatId).Take(VoteView.MostSeats).ToListAsync(ct);
        if (visits.Count == 0)
        {
            return [];
        }

        var lines = await LinesOf(voteId, visits.Select(v => v.SeatId), ct);
        return [.. visits.OrderBy(v => lines[v.SeatId].Label, StringComparer.Ordinal).Select(v => new VisitView(v.SeatId, lines[v.SeatId].Label, v.ListedAt, v.VisitedAt, v.Note))];
    }

    private async Task<List<FactView>> Facts(Guid voteId, CancellationToken ct) => await db.VoteFacts.AsNoTracking()
        .Where(f => f.VoteId == voteId)
        .OrderBy(f => f.Fact)
        .Select(f => new FactView(f.Fact, f.Holds, f.Source, f.StatedAt))
        .ToListAsync(ct);
}
