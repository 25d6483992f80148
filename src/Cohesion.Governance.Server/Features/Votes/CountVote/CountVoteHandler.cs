using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Live;
using Cohesion.Governance.Server.Notices;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Server.Process;
using MediatR;
using Microsoft.EntityFrameworkCore;
using RuleOutcome = Cohesion.Governance.Domain.Rules.Outcome;

namespace Cohesion.Governance.Server.Features.Votes.CountVote;

internal sealed class CountVoteHandler(
    GovernanceDbContext db, VoteDecision decisions, SecretCount secret, ProcessOutbox process, NoticeBoard notices, LiveFeed live, TimeProvider clock)
    : IRequestHandler<CountVoteCommand, Outcome<CountedVote>>
{
    public async Task<Outcome<CountedVote>> Handle(CountVoteCommand request, CancellationToken cancellationToken)
    {
        var vote = await db.Votes.SingleAsync(v => v.Id == request.VoteId, cancellationToken);
        if (vote.Stage == VoteStage.Closed)
        {
            return new CountedVote(vote.Outcome!, vote.NextSession, vote.BallotsRoot!, vote.ReceiptsRoot);
        }

        var now = clock.GetUtcNow();
        if (vote.MayBeCountedAt(now).Refused(out var refusal))
        {
            return refusal;
        }

        if (vote.Secret)
        {
            return await CountSecret(vote, now, cancellationToken);
        }

        // What nobody has checked or settled by now does not count; the result says so of each.
        var waiting = await db.BallotEntries
            .Where(e => e.VoteId == vote.Id && (e.Stage == BallotEntryStage.AwaitingCheck || e.Stage == BallotEntryStage.Disputed))
            .ToListAsync(cancellationToken);
        waiting.ForEach(e => e.LeaveUncounted());

        var standing = await decisions.Of(vote, open: false, cancellationToken);
        var decision = standing.Decision;
        vote.Close(now, decision.Outcome.ToString(), decision.ToJson(), decision.NextSession, decision.ConfirmWindow?.Text, BallotTree.Of(vote.Id, standing.Roll, standing.Ballots).Root);

        if (waiting.Count > 0)
        {
            await notices.TellOffices(
                vote.CouncilId, [Office.CouncilSecretary], "vote.entriesUncounted", VoteWords.EntriesUncounted(vote, waiting.Count), VoteWords.EntriesPageOf(vote.Id),
                cancellationToken);
        }

        var tally = TallyView.Of(
            vote, standing.Roll, standing.Ballots.ToDictionary(b => b.SeatId, b => b.Choice), standing.Measures,
            await TallyView.BlocsOf(db, vote.CouncilId, cancellationToken));
        return await Tell(vote, tally, cancellationToken);
    }

    private async Task<Outcome<CountedVote>> CountSecret(Vote vote, DateTimeOffset now, CancellationToken ct)
    {
        if (!(await secret.Close(vote, now, ct)).Granted(out var tally, out var refusal))
        {
            return refusal;
        }

        return await Tell(vote, tally, ct);
    }

    private async Task<Outcome<CountedVote>> Tell(Vote vote, TallyView tally, CancellationToken ct)
    {
        process.Signal("vote.decided", vote.CouncilId, vote.ProposalId, new { vote.Outcome, VoteId = vote.Id });
        var outcome = VoteWords.OutcomeName(Enum.Parse<RuleOutcome>(vote.Outcome!));
        await notices.TellAll(vote.CouncilId, "vote.decided", VoteWords.Decided(vote, outcome), VoteWords.PageOf(vote.Id), ct);
        await live.Announce(Topics.Vote(vote.Id), "vote.tally", tally, ct);
        var closed = new { VoteId = vote.Id, vote.ProposalId, vote.Outcome, vote.NextSession, vote.BallotsRoot, vote.ReceiptsRoot };
        await live.Announce(Topics.Vote(vote.Id), "vote.closed", closed, ct);
        await live.Announce(Topics.Proposal(vote.ProposalId), "vote.closed", closed, ct);
        await live.Announce(Topics.Council(vote.CouncilId), "vote.closed", closed, ct);
        return new CountedVote(vote.Outcome!, vote.NextSession, vote.BallotsRoot!, vote.ReceiptsRoot);
    }
}
