using System.Globalization;
using Cohesion.Governance.Domain;

namespace Cohesion.Governance.Server.Web;

/// <summary>Who reads the page or answer: the language, and how numbers and times are written in it.</summary>
internal sealed class Reader(IHttpContextAccessor accessor)
{
    public Language Language { get; } = accessor.HttpContext is { } context ? LanguageOf(context) : Language.English;

    /// <summary>The language chosen for this request by cookie, query or browser (request localisation has decided already).</summary>
    public static Language LanguageOf(HttpContext context) =>
        context.Features.Get<Microsoft.AspNetCore.Localization.IRequestCultureFeature>()?.RequestCulture.UICulture is { } culture
            && culture.TwoLetterISOLanguageName == "zh"
            ? Language.Chinese
            : Language.English;

    public string Say(LocalText text) => text.In(Language);

    public CultureInfo Culture => CultureInfo.GetCultureInfo(Language == Language.Chinese ? "zh-Hans" : "en");
}
