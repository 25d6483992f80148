namespace Cohesion.Governance.Domain.Rules;

/// <summary>How a measure is called and written.</summary>
/// <param name="English">area</param>
/// <param name="Chinese">面积</param>
/// <param name="EnglishUnit">m²; empty where a number stands alone.</param>
/// <param name="ChineseUnit">m²</param>
/// <param name="Decimals">How many decimals a number of it is always written with.</param>
public sealed record MeasureLabel(string English, string Chinese, string EnglishUnit = "", string ChineseUnit = "", int Decimals = 0)
{
    /// <summary>A council's own measure.</summary>
    /// <param name="name">As the council calls it.</param>
    /// <param name="unit">Its unit; empty where a number stands alone.</param>
    /// <param name="decimals">How many decimals its numbers have.</param>
    public static MeasureLabel Of(LocalText name, string unit, int decimals) =>
        new(name.En, name.Zh, unit, unit.Length > 0 ? unit : CounterOf(name.Zh), decimals);

    // What Chinese counts by stands in the measure's own name: 人数, 家数, 户数, 套数.
    private static string CounterOf(string measure) => measure.Length > 1 && measure[^1] == '数' ? measure[^2..^1] : string.Empty;
}

/// <summary>How a bloc and its parties are called.</summary>
/// <param name="English">Tenants</param>
/// <param name="Chinese">入驻企业</param>
/// <param name="EnglishParty">tenant firm</param>
/// <param name="EnglishParties">tenant firms</param>
/// <param name="ChineseParties">Measure word and noun: 家企业.</param>
public sealed record BlocLabel(
    string English, string Chinese, string EnglishParty = "party", string EnglishParties = "parties", string ChineseParties = "个单位");

/// <summary>The names a council gives its measures and blocs. Immutable.</summary>
public sealed record MeasureLabels
{
    private static readonly Dictionary<string, MeasureLabel> s_known = new(StringComparer.Ordinal)
    {
        ["heads"] = new("heads", "人数", "", "人"),
        ["area"] = new("area", "面积", "m²", "m²", 2),
        ["units"] = new("units", "套数", "units", "套"),
        ["lots"] = new("lots", "户数", "lots", "户"),
        ["share"] = new("shares", "份额"),
        ["shares"] = new("shares", "份额"),
        ["votes"] = new("votes", "票数", "votes", "票"),
        ["count"] = new("blocs", "界别数", "blocs", "个界别"),
    };

    /// <summary>The names of the language itself, where a council has not given others.</summary>
    public static MeasureLabels Plain { get; } = new();

    public IReadOnlyDictionary<string, MeasureLabel> Measures { get; init; } = s_known;

    public IReadOnlyDictionary<string, BlocLabel> Blocs { get; init; } = new Dictionary<string, BlocLabel>();

    /// <summary>How parties are called where no bloc is meant.</summary>
    public BlocLabel Everybody { get; init; } = new("", "");

    /// <summary>The label of a measure; the measure's own name where there is none.</summary>
    public MeasureLabel Of(string measure)
        => Measures.GetValueOrDefault(measure) ?? s_known.GetValueOrDefault(measure) ?? new MeasureLabel(measure, measure);

    public BlocLabel OfBloc(string? bloc)
        => bloc is null ? Everybody : Blocs.GetValueOrDefault(bloc) ?? new BlocLabel(bloc, bloc);

    /// <summary>A number of the measure: exact wherever decimals can write it, else cut and marked with an ellipsis.</summary>
    public string Number(Rational value, string? measure)
    {
        var decimals = measure is null ? 0 : Of(measure).Decimals;
        return value.DecimalPlaces is { } places and <= 6
            ? value.ToDecimal(Math.Max(places, decimals))
            : value.ToDecimal(Math.Max(decimals, 2)) + "…";
    }

    /// <summary>The number with its unit.</summary>
    public string Quantity(Rational value, string? measure, RuleLanguage language)
    {
        var unit = measure is null ? "" : language == RuleLanguage.Chinese ? Of(measure).ChineseUnit : Of(measure).EnglishUnit;
        return unit.Length == 0 ? Number(value, measure) : $"{Number(value, measure)} {unit}";
    }
}
