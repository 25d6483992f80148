using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Live;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Proposals.CommentOnProposal;

internal sealed class CommentOnProposalHandler(GovernanceDbContext db, CurrentMember member, LiveFeed live, TimeProvider clock)
    : IRequestHandler<CommentOnProposalCommand, Outcome<Guid>>
{
    public async Task<Outcome<Guid>> Handle(CommentOnProposalCommand request, CancellationToken cancellationToken)
    {
        var proposal = await db.Proposals.SingleAsync(p => p.Id == request.ProposalId, cancellationToken);
        if (proposal.TakeOpinion().Refused(out var refusal))
        {
            return refusal;
        }

        // The same words by the same person about the same version are the same comment, sent again.
        var said = await db.ProposalComments
            .Where(c => c.ProposalId == proposal.Id && c.TextVersion == proposal.TextVersion && c.ByPersonId == member.Id && c.Text == request.Text)
            .Select(c => (Guid?)c.Id)
            .FirstOrDefaultAsync(cancellationToken);
        if (said is { } earlier)
        {
            return earlier;
        }

        var now = clock.GetUtcNow();
        var comment = new ProposalComment
        {
            Id = Guid.CreateVersion7(now), ProposalId = proposal.Id, TextVersion = proposal.TextVersion, ByPersonId = member.Id, At = now, Text = request.Text,
        };
        db.ProposalComments.Add(comment);
        await live.Announce(Topics.Proposal(proposal.Id), "proposal.comment", new { comment.Id }, cancellationToken);
        return comment.Id;
    }
}
