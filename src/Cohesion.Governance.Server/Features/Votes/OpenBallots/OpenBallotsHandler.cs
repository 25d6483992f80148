using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Live;
using Cohesion.Governance.Server.Notices;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Votes.OpenBallots;

internal sealed class OpenBallotsHandler(GovernanceDbContext db, SecretKeys keys, ManyRows many, NoticeBoard notices, LiveFeed live, TimeProvider clock)
    : IRequestHandler<OpenBallotsCommand, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(OpenBallotsCommand request, CancellationToken cancellationToken)
    {
        var vote = await db.Votes.SingleAsync(v => v.Id == request.VoteId, cancellationToken);
        if (vote.Stage is VoteStage.Open or VoteStage.Closed or VoteStage.Cancelled)
        {
            return default(Done);
        }

        var now = clock.GetUtcNow();
        var until = IsoPeriod.TryParse(request.Window)!.After(now);
        var silence = RulePacks.Read(vote.RulePackJson, vote.RulePack).Silence;
        if (silence.After?.After(now) is { } silenceCounts && silenceCounts > until)
        {
            until = silenceCounts;
        }

        if (vote.Open(now, until).Refused(out var refusal))
        {
            return refusal;
        }

        if (vote.Secret)
        {
            // On the disk before anybody can vote. If this is rolled back, the file is of no vote and is destroyed.
            using var key = keys.Make(vote.Id);
            vote.SecretKeyId = key.Id;
        }

        var proposal = await db.Proposals.SingleAsync(p => p.Id == vote.ProposalId, cancellationToken);
        if (proposal.Stage == ProposalStage.Voting)
        {
            proposal.StageUntil = until;
        }

        var timeZone = await db.Councils.Where(c => c.Id == vote.CouncilId).Select(c => c.TimeZone).SingleAsync(cancellationToken);
        var voters = db.RollEntries.Where(r => r.VoteId == vote.Id && r.ExcludedFor == null).Select(r => r.SeatId);
        var told = await voters.Where(seat => db.OfficeHoldings.Any(h => h.SeatId == seat && h.Since <= now && (h.Until == null || h.Until > now))).ToListAsync(cancellationToken);
        await many.Change(
            told, some => db.RollEntries.Where(r => r.VoteId == vote.Id && some.Contains(r.SeatId)), set => set.SetProperty(r => r.ToldAt, now), cancellationToken);
        await notices.TellSeats(
            vote.CouncilId, voters, "vote.opened", VoteWords.Opened(vote, VoteWords.Moment(until, timeZone)), VoteWords.BallotPageOf(vote.Id), cancellationToken);
        var payload = new { VoteId = vote.Id, vote.ProposalId, vote.OpensAt, vote.ClosesAt };
        await live.Announce(Topics.Vote(vote.Id), "vote.opened", payload, cancellationToken);
        await live.Announce(Topics.Proposal(vote.ProposalId), "vote.opened", payload, cancellationToken);
        await live.Announce(Topics.Council(vote.CouncilId), "vote.opened", payload, cancellationToken);
        return default(Done);
    }
}
