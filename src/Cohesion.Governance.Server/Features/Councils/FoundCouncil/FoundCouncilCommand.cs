using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.Councils.FoundCouncil;

/// <summary>The convenor founds the council of a building, or of an alliance of several.</summary>
/// <param name="StreetId">The street.</param>
/// <param name="Name">What the council is called.</param>
/// <param name="Buildings">Its buildings, all in the street.</param>
/// <param name="Blocs">Its blocs, in the order in which pages show them.</param>
/// <param name="Measures">What its seats weigh.</param>
/// <param name="Rules">How it decides.</param>
/// <param name="TimeZone">IANA time zone in which its days begin and end.</param>
[Title("founds a council", "成立议事会")]
[RequiresOffice(Office.StreetConvenor)]
[Refuses<InvalidRequest>]
[Refuses<CouncilExists>]
[Refuses<BuildingUnknown>]
[Refuses<NoSuchRulePack>]
internal sealed record FoundCouncilCommand(
    Guid StreetId, LocalText Name, IReadOnlyList<Guid> Buildings, IReadOnlyList<NewBloc> Blocs, IReadOnlyList<NewMeasure> Measures, CouncilRules Rules,
    string TimeZone = "Asia/Shanghai") : ICommand<Guid>, IConcernsStreet, IFoundsCouncil;

/// <param name="Code">The word rules use for it.</param>
/// <param name="Name">What people call it.</param>
internal sealed record NewBloc(string Code, LocalText Name);

/// <param name="Code">The word rules use for it.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Unit">Unit shown after a number; empty for plain counts.</param>
/// <param name="Scale">Decimal places, 0 to 6.</param>
internal sealed record NewMeasure(string Code, LocalText Name, string Unit, int Scale);

internal sealed class FoundCouncilValidator : AbstractValidator<FoundCouncilCommand>
{
    public FoundCouncilValidator()
    {
        RuleFor(c => c.Name).IsName();
        RuleFor(c => c.Rules).SetValidator(new CouncilRulesValidator());
        RuleFor(c => c.TimeZone).Must(zone => TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
            .Says("Name a time zone as the IANA list does, such as Asia/Shanghai.", "请按 IANA 名称填写时区，例如 Asia/Shanghai。");
        RuleFor(c => c.Buildings).NotEmpty();
        RuleFor(c => c.Blocs).NotEmpty().Must(blocs => blocs.Count <= 50 && blocs.Select(b => b?.Code).Distinct(StringComparer.Ordinal).Count() == blocs.Count)
            .Says("Name each bloc once, at most 50.", "每个界别只能列一次，最多 50 个。");
        RuleFor(c => c.Measures).Must(measures => measures.Count <= 20 && measures.Select(m => m?.Code).Distinct(StringComparer.Ordinal).Count() == measures.Count)
            .Says("Name each measure once, at most 20.", "每个计量项只能列一次，最多 20 个。");
        RuleForEach(c => c.Blocs).NotNull().ChildRules(bloc =>
        {
            bloc.RuleFor(b => b.Code).IsCode();
            bloc.RuleFor(b => b.Name).IsName();
        });
        RuleForEach(c => c.Measures).NotNull().ChildRules(measure =>
        {
            measure.RuleFor(m => m.Code).IsCode();
            measure.RuleFor(m => m.Name).IsName();
            measure.RuleFor(m => m.Unit).MaximumLength(20);
            measure.RuleFor(m => m.Scale).InclusiveBetween(0, 6);
        });
    }
}

/// <summary>A council of that name stands in the street already.</summary>
internal sealed record CouncilExists : Refusal
{
    public override LocalText Message => new("A council of this name stands in the street already.", "本街道已有同名议事会。");
}

/// <summary>A building named does not stand in the street.</summary>
internal sealed record BuildingUnknown(Guid BuildingId) : Refusal
{
    public override LocalText Message => new LocalText(
        "The building {0} does not stand in this street. Enter it first.", "本街道没有楼宇 {0}，请先登记。").With(BuildingId);

    public override RefusalKind Kind => RefusalKind.Invalid;
}
