using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Upkeep.ForgetOld;
using Hangfire;
using MediatR;

namespace Cohesion.Governance.Server.Jobs;

/// <summary>Forgets answers that nobody can still be asking for.</summary>
/// <remarks>Not tried again when it fails: the next day does the same.</remarks>
[AutomaticRetry(Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Delete)]
internal sealed class ForgetOldJob(IMediator mediator, CurrentMember member, ILogger<ForgetOldJob> log)
{
    public async Task Run(CancellationToken ct)
    {
        member.ActAsProcess();
        var forgotten = (await mediator.Send(new ForgetOldCommand(), ct)).Value;
        log.LogInformation("Forgot {Answers} kept answers", forgotten.Answers);
    }
}
