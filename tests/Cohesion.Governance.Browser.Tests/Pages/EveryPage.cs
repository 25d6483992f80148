using Cohesion.Governance.Browser.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Browser.Tests.Pages;

/// <summary>A page and somebody it is for.</summary>
/// <param name="Name">As the pictures and findings call it.</param>
/// <param name="Path">Its address.</param>
/// <param name="Reader">Whose session opens it; null for somebody who has not signed in.</param>
internal sealed record SomePage(string Name, string Path, string? Reader);

/// <summary>Each kind of page once, with addresses in what the story left behind; some do not answer at every stage of it.</summary>
internal static class EveryPage
{
    /// <returns>In the order in which a newcomer meets them, one reader after the other.</returns>
    public static async Task<IReadOnlyList<SomePage>> Of(Stage stage)
    {
        var (council, street, seat) = await stage.App.Db(async db =>
        {
            var first = await db.Councils.AsNoTracking().SingleAsync(c => db.Proposals.Any(p => p.CouncilId == c.Id));
            return ($"/councils/{first.Id}", $"/streets/{first.StreetId}", await db.SeatEntries.Where(s => s.CouncilId == first.Id).Select(s => s.SeatId).FirstAsync());
        });
        List<SomePage> pages = [];
        void Add(string? reader, string alias, string start, params (string Name, string Under)[] of)
        {
            if (alias.Length == 0 || stage.Scene.Names.ContainsKey(alias))
            {
                var id = alias.Length == 0 ? "" : stage.Id(alias);
                pages.AddRange(of.Select(p => new SomePage(p.Name, start + id + p.Under, reader)));
            }
        }

        Add("lin", "", "", ("my-day", "/"), ("notices", "/notices"), ("my-mandates", "/mandates"));
        Add(
            "lin", "", council, ("council", ""), ("needs", "/needs"), ("proposals", "/proposals"), ("board", "/proposals?view=board"), ("new-proposal", "/proposals/new"),
            ("meetings", "/meetings"), ("actions", "/actions"), ("journal", "/journal?verify=true"), ("rules", "/rules"), ("rule-choice", "/rules/try"),
            ("rule-trial", "/rules/try?rule=council.each-bloc-consent"), ("workflows", "/workflows"), ("workflow", "/workflows/proposal"), ("mandates", "/mandates"), ("people", "/people"), ("public-page-setting", "/public-page"), ("register", "/register"),
            ("register-differences", "/register/compare?from=1&to=2"), ("register-import", "/register/import"), ("seat", $"/register/seats/{seat}"), ("new-seat", "/register/seats/new"));
        Add("lin", "proposal", "/proposals/", ("proposal", ""), ("versions", "/compare?from=1&to=2"));
        Add("lin", "meeting2", "/meetings/", ("meeting", ""), ("wall", "/wall"), ("notice", "/notice"), ("minutes", "/minutes"));
        Add(
            "lin", "vote2", "/votes/", ("vote", ""), ("roll", "/roll"), ("entries", "/entries"), ("envelopes", "/envelopes"), ("visits", "/visits"),
            ("papers", "/papers"), ("sheet", "/sheet"));
        Add("lin", "actElevator", "/follow-ups/", ("action", ""));
        Add("chen", "", street, ("street", ""), ("new-council", "/councils/new"));
        Add("zhou", "proposal", "/proposals/", ("plan", "/plan"), ("proposal-of-mine", ""), ("revise", "/revise"));
        Add("zhou", "actElevator", "/follow-ups/", ("action-of-mine", ""));
        Add("t22", "", "", ("my-day-of-a-tenant", "/"));
        Add("t22", "vote2", "/votes/", ("ballot", "/ballot"));
        Add("t22", "meeting2", "/meetings/", ("meeting-of-a-tenant", ""));
        Add("admin", "", "", ("jobs", "/jobs"));
        Add(null, "", "", ("sign-in", "/sign-in"), ("public-page", council.Replace("councils", "public", StringComparison.Ordinal)), ("no-such-page", "/error/404"));
        return pages;
    }
}
