using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.Votes.TryRule;

/// <summary>What a rule would say of invented totals. Nothing is stored. What the totals do not say of the whole electorate is the council's own register.</summary>
/// <param name="Totals">Totals as the rule language names them, separated by semicolons: <c>all.area=8820.50; yes@tenants.heads=2</c>. Absent: nobody has voted.</param>
[Title("tries a rule on invented numbers", "用假设数字试算规则")]
[RequiresMembership]
[Refuses<InvalidRequest>]
[Refuses<RulePackUnknown>]
[Refuses<TotalUnreadable>]
[Refuses<TotalsTooLarge>]
internal sealed record TryRuleQuery(Guid CouncilId, string RulePack, string? Totals = null) : IQuery<TriedRuleView>, IConcernsCouncil;

internal sealed class TryRuleValidator : AbstractValidator<TryRuleQuery>
{
    public TryRuleValidator() => RuleFor(q => q.Totals).MaximumLength(8000);
}

/// <summary>A rule on totals.</summary>
/// <param name="Lines">What the rule asks for, with the totals it was tried on.</param>
/// <param name="Decision">The outcome, each condition and what is missing, in the reader's language.</param>
/// <param name="Whole">Everybody, for the measures the rule reads.</param>
/// <param name="Blocs">Each bloc the rule looks into.</param>
/// <param name="WithoutCap">Whether the rule cuts down a large holder, which totals alone cannot show.</param>
internal sealed record TriedRuleView(
    RuleView Rule, IReadOnlyList<TriedLine> Lines, DecisionView Decision, TallyLine Whole, IReadOnlyList<BlocTally> Blocs, bool WithoutCap);

/// <summary>One line of totals.</summary>
/// <param name="Bloc">Code of the bloc; absent: everybody.</param>
/// <param name="Own">All there is by the council's register; absent where it does not keep the measure.</param>
/// <param name="Numbers">The totals tried, by tally: All, Yes, No, Abstain and what else the rule reads.</param>
internal sealed record TriedLine(
    string? Bloc, LocalText? BlocName, string Measure, LocalText MeasureName, string Unit, string? Own, IReadOnlyList<TriedNumber> Numbers);

/// <summary>One total.</summary>
/// <param name="Name">As the rule language names it: <c>yes@tenants.area</c>.</param>
/// <param name="Value">Exact; absent where nothing is known.</param>
internal sealed record TriedNumber(string Name, Tally Tally, string? Value);

/// <summary>A total that cannot be read.</summary>
internal sealed record TotalUnreadable(string Total) : Refusal
{
    public override LocalText Message => new LocalText(
        "“{0}” is not a total this rule reads. Give a number that is not negative, without a unit: 8820.50.", "“{0}”不是该规则所用的数字。请填写不小于零的数字，不带单位，例如 8820.50。").With(Total);

    public override RefusalKind Kind => RefusalKind.Invalid;
}

/// <summary>More have voted than there are.</summary>
internal sealed record TotalsTooLarge(LocalText Where, string Voted, string All) : Refusal
{
    public override LocalText Message => new LocalText(
        "{0}: for, against and abstaining come to {1}, but there are only {2} in all. Lower one of them.", "{0}：同意、反对、弃权合计 {1}，超过总数 {2}，请调低。").With(Where, Voted, All);

    public override RefusalKind Kind => RefusalKind.Invalid;
}
