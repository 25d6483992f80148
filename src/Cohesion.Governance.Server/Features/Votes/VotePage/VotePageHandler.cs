using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Server.Web;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Decision = Cohesion.Governance.Domain.Rules.Decision;

namespace Cohesion.Governance.Server.Features.Votes.VotePage;

internal sealed class VotePageHandler(GovernanceDbContext db, VoteDecision decisions, CurrentMember member, Reader reader)
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
        if (vote.RegisterVersion is not null)
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
            tally, decision, SeatsOf(vote, standing), [.. roll.Select(r => r.SeatId).Where(member.ActsFor)],
            await Visits(vote.Id, cancellationToken), await Facts(vote.Id, cancellationToken));
    }

    private static List<SeatView> SeatsOf(Vote vote, VoteStanding? standing)
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
            return new SeatView(
                r.SeatId, r.Label, r.PartyName, r.BlocCode, ballot is not null, isCounted ? ballot?.Choice : null, ballot?.Channel, r.ExclusionNote,
                r.ServedAt is not null);
        })];
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
