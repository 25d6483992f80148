using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.FollowUps;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.FollowUps.RuleOnFollowUp;

/// <summary>Those who asked said nothing in time: the secretary decides, or where the promise is his own, the party committee or the convenor.</summary>
[Title("rules on the action", "裁定跟进事项")]
[RequiresOffice(Office.CouncilSecretary, Office.PartyCommitteeMember, Office.StreetConvenor)]
[Refuses<InvalidRequest>]
[Refuses<NotForRuling>]
[Refuses<OwnPromise>]
internal sealed record RuleOnFollowUpCommand(Guid FollowUpId, bool Kept, string Note) : ICommand<Done>, IConcernsFollowUp;

internal sealed class RuleOnFollowUpValidator : AbstractValidator<RuleOnFollowUpCommand>
{
    public RuleOnFollowUpValidator() => RuleFor(c => c.Note).NotEmpty().MaximumLength(1000);
}
