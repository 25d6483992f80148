using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Journal.SealJournals;
using Hangfire;
using MediatR;

namespace Cohesion.Governance.Server.Jobs;

/// <summary>Seals journals, and logs the line of each seal: the log goes where the database's keeper may not.</summary>
/// <remarks>Not tried again when it fails: the next hour does the same.</remarks>
[AutomaticRetry(Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Delete)]
internal sealed class SealJournalsJob(IMediator mediator, CurrentMember member, ILogger<SealJournalsJob> log)
{
    public async Task Run(CancellationToken ct)
    {
        member.ActAsProcess();
        foreach (var line in (await mediator.Send(new SealJournalsCommand(), ct)).Value.Lines)
        {
            log.LogInformation("Sealed: {Line}", line);
        }
    }
}
