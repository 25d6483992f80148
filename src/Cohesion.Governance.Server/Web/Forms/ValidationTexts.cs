using System.Globalization;
using Cohesion.Governance.Domain;
using FluentValidation.Resources;

namespace Cohesion.Governance.Server.Web.Forms;

/// <summary>What is said beside a field that is out of range; without the property's English name, since it stands beside the field.</summary>
internal sealed class ValidationTexts : ILanguageManager
{
    private static readonly LocalText Other = new("This is not possible here. Please check it.", "此处填写有误，请检查。");

    // Keys are FluentValidation's validator names; braces are its placeholders.
    private static readonly Dictionary<string, LocalText> Texts = new(StringComparer.Ordinal)
    {
        ["NotEmptyValidator"] = FormTexts.FillIn,
        ["NotNullValidator"] = FormTexts.FillIn,
        ["LengthValidator"] = new("Between {MinLength} and {MaxLength} characters, please; these are {TotalLength}.", "请填写 {MinLength} 至 {MaxLength} 个字，现有 {TotalLength} 个。"),
        ["MinimumLengthValidator"] = new("At least {MinLength} characters, please; these are {TotalLength}.", "至少 {MinLength} 个字，现有 {TotalLength} 个。"),
        ["MaximumLengthValidator"] = new("At most {MaxLength} characters, please; these are {TotalLength}.", "最多 {MaxLength} 个字，现有 {TotalLength} 个。"),
        ["ExactLengthValidator"] = new("Exactly {MaxLength} characters, please.", "须为 {MaxLength} 个字符。"),
        ["InclusiveBetweenValidator"] = new("Between {From} and {To}, please.", "请填写 {From} 至 {To} 之间的值。"),
        ["ExclusiveBetweenValidator"] = new("More than {From} and less than {To}, please.", "须大于 {From} 且小于 {To}。"),
        ["GreaterThanValidator"] = new("More than {ComparisonValue}, please.", "须大于 {ComparisonValue}。"),
        ["GreaterThanOrEqualValidator"] = new("At least {ComparisonValue}, please.", "不得小于 {ComparisonValue}。"),
        ["LessThanValidator"] = new("Less than {ComparisonValue}, please.", "须小于 {ComparisonValue}。"),
        ["LessThanOrEqualValidator"] = new("At most {ComparisonValue}, please.", "不得大于 {ComparisonValue}。"),
        ["EqualValidator"] = new("This must be {ComparisonValue}.", "须为 {ComparisonValue}。"),
        ["NotEqualValidator"] = new("This must not be {ComparisonValue}.", "不能为 {ComparisonValue}。"),
        ["EnumValidator"] = new("Please choose one of the possibilities.", "请从所列选项中选择。"),
        ["RegularExpressionValidator"] = new("This is not written as it should be.", "格式不正确。"),
        ["EmailValidator"] = new("This is no e-mail address.", "不是有效的电子邮箱地址。"),
        ["EmptyValidator"] = new("Leave this empty, please.", "此项须留空。"),
        ["NullValidator"] = new("Leave this empty, please.", "此项须留空。"),
    };

    public bool Enabled { get; set; } = true;

    public CultureInfo? Culture { get; set; }

    public string GetString(string key, CultureInfo? culture = null) =>
        Texts.GetValueOrDefault(key, Other).In((culture ?? Culture ?? CultureInfo.CurrentUICulture).TwoLetterISOLanguageName == "zh" ? Language.Chinese : Language.English);
}
