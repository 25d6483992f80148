using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Features.Councils;

namespace Cohesion.Governance.Server.Web.Pages.Registers;

/// <summary>Lines of the register as several of its pages write them.</summary>
internal static class RegisterWords
{
    /// <summary>What a seat weighs: <c>人数 1 · 面积 482.00 m²</c>.</summary>
    public static string Weight(Writing write, Reader reader, IEnumerable<RegisterMeasure> measures, RegisterLine seat) => string.Join(
        " · ", measures.Select(m => $"{reader.Say(m.Name)} {write.Number(seat.Measures.GetValueOrDefault(m.Code), m.Scale, m.Unit)}"));

    /// <summary>Who acts for a seat, co-owners by that name.</summary>
    public static string Holders(Reader reader, IReadOnlyList<SeatHolder> holders)
    {
        if (holders.Count == 0)
        {
            return reader.Say(RegisterTexts.Nobody);
        }

        var comma = reader.Language == Language.Chinese ? "、" : ", ";
        string Names(bool coOwners) => string.Join(comma, holders.Where(h => h.CoOwner == coOwners).Select(h => reader.Say(h.Name)).Distinct(StringComparer.Ordinal));
        var parts = new[] { (Text: RegisterTexts.ActsFor, Names: Names(coOwners: false)), (Text: RegisterTexts.CoOwned, Names: Names(coOwners: true)) };
        return string.Join(" · ", parts.Where(p => p.Names.Length > 0).Select(p => reader.Say(p.Text.With(p.Names))));
    }
}
