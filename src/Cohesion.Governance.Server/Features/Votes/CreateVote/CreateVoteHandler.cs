using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Live;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Server.Process;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Votes.CreateVote;

internal sealed class CreateVoteHandler(GovernanceDbContext db, RulePacks packs, ProcessOutbox process, LiveFeed live, TimeProvider clock)
    : IRequestHandler<CreateVoteCommand, Outcome<Guid>>
{
    public async Task<Outcome<Guid>> Handle(CreateVoteCommand request, CancellationToken cancellationToken)
    {
        var proposal = await db.Proposals.SingleAsync(p => p.Id == request.ProposalId, cancellationToken);
        var last = await db.Votes
            .Where(v => v.ProposalId == proposal.Id && v.TextVersion == proposal.TextVersion)
            .OrderByDescending(v => v.Session)
            .FirstOrDefaultAsync(cancellationToken);
        if (last is { HasEnded: false })
        {
            return last.Id;
        }

        if (last is not null && (last.Stage == VoteStage.Cancelled || last.NextSession is null))
        {
            return new AlreadyVotedOn();
        }

        if (proposal.Stage is ProposalStage.Closed or ProposalStage.Merged or ProposalStage.Withdrawn or ProposalStage.Failed)
        {
            return new ProposalHasEnded();
        }

        if (last is null && !packs.Exists(proposal.RulePack))
        {
            return new RulePackUnknown(proposal.RulePack);
        }

        var now = clock.GetUtcNow();
        var packText = last?.RulePackJson ?? packs.TextOf(proposal.RulePack);
        var item = await ItemThatSentIt(proposal.Id, cancellationToken);
        var vote = new Vote
        {
            Id = Guid.CreateVersion7(now),
            CouncilId = proposal.CouncilId,
            ProposalId = proposal.Id,
            TextVersion = proposal.TextVersion,
            Question = proposal.Title,
            Session = (last?.Session ?? 0) + 1,
            PreviousVoteId = last?.Id,
            SessionRound = last?.NextSession,
            MeetingId = item?.MeetingId,
            Secret = last?.Secret ?? (request.Secret || item?.SecretVote == true),

            // A second call is held under the rule of the first.
            RulePack = last?.RulePack ?? proposal.RulePack,
            RulePackJson = packText,
            BallotChange = RulePacks.Read(packText, proposal.RulePack).Change,
            DuplicatePolicy = last?.DuplicatePolicy
                ?? await db.Councils.Where(c => c.Id == proposal.CouncilId).Select(c => c.DuplicatePolicy).SingleAsync(cancellationToken),
            Window = request.Window,
        };
        db.Votes.Add(vote);
        proposal.Enter(ProposalStage.Voting, now);

        // Names of inputs are compared as they are written in the file; a dictionary's keys keep their spelling.
        process.Start("vote", vote.CouncilId, vote.Id, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["VoteId"] = vote.Id.ToString("D"),
            ["Window"] = vote.Window,
        });
        await live.Announce(Topics.Proposal(proposal.Id), "vote.created", new { VoteId = vote.Id, vote.Session }, cancellationToken);
        return vote.Id;
    }

    private Task<AgendaItem?> ItemThatSentIt(Guid proposalId, CancellationToken ct) => db.AgendaItems.AsNoTracking()
        .Where(i => i.ProposalId == proposalId && i.Decision == AgendaDecision.ToVote)
        .OrderByDescending(i => i.DecidedAt)
        .FirstOrDefaultAsync(ct);
}
