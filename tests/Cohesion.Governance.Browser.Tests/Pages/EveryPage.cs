using Cohesion.Governance.Browser.Tests.Harness;
using Cohesion.Governance.Server.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Browser.Tests.Pages;

/// <summary>Each kind of page once, with addresses in what the story left behind.</summary>
internal static class EveryPage
{
    /// <returns>Name and path, in the order in which a newcomer meets them.</returns>
    public static async Task<IReadOnlyList<(string Name, string Path)>> Of(Stage stage)
    {
        var (council, street, seat) = await stage.App.Db(async db =>
        {
            var first = await db.Councils.AsNoTracking().SingleAsync(c => db.Proposals.Any(p => p.CouncilId == c.Id));
            return (first.Id, first.StreetId, await db.SeatEntries.Where(s => s.CouncilId == first.Id).Select(s => s.SeatId).FirstAsync());
        });
        List<(string Name, string Path)> pages =
        [
            ("my-day", "/"), ("notices", "/notices"), ("my-mandates", "/mandates"), ("council", $"/councils/{council}"), ("needs", $"/councils/{council}/needs"),
            ("proposals", $"/councils/{council}/proposals"), ("new-proposal", $"/councils/{council}/proposals/new"), ("meetings", $"/councils/{council}/meetings"),
            ("actions", $"/councils/{council}/actions"), ("journal", $"/councils/{council}/journal?verify=true"), ("rules", $"/councils/{council}/rules"),
            ("mandates", $"/councils/{council}/mandates"), ("people", $"/councils/{council}/people"), ("register", $"/councils/{council}/register"),
            ("register-import", $"/councils/{council}/register/import"), ("seat", $"/councils/{council}/register/seats/{seat}"),
            ("new-seat", $"/councils/{council}/register/seats/new"), ("street", $"/streets/{street}"), ("new-council", $"/streets/{street}/councils/new"),
        ];
        void Add(string alias, params (string Name, string Path)[] of) =>
            pages.AddRange(stage.Scene.Names.TryGetValue(alias, out var id) ? of.Select(p => (p.Name, p.Path.Replace("{id}", id, StringComparison.Ordinal))) : []);
        Add("proposal", ("proposal", "/proposals/{id}"), ("versions", "/proposals/{id}/compare?from=1&to=2"));
        Add("meeting2", ("meeting", "/meetings/{id}"), ("wall", "/meetings/{id}/wall"), ("notice", "/meetings/{id}/notice"), ("minutes", "/meetings/{id}/minutes"));
        Add(
            "vote2", ("vote", "/votes/{id}"), ("roll", "/votes/{id}/roll"), ("entries", "/votes/{id}/entries"), ("visits", "/votes/{id}/visits"),
            ("papers", "/votes/{id}/papers"), ("sheet", "/votes/{id}/sheet"));
        Add("actElevator", ("action", "/follow-ups/{id}"));
        return pages;
    }
}
