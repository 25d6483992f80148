using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.Meetings.AddAgendaItem;

/// <summary>A proposal, or something to talk about, comes on the agenda of a meeting.</summary>
/// <param name="ProposalId">A proposal waiting for a meeting; until the doors open, and with lawful notice of its own.</param>
/// <param name="Title">What to talk about, where it is no proposal; until the end of the meeting.</param>
[Title("puts an item on the agenda", "列入议程")]
[RequiresOffice(Office.StreetConvenor, Office.CouncilSecretary)]
[Refuses<InvalidRequest>]
[Refuses<MeetingStageWrong>]
[Refuses<SecondCallAgendaFixed>]
[Refuses<ProposalNotAwaitingAgenda>]
[Refuses<AlreadyOnAgenda>]
[Refuses<NoticeTooShort>]
internal sealed record AddAgendaItemCommand(Guid MeetingId, Guid? ProposalId = null, string? Title = null) : ICommand<Guid>, IConcernsMeeting;

internal sealed class AddAgendaItemValidator : AbstractValidator<AddAgendaItemCommand>
{
    public AddAgendaItemValidator()
    {
        RuleFor(c => c.Title).NotEmpty().MaximumLength(200).When(c => c.ProposalId is null);
        RuleFor(c => c.Title).Empty().When(c => c.ProposalId is not null);
    }
}
