using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.Notices.DeliverNotices;

/// <summary>Notices not delivered yet are shown to those they are for, the oldest first. Of two that deliver at once, one gets each notice.</summary>
/// <param name="Most">At most so many in one transaction.</param>
/// <remarks>Answers what was delivered.</remarks>
[Title("delivers notices", "送达通知")]
[ProcessOnly]
[Refuses<InvalidRequest>]
internal sealed record DeliverNoticesCommand(int Most = DeliverNoticesCommand.Batch) : ICommand<IReadOnlyList<DeliveredNotice>>
{
    public const int Batch = 100;
}

internal sealed record DeliveredNotice(Guid Id, Guid PersonId, string Kind, string Path);

internal sealed class DeliverNoticesValidator : AbstractValidator<DeliverNoticesCommand>
{
    public DeliverNoticesValidator() => RuleFor(c => c.Most).InclusiveBetween(1, 1000);
}
