using Cohesion.Governance.Domain.Votes;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.Votes;

/// <summary>The numbers of one group, whoever enters them.</summary>
internal sealed class EnvelopeTotalsValidator : AbstractValidator<EnvelopeTotals>
{
    public EnvelopeTotalsValidator()
    {
        RuleFor(t => t.Letter).NotEmpty().MaximumLength(4);
        RuleFor(t => t.Yes).InclusiveBetween(0, EnvelopeTotals.Most);
        RuleFor(t => t.No).InclusiveBetween(0, EnvelopeTotals.Most);
        RuleFor(t => t.Abstain).InclusiveBetween(0, EnvelopeTotals.Most);
        RuleFor(t => t.Invalid).InclusiveBetween(0, EnvelopeTotals.Most);
    }
}
