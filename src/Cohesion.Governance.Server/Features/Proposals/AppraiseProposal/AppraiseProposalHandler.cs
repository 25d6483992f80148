using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Live;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Server.Process;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Proposals.AppraiseProposal;

internal sealed class AppraiseProposalHandler(GovernanceDbContext db, CurrentMember member, ProcessOutbox process, LiveFeed live, TimeProvider clock)
    : IRequestHandler<AppraiseProposalCommand, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(AppraiseProposalCommand request, CancellationToken cancellationToken)
    {
        var proposal = await db.Proposals.SingleAsync(p => p.Id == request.ProposalId, cancellationToken);
        if (proposal.Stage != ProposalStage.Appraisal)
        {
            return new AppraisalNotOpen(proposal.Stage);
        }

        var asked = await ProposalNews.ThoseWhoAsked(db, proposal, cancellationToken);
        if (!asked.Contains(member.Id))
        {
            return new NotAskedToAppraise();
        }

        var appraisals = await db.Appraisals.Where(a => a.ProposalId == proposal.Id).ToListAsync(cancellationToken);
        var now = clock.GetUtcNow();
        if (appraisals.Find(a => a.PersonId == member.Id) is { } mine)
        {
            (mine.Rating, mine.Comment, mine.At) = (request.Rating, request.Comment, now);
        }
        else
        {
            db.Appraisals.Add(new Appraisal { ProposalId = proposal.Id, PersonId = member.Id, Rating = request.Rating, Comment = request.Comment, At = now });

            // Two last ones at once must not both believe that the other is still missing.
            db.Entry(proposal).Property(p => p.Version).IsModified = true;
            if (asked.All(person => person == member.Id || appraisals.Exists(a => a.PersonId == person)))
            {
                process.Signal(ProposalProcess.AppraisalCompleted, proposal.CouncilId, proposal.Id);
            }
        }

        await live.Announce(Topics.Proposal(proposal.Id), "proposal.appraisal", new { request.Rating }, cancellationToken);
        return default(Done);
    }
}
