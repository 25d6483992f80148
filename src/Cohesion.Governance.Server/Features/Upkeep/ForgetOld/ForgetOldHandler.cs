using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Features.Registers;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Upkeep.ForgetOld;

internal sealed class ForgetOldHandler(GovernanceDbContext db, TimeProvider clock) : IRequestHandler<ForgetOldCommand, Outcome<Forgotten>>
{
    public async Task<Outcome<Forgotten>> Handle(ForgetOldCommand request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var (answersBefore, importsBefore) = (now - ForgetOldCommand.AnswersKept, now - RegisterImport.Kept);
        return new Forgotten(
            await db.IdempotentAnswers.Where(a => a.At < answersBefore).ExecuteDeleteAsync(cancellationToken),
            await db.RegisterImports.Where(i => i.At < importsBefore).ExecuteDeleteAsync(cancellationToken));
    }
}
