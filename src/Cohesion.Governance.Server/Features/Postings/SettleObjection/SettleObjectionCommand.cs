using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.Postings.SettleObjection;

/// <summary>The secretary or the convenor finds for or against an objection, after having heard both sides.</summary>
/// <param name="ObjectionId">The objection.</param>
/// <param name="Upheld">Whether it is right, so that the proposal goes back to be reworked.</param>
/// <param name="Finding">What mediation came to, in words both sides are told.</param>
[Title("settles an objection", "处理异议")]
[RequiresOffice(Office.CouncilSecretary, Office.StreetConvenor)]
[Refuses<InvalidRequest>]
[Refuses<ObjectionIsSettled>]
internal sealed record SettleObjectionCommand(Guid ObjectionId, bool Upheld, string Finding) : ICommand<Done>, IConcernsObjection;

internal sealed class SettleObjectionValidator : AbstractValidator<SettleObjectionCommand>
{
    public SettleObjectionValidator() => RuleFor(c => c.Finding).NotEmpty().MaximumLength(4000);
}
