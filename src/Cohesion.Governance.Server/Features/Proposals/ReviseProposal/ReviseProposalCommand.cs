using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.Proposals.ReviseProposal;

/// <summary>The author or the secretary puts a new version in place of the one they read; earlier versions stay.</summary>
/// <param name="ProposalId">The proposal.</param>
/// <param name="BasedOn">Number of the version that was changed; refused when there is a later one by now.</param>
/// <param name="Title">Title of the new version.</param>
/// <param name="Text">Its text.</param>
/// <param name="Items">All its items, not only changed ones.</param>
/// <param name="ChangeNote">What changed and why.</param>
/// <param name="RulePack">Another rule to decide it; null leaves the one it has.</param>
/// <param name="CostCents">Cost in hundredths of the currency.</param>
/// <param name="Currency">ISO 4217 code; CNY where none is given.</param>
/// <param name="CostShares">Who bears what part of the cost; together 100 %.</param>
[Title("revises the proposal", "修改议题")]
[RequiresMembership]
[Refuses<InvalidRequest>]
[Refuses<NotYourProposal>]
[Refuses<NotOpenToRevision>]
[Refuses<RevisedMeanwhile>]
[Refuses<ItemsNeeded>]
[Refuses<CostNeeded>]
[Refuses<CostSharesIncomplete>]
[Refuses<BlocSharesTwice>]
[Refuses<UnknownBloc>]
[Refuses<NoSuchRulePack>]
internal sealed record ReviseProposalCommand(
    Guid ProposalId, int BasedOn, string Title, string Text, IReadOnlyList<ItemDraft> Items, string ChangeNote, string? RulePack = null,
    long? CostCents = null, string? Currency = null, IReadOnlyList<ShareDraft>? CostShares = null)
    : ICommand<int>, IConcernsProposal
{
    /// <summary>The text as the domain checks it.</summary>
    public ProposalDraft ToDraft() => new(Title, Text, Items, CostCents, Currency, CostShares ?? [], ChangeNote);
}

internal sealed class ReviseProposalValidator : AbstractValidator<ReviseProposalCommand>
{
    public ReviseProposalValidator()
    {
        RuleFor(c => c.ToDraft()).SetValidator(new ProposalDraftValidator()).OverridePropertyName(string.Empty);
        RuleFor(c => c.ChangeNote).NotEmpty();
        RuleFor(c => c.RulePack).MaximumLength(100);
    }
}
