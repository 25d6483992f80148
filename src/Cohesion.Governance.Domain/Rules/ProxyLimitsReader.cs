using System.Globalization;
using System.Text.Json;
using Cohesion.Governance.Domain.Councils;

namespace Cohesion.Governance.Domain.Rules;

/// <summary>Reads the <c>proxy</c> part of a rule pack.</summary>
internal static class ProxyLimitsReader
{
    public static ProxyLimits Read(JsonPlace place)
    {
        place.AsObject("source", "allowed", "written", "longest", "notHeldBy", "headsOver", "limits", "note");
        var limits = place.Find("limits");
        if (place.Find("headsOver") is { } alone && limits is null)
            throw alone.Fault("says from how many heads on limits bind, but there are no 'limits'", "写明了适用限制的人数，却没有 limits");

        return new ProxyLimits
        {
            Source = place.Find("source")?.Words(),
            Allowed = place.Find("allowed")?.Flag() ?? true,
            Written = place.Find("written")?.Flag() ?? false,
            Longest = place.Find("longest")?.Period(),
            NotHeldBy = place.Find("notHeldBy") is { } offices ? [.. offices.Names().Select((_, i) => offices.Items()[i].Word<Office>("an office", "职务"))] : [],
            HeadsOver = place.Find("headsOver") is { } heads ? Count(heads) : null,
            Limits = limits is { } listed ? [.. listed.Items().Select(ReadLimit)] : [],
        };
    }

    private static ProxyLimit ReadLimit(JsonPlace place)
    {
        if (place.AsObject().Find("any") is not { } any)
            return new ProxyLimit([ReadBound(place)]);

        place.AsObject("any");
        var bounds = any.Items().Select(ReadBound).ToList();
        return bounds.Count > 0 ? new ProxyLimit(bounds) : throw any.Fault("needs at least one bound", "至少要有一项限制");
    }

    private static ProxyBound ReadBound(JsonPlace place)
    {
        place.AsObject("givers", "share", "of", "withOwn");
        if (place.Find("givers") is { } givers)
        {
            if ((place.Find("share") ?? place.Find("of") ?? place.Find("withOwn")) is { } more)
                throw more.Fault("stands beside 'givers'; a bound is a number of givers or a share, so write two bounds", "不能与 givers 并列；请分写为两项限制");
            return new ProxyBound { Givers = Count(givers) };
        }

        var share = place.Need("share");
        var part = share.Number();
        if (part.Sign <= 0 || part > Rational.One)
            throw share.Fault($"{part} is no part of a whole; write a fraction such as 1/10", $"{part} 不是占比；请写分数，例如 1/10");
        var of = place.Need("of");
        return ConditionParser.IsName(of.Text())
            ? new ProxyBound { Share = part, Of = of.Text(), WithOwn = place.Find("withOwn")?.Flag() ?? false }
            : throw of.Fault($"'{of.Text()}' is not a measure; write a column of the register, heads or seats", $"“{of.Text()}”不是计量项；请写名册的列名、heads 或 seats");
    }

    private static int Count(JsonPlace place)
        => place.Kind == JsonValueKind.Number && int.TryParse(place.Element.GetRawText(), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0
            ? count : throw place.Fault("is not a whole number from 1 up", "须为不小于 1 的整数");
}
