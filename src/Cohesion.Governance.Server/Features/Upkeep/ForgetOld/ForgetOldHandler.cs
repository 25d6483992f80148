using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Upkeep.ForgetOld;

internal sealed class ForgetOldHandler(GovernanceDbContext db, TimeProvider clock) : IRequestHandler<ForgetOldCommand, Outcome<Forgotten>>
{
    public async Task<Outcome<Forgotten>> Handle(ForgetOldCommand request, CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow() - ForgetOldCommand.AnswersKept;
        return new Forgotten(await db.IdempotentAnswers.Where(a => a.At < before).ExecuteDeleteAsync(cancellationToken));
    }
}
