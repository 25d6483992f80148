using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Councils.SetPublicPage;

internal sealed class SetPublicPageHandler(GovernanceDbContext db) : IRequestHandler<SetPublicPageCommand, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(SetPublicPageCommand request, CancellationToken cancellationToken)
    {
        (await db.Councils.SingleAsync(c => c.Id == request.CouncilId, cancellationToken)).PublicPage = request.Wanted;
        return default(Done);
    }
}
