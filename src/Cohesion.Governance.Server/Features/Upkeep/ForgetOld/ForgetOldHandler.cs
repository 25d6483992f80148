using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Server.Process;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Upkeep.ForgetOld;

internal sealed class ForgetOldHandler(GovernanceDbContext db, TimeProvider clock) : IRequestHandler<ForgetOldCommand, Outcome<Forgotten>>
{
    public async Task<Outcome<Forgotten>> Handle(ForgetOldCommand request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var before = now - ForgetOldCommand.AnswersKept;
        var answers = await db.IdempotentAnswers.Where(a => a.At < before).ExecuteDeleteAsync(cancellationToken);
        var signals = await db.ProcessSignals
            .Where(s => s.State == ProcessSignalState.Kept && s.KeepUntil != null && s.KeepUntil <= now)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.State, ProcessSignalState.Expired), cancellationToken);
        return new Forgotten(answers, signals);
    }
}
