using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Needs;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.Needs.AnswerNeed;

/// <summary>The secretary answers a need that takes no proposal: it is done already, it belongs elsewhere, it cannot be.</summary>
[Title("answers a need", "答复诉求")]
[RequiresOffice(Office.CouncilSecretary, Office.StreetConvenor)]
[Refuses<InvalidRequest>]
[Refuses<NeedIsSettled>]
internal sealed record AnswerNeedCommand(Guid NeedId, string Answer) : ICommand<Done>, IConcernsNeed;

internal sealed class AnswerNeedValidator : AbstractValidator<AnswerNeedCommand>
{
    public AnswerNeedValidator() => RuleFor(c => c.Answer).NotEmpty().MaximumLength(4000);
}
