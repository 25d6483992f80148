using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Votes.VoteCourse;

internal sealed class VoteCourseHandler(GovernanceDbContext db) : IRequestHandler<VoteCourseQuery, Outcome<VoteCourseView>>
{
    public async Task<Outcome<VoteCourseView>> Handle(VoteCourseQuery request, CancellationToken cancellationToken) =>
        await db.Votes.Where(v => v.Id == request.VoteId)
            .Select(v => new VoteCourseView(v.Stage, v.OpensAt, v.ClosesAt, v.SettledAt))
            .SingleAsync(cancellationToken);
}
