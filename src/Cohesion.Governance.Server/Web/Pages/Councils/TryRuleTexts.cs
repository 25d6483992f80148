using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Rules;

namespace Cohesion.Governance.Server.Web.Pages.Councils;

/// <summary>What the page on which rules are tried says.</summary>
internal static class TryRuleTexts
{
    public static readonly LocalText Title = new("Try a rule", "试算表决规则");
    public static readonly LocalText Lead = new("Choose a rule and give it numbers: it says what would come of them and what is missing. Nothing is kept.", "选一条规则，填上数字，即可看到结果和差额。不保存任何内容。");
    public static readonly LocalText Link = new("Try rules on invented numbers", "用假设数字试算规则");
    public static readonly LocalText All = new("All rules", "全部规则");
    public static readonly LocalText Own = new("This council's own", "本议事会采用");
    public static readonly LocalText Numbers = new("The numbers", "数字");
    public static readonly LocalText NumbersHint = new("What there is in all stands as in this council's register; change it as you like.", "总数取自本议事会现行名册，可任意修改。");
    public static readonly LocalText Everybody = new("Everybody", "全体");
    public static readonly LocalText Of = new("{0}: {1}", "{0}：{1}");
    public static readonly LocalText Do = new("What would come of it?", "试算结果");
    public static readonly LocalText Outcome = new("Outcome", "结果");
    public static readonly LocalText Missing = new("What this would need", "还需要什么");
    public static readonly LocalText Fixed = new("No ballot still to come could change it.", "剩余选票已不能改变结果。");
    public static readonly LocalText NoCap = new("This rule cuts down a very large holder. Totals cannot show one, so nothing is cut down here.", "该规则对最大持有人减计，合计数无法体现，这里未作减计。");
    public static readonly LocalText Another = new("Choose another rule", "换一条规则");
    public static readonly LocalText NextSession = new("The rule then waits for a further session: {0}.", "按规则还可再次召集：{0}。");

    /// <summary>Whose law it is; a place without a name here by its code.</summary>
    public static LocalText PlaceOf(string jurisdiction) => jurisdiction switch
    {
        "COUNCIL" => new("A council's own charter", "议事会自定"),
        "CN" => new("China", "中国"),
        "CN-SH" => new("Shanghai", "上海"),
        "AU-NSW" => new("New South Wales", "澳大利亚新南威尔士州"),
        "AU-QLD" => new("Queensland", "澳大利亚昆士兰州"),
        "DE" => new("Germany", "德国"),
        "ES" => new("Spain", "西班牙"),
        "FR" => new("France", "法国"),
        "GB" => new("England", "英国"),
        "HK" => new("Hong Kong", "中国香港"),
        "IT" => new("Italy", "意大利"),
        "SG" => new("Singapore", "新加坡"),
        "TW" => new("Taiwan", "中国台湾"),
        "US" => new("United States", "美国"),
        _ => LocalText.Same(jurisdiction),
    };

    /// <summary>What a total counts.</summary>
    public static LocalText NameOf(Tally tally) => tally switch
    {
        Tally.All => new("in all", "总数"),
        Tally.Yes => new("for", "同意"),
        Tally.No => new("against", "反对"),
        Tally.Abstain => new("abstaining", "弃权"),
        Tally.Present => new("present", "到会"),
        Tally.InPerson => new("present themselves", "本人到会"),
        Tally.Objected => new("objected afterwards", "事后异议"),
        _ => throw new ArgumentOutOfRangeException(nameof(tally), tally, "A total nobody is asked for"),
    };
}
