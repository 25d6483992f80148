using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Notices.DeliverNotices;
using Hangfire;
using MediatR;

namespace Cohesion.Governance.Server.Jobs;

/// <summary>Delivers what people are to be told, and logs each delivery.</summary>
/// <remarks>Not tried again when it fails: the next sweep does the same.</remarks>
[AutomaticRetry(Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Delete)]
internal sealed class DeliverNoticesJob(IMediator mediator, CurrentMember member, ILogger<DeliverNoticesJob> log)
{
    public async Task Run(CancellationToken ct)
    {
        member.ActAsProcess();
        IReadOnlyList<DeliveredNotice> delivered;
        do
        {
            delivered = (await mediator.Send(new DeliverNoticesCommand(), ct)).Value;
            foreach (var notice in delivered)
            {
                log.LogInformation("Delivered {Kind} {Notice} to {Person}: {Path}", notice.Kind, notice.Id, notice.PersonId, notice.Path);
            }
        }
        while (delivered.Count == DeliverNoticesCommand.Batch);
    }
}
