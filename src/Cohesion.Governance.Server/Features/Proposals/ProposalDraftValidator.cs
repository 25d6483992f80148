using System.Globalization;
using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Proposals;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.Proposals;

/// <summary>Lengths and ranges of a version's parts; whether they fit together the domain decides.</summary>
internal sealed class ProposalDraftValidator : AbstractValidator<ProposalDraft>
{
    /// <summary>Most needs one proposal may name when it is raised; more are attached later.</summary>
    public const int MostNeeds = 500;
    private const int MostItems = 50;

    public static LocalText TooMany { get; } = new("There are too many entries in this list. Make it shorter.", "列表条目过多，请精简。");

    /// <summary>The language of the request being checked.</summary>
    public static Language Language =>
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh" ? Language.Chinese : Language.English;

    public ProposalDraftValidator()
    {
        RuleFor(d => d.Title).NotEmpty().MaximumLength(200);
        RuleFor(d => d.Text).NotEmpty().MaximumLength(20_000);
        RuleFor(d => d.ChangeNote).MaximumLength(2000);
        RuleFor(d => d.CostCents).InclusiveBetween(0, 1_000_000_000_000_000);
        RuleFor(d => d.Currency).Length(3);
        RuleFor(d => d.Items).Must(items => items.Count <= MostItems).WithMessage(_ => TooMany.In(Language));
        RuleForEach(d => d.Items).NotNull().ChildRules(item =>
        {
            item.RuleFor(i => i.Title).NotEmpty().MaximumLength(200);
            item.RuleFor(i => i.Text).NotEmpty().MaximumLength(4000);
        });
        RuleFor(d => d.Shares).Must(shares => shares.Count <= MostItems).WithMessage(_ => TooMany.In(Language)).OverridePropertyName("CostShares");
        RuleForEach(d => d.Shares).NotNull().ChildRules(share =>
        {
            share.RuleFor(s => s.BlocCode).NotEmpty().MaximumLength(40);
            share.RuleFor(s => s.BasisPoints).InclusiveBetween(1, ProposalDraft.Whole);
            share.RuleFor(s => s.Basis).MaximumLength(200);
        }).OverridePropertyName("CostShares");
    }
}
