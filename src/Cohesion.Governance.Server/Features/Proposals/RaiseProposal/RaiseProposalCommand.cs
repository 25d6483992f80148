using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Needs;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.Proposals.RaiseProposal;

/// <summary>Somebody puts a proposal before the council, which starts its process.</summary>
/// <param name="CouncilId">The council.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Text">What it is about and why.</param>
/// <param name="Items">What it would have done; each item becomes a resolution of its own.</param>
/// <param name="RulePack">The rule that will decide it; the council's usual one where none is given.</param>
/// <param name="CostCents">Cost in hundredths of the currency.</param>
/// <param name="Currency">ISO 4217 code; CNY where none is given.</param>
/// <param name="CostShares">Who bears what part of the cost; together 100 %.</param>
/// <param name="NeedIds">The needs it answers.</param>
[Title("raises a proposal", "提出议题")]
[RequiresOffice(
    Office.StreetConvenor, Office.CouncilSecretary, Office.PropertyManager, Office.TenantRepresentative, Office.Owner,
    Office.PartyCommitteeMember, OrSeat = true)]
[Refuses<InvalidRequest>]
[Refuses<ItemsNeeded>]
[Refuses<CostNeeded>]
[Refuses<CostSharesIncomplete>]
[Refuses<BlocSharesTwice>]
[Refuses<UnknownBloc>]
[Refuses<NoSuchRulePack>]
[Refuses<NeedUnknown>]
[Refuses<NeedIsSettled>]
internal sealed record RaiseProposalCommand(
    Guid CouncilId, string Title, string Text, IReadOnlyList<ItemDraft> Items, string? RulePack = null, long? CostCents = null, string? Currency = null,
    IReadOnlyList<ShareDraft>? CostShares = null, IReadOnlyList<Guid>? NeedIds = null)
    : ICommand<Guid>, IConcernsCouncil
{
    /// <summary>The text as the domain checks it.</summary>
    public ProposalDraft ToDraft() => new(Title, Text, Items, CostCents, Currency, CostShares ?? []);
}

internal sealed class RaiseProposalValidator : AbstractValidator<RaiseProposalCommand>
{
    public RaiseProposalValidator()
    {
        RuleFor(c => c.ToDraft()).SetValidator(new ProposalDraftValidator()).OverridePropertyName(string.Empty);
        RuleFor(c => c.RulePack).MaximumLength(100);
        RuleFor(c => c.NeedIds).Must(ids => ids is null || ids.Count <= ProposalDraftValidator.MostNeeds)
            .WithMessage(_ => ProposalDraftValidator.TooMany.In(ProposalDraftValidator.Language));
    }
}
