using System.Globalization;
using Cohesion.Governance.Domain;
using FluentValidation;

namespace Cohesion.Governance.Server.Pipeline;

/// <summary>Rules that several areas' validators share.</summary>
internal static class ValidationRules
{
    /// <summary>Longest name of anything.</summary>
    public const int MaxName = 200;

    /// <summary>Says in both languages what is wrong and what to do.</summary>
    public static IRuleBuilderOptions<T, TProperty> Says<T, TProperty>(this IRuleBuilderOptions<T, TProperty> rule, string en, string zh) =>
        rule.WithMessage(_ => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh" ? zh : en);

    /// <summary>A name in at least one of the languages.</summary>
    public static IRuleBuilderOptions<T, LocalText?> IsName<T>(this IRuleBuilder<T, LocalText?> rule) => rule
        .Must(name => name is not null && name.En.Trim().Length + name.Zh.Trim().Length > 0 && name.En.Length <= MaxName && name.Zh.Length <= MaxName)
        .Says("Give a name of at most 200 characters, in English, Chinese or both.", "请填写名称（中文、英文或两者），每种不超过 200 字。");

    /// <summary>A short word that rules and programs use.</summary>
    public static IRuleBuilderOptions<T, string> IsCode<T>(this IRuleBuilder<T, string> rule) => rule
        .Matches("^[a-z][a-zA-Z0-9]{0,39}$")
        .Says("A code is a lower-case letter followed by up to 39 letters or digits.", "代码须以小写字母开头，后接最多 39 个字母或数字。");
}
