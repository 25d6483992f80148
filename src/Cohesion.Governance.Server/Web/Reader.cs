using System.Globalization;
using Cohesion.Governance.Domain;
using Microsoft.AspNetCore.Localization;

namespace Cohesion.Governance.Server.Web;

/// <summary>Who reads the page or answer: the language, and how numbers and times are written in it.</summary>
internal sealed class Reader(IHttpContextAccessor accessor, TimeProvider clock)
{
    /// <summary>Time zone of what belongs to no single council.</summary>
    private const string HomeZone = "Asia/Shanghai";

    public Language Language { get; private set; } = accessor.HttpContext is { } context ? LanguageOf(context) : Language.English;

    public CultureInfo Culture => CultureInfo.GetCultureInfo(Tag);

    /// <summary>The language as HTML and the hub name it (BCP 47).</summary>
    public string Tag => Language == Language.Chinese ? "zh-Hans" : "en";

    /// <summary>How dates and numbers are written where no council's time zone applies.</summary>
    public Writing Write => WriteIn(HomeZone);

    /// <summary>The language chosen for this request by cookie, query or browser (request localisation has decided already).</summary>
    public static Language LanguageOf(HttpContext context) =>
        context.Features.Get<IRequestCultureFeature>()?.RequestCulture.UICulture is { } culture && culture.TwoLetterISOLanguageName == "zh"
            ? Language.Chinese
            : Language.English;

    public string Say(LocalText text) => text.In(Language);

    /// <summary>How dates and numbers are written for a council.</summary>
    /// <param name="timeZone">Its IANA time zone.</param>
    public Writing WriteIn(string timeZone) => new(Language, TimeZoneInfo.FindSystemTimeZoneById(timeZone), clock.GetUtcNow());

    /// <summary>Chooses the language outside a request: a region rendered once for all who read it in that language.</summary>
    public void ReadIn(Language language) => Language = language;
}
