using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Server.Web;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Decision = Cohesion.Governance.Domain.Rules.Decision;
using RuleOutcome = Cohesion.Governance.Domain.Rules.Outcome;

namespace Cohesion.Governance.Server.Features.Votes.VotePage;

internal sealed class VotePageHandler(GovernanceDbContext db, VoteDecision decisions, SecrecyCheck secrecy, CurrentMember member, Reader reader)
    : IRequestHandler<VotePageQuery, Outcome<VoteView>>
{
    public async Task<Outcome<VoteView>> Handle(VotePageQuery request, CancellationToken cancellationToken)
    {
        var vote = await db.Votes.AsNoTracking().SingleAsync(v => v.Id == request.VoteId, cancellationToken);
        var number = await db.Proposals.Where(p => p.Id == vote.ProposalId).Select(p => p.Number).SingleAsync(cancellationToken);
        var council = await db.Councils.AsNoTracking().SingleAsync(c => c.Id == vote.CouncilId, cancellationToken);
        var blocs = await TallyView.BlocsOf(db, vote.CouncilId, cancellationToken);
        var rule = RulePacks.Read(vote.RulePackJson, vote.RulePack);

        VoteStanding? standing = null;
        TallyView? tally = null;
        DecisionView? decision = null;
        Dictionary<Guid, BallotChannel> marks = [];
        if (vote is { Secret: true, RegisterVersion: not null })
        {
            (standing, tally, decision, marks) = await Secret(vote, blocs, cancellationToken);
        }
        else if (vote.RegisterVersion is not null)
        {
            standing = await decisions.Of(vote, open: !vote.HasEnded, cancellationToken);
            tally = TallyView.Of(vote, standing.Roll, standing.Ballots.ToDictionary(b => b.SeatId, b => b.Choice), standing.Measures, blocs);

            // What was counted is shown as it was counted, not as a later version of the program might count it.
            var shown = vote.DecisionJson is { } kept ? Decision.FromJson(kept) : standing.Decision;
            decision = vote.Stage == VoteStage.Cancelled ? null : DecisionView.Of(shown, standing.Roll, standing.Measures, blocs, reader.Language);
        }

        var roll = standing?.Roll ?? [];
        return new VoteView(
            vote.Id, vote.CouncilId, council.Name, council.TimeZone, vote.ProposalId, number, vote.Question, vote.TextVersion, vote.Session, vote.PreviousVoteId, RuleView.Of(rule),
            vote.Stage, vote.RegisterVersion, vote.OpensAt, vote.ClosesAt, vote.SettledAt, vote.ClosedAt,
            vote.Outcome, vote.NextSession, vote.ConfirmWindow, vote.ConfirmedAt, vote.Overturned, vote.CancelReason, council.EarlyDecision, vote.BallotsRoot,
            tally, decision, SeatsOf(vote, rule, standing, marks, await Deliveries(vote.Id, cancellationToken)), [.. roll.Select(r => r.SeatId).Where(member.ActsFor)],
            await Visits(vote.Id, cancellationToken), await Facts(vote.Id, cancellationToken),
            vote.DuplicatePolicy, await ExclusionView.Of(db, vote.Id, cancellationToken), await Uncounted(vote, roll, cancellationToken),
            await UncountedEntries(vote.Id, roll, cancellationToken),
            await db.BallotEntries.CountAsync(
                e => e.VoteId == vote.Id && (e.Stage == BallotEntryStage.AwaitingCheck || e.Stage == BallotEntryStage.Disputed), cancellationToken))
        {
            Secret = vote.Secret, ReceiptsRoot = vote.ReceiptsRoot,
            Turnout = vote is { Secret: true, Stage: VoteStage.Open } ? await TurnoutView.Read(db, vote, cancellationToken) : null,
            CannotBeSecret = vote is { Secret: true, Stage: VoteStage.Planned } ? (await secrecy.RefusalNow(vote, cancellationToken))?.Message : null,
        };
    }

    // Until it is counted nothing of a secret vote is evaluated, so that there is nothing to show.
    private async Task<(VoteStanding, TallyView?, DecisionView?, Dictionary<Guid, BallotChannel>)> Secret(Vote vote, List<Bloc> blocs, CancellationToken ct)
    {
        var electorate = await decisions.ElectorateOf(vote, ct);
        var isCounted = vote.Stage == VoteStage.Closed;
        var marks = await db.SecretMarks.AsNoTracking().Where(m => m.VoteId == vote.Id).ToDictionaryAsync(m => m.SeatId, m => m.Channel, ct);
        var decision = vote.DecisionJson is { } kept ? Decision.FromJson(kept) : new Decision { Pack = vote.RulePack, Outcome = RuleOutcome.Undecided, Rounds = [], Open = true };
        var ballots = isCounted ? await db.SecretBallots.AsNoTracking().Where(b => b.VoteId == vote.Id).ToListAsync(ct) : [];
        return (
            new VoteStanding(electorate.Pack, decision, electorate.Roll, [], electorate.Measures),
            isCounted ? SecretTally.Of(vote, electorate, ballots, blocs) : null,
            isCounted ? DecisionView.Of(decision, electorate.Roll, electorate.Measures, blocs, reader.Language) : null,
            isCounted ? marks : marks.Where(m => member.ActsFor(m.Key)).ToDictionary());
    }

    private List<SeatView> SeatsOf(Vote vote, RulePack rule, VoteStanding? standing, Dictionary<Guid, BallotChannel> marks, ILookup<Guid, DeliveryKind> deliveries)
    {
        if (standing is null)
        {
            return [];
        }

        var ballots = standing.Ballots.ToDictionary(b => b.SeatId);
        var isCounted = vote.Stage == VoteStage.Closed;
        return [.. standing.Roll.OrderBy(r => r.BlocCode, StringComparer.Ordinal).ThenBy(r => r.Label, StringComparer.Ordinal).Select(r =>
        {
            var ballot = ballots.GetValueOrDefault(r.SeatId);
            bool? hasVoted = !vote.Secret ? ballot is not null : isCounted || member.ActsFor(r.SeatId) ? marks.ContainsKey(r.SeatId) : null;
            var channel = ballot?.Channel ?? (marks.TryGetValue(r.SeatId, out var marked) ? marked : null);
            return new SeatView(
                r.SeatId, r.Label, r.PartyName, r.BlocCode, hasVoted, isCounted ? ballot?.Choice : null, channel, r.ExclusionNote,
                r.ServedAt is not null,
                rule.Silence.Mode != SilenceMode.Ignore || deliveries.Contains(r.SeatId) ? ServiceFinding.Why(r.ServedBy, [.. deliveries[r.SeatId]]) : null,
                r.ContestedSince is not null);
        })];
    }

    private async Task<ILookup<Guid, DeliveryKind>> Deliveries(Guid voteId, CancellationToken ct) =>
        (await db.DeliveryRecords.Where(d => d.VoteId == voteId).Select(d => new { d.SeatId, d.Kind }).Distinct().ToListAsync(ct)).ToLookup(d => d.SeatId, d => d.Kind);

    private async Task<List<UncountedBallotView>> Uncounted(Vote vote, IReadOnlyList<RollEntry> roll, CancellationToken ct)
    {
        var records = await db.BallotRecords.AsNoTracking()
            .Where(r => r.VoteId == vote.Id && !db.Ballots.Any(b => b.Receipt == r.Receipt))
            .OrderBy(r => r.CastAt)
            .ToListAsync(ct);
        if (records.Count == 0)
        {
            return [];
        }

        var standing = await db.BallotVoices.Where(v => v.VoteId == vote.Id).Select(v => v.Receipt).ToHashSetAsync(ct);
        var lines = roll.ToDictionary(r => r.SeatId);

        // One voice of co-owners who agree stands behind the seat's ballot and is no ballot less.
        return [.. records.Where(r => lines[r.SeatId].ContestedSince is not null || !standing.Contains(r.Receipt)).Select(r =>
        {
            var (state, why) = r.SetAsideFor is { } reason ? (ReceiptState.SetAside, IntakeWords.Of(reason))
                : standing.Contains(r.Receipt) ? (ReceiptState.Contested, VoteWords.ContestedVoice)
                : (ReceiptState.Replaced, VoteWords.ReplacedBallot);
            return new UncountedBallotView(r.SeatId, lines[r.SeatId].Label, r.Channel, r.TakenAt, r.CastAt, state, why);
        })];
    }

    private async Task<List<UncountedEntryView>> UncountedEntries(Guid voteId, IReadOnlyList<RollEntry> roll, CancellationToken ct)
    {
        var entries = await db.BallotEntries.AsNoTracking()
            .Where(e => e.VoteId == voteId
                && (e.Stage == BallotEntryStage.NotCheckedInTime || e.Stage == BallotEntryStage.NotSettledInTime || e.Stage == BallotEntryStage.Void))
            .OrderBy(e => e.EnteredAt)
            .ToListAsync(ct);
        var labels = roll.ToDictionary(r => r.SeatId, r => r.Label);
        return entries.ConvertAll(e => new UncountedEntryView(
            e.SeatId, labels[e.SeatId], e.Channel, e.TakenAt, e.EnteredAt, BallotEntry.WhyNotCounted(e.Stage)!, e.SettledReason));
    }

    private async Task<List<VisitView>> Visits(Guid voteId, CancellationToken ct) => await db.VisitList.AsNoTracking()
        .Where(v => v.VoteId == voteId)
        .Join(db.RollEntries.Where(r => r.VoteId == voteId), v => v.SeatId, r => r.SeatId, (v, r) => new { Visit = v, r.Label })
        .OrderBy(v => v.Label)
        .Select(v => new VisitView(v.Visit.SeatId, v.Label, v.Visit.ListedAt, v.Visit.VisitedAt, v.Visit.Note))
        .ToListAsync(ct);

    private async Task<List<FactView>> Facts(Guid voteId, CancellationToken ct) => await db.VoteFacts.AsNoTracking()
        .Where(f => f.VoteId == voteId)
        .OrderBy(f => f.Fact)
        .Select(f => new FactView(f.Fact, f.Holds, f.Source, f.StatedAt))
        .ToListAsync(ct);
}
