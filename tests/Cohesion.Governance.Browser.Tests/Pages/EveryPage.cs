using System.Text;
using Cohesion.Governance.Browser.Tests.Harness;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Features.Registers.ApplyRegisterImport;
using Cohesion.Governance.Server.Features.Registers.UploadRegister;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Browser.Tests.Pages;

/// <summary>A page and somebody it is for.</summary>
/// <param name="Name">As the pictures and findings call it.</param>
/// <param name="Path">Its address; null where the story has not come to what it shows.</param>
/// <param name="Reader">Whose session opens it; null for somebody who has not signed in.</param>
internal sealed record SomePage(string Name, string? Path, string? Reader);

/// <summary>Each kind of page once, with addresses in what the story left behind; some do not answer at every stage of it.</summary>
internal static class EveryPage
{
    /// <returns>In the order in which a newcomer meets them, one reader after the other.</returns>
    public static async Task<IReadOnlyList<SomePage>> Of(Stage stage)
    {
        var council = await stage.App.Db(db => db.Councils.AsNoTracking().SingleAsync(c => db.Proposals.Any(p => p.CouncilId == c.Id)));
        await Revise(stage, council);
        List<SomePage> pages = [];
        void Add(string? reader, string? start, params (string Name, string Under)[] of) =>
            pages.AddRange(of.Select(p => new SomePage(p.Name, start is null ? null : start + p.Under, reader)));
        string? At(string start, string alias) => stage.Scene.Names.TryGetValue(alias, out var id) ? start + id : null;

        Add("lin", "", ("my-day", "/"), ("notices", "/notices"), ("my-mandates", "/mandates"));
        Add(
            "lin", $"/councils/{council.Id}", ("council", ""), ("calendar", "/calendar"), ("resolutions", "/resolutions"), ("needs", "/needs"), ("proposals", "/proposals"), ("board", "/proposals?view=board"), ("new-proposal", "/proposals/new"),
            ("meetings", "/meetings"), ("actions", "/actions"), ("journal", "/journal?verify=true"), ("rules", "/rules"), ("rule-choice", "/rules/try"),
            ("rule-trial", "/rules/try?rule=council.each-bloc-consent"), ("workflows", "/workflows"), ("workflow", "/workflows/proposal"), ("mandates", "/mandates"), ("people", "/people"),
            ("public-page-setting", "/public-page"), ("register", "/register"), ("register-differences", "/register/compare?from=1&to=2"), ("register-import", "/register/import"),
            ("register-preview", "/register/imports/" + await Import(stage, council.Id, "lots")), ("seat", "/register/seats/" + await SeatOf(stage, council.Id)), ("new-seat", "/register/seats/new"));
        Add("lin", At("/proposals/", "proposal"), ("proposal", ""), ("versions", "/compare?from=1&to=2"));
        Add("lin", At("/meetings/", "meeting2"), ("meeting", ""), ("wall", "/wall"), ("notice", "/notice"), ("minutes", "/minutes"));
        Add(
            "lin", At("/votes/", "vote2"), ("vote", ""), ("roll", "/roll"), ("entries", "/entries"), ("envelopes", "/envelopes"), ("visits", "/visits"),
            ("papers", "/papers"), ("sheet", "/sheet"));
        Add("lin", At("/follow-ups/", "actElevator"), ("action", ""));
        Add("chen", $"/streets/{council.StreetId}", ("street", ""), ("new-council", "/councils/new"));
        Add("zhou", At("/proposals/", "proposal"), ("plan", "/plan"), ("proposal-of-mine", ""), ("revise", "/revise"));
        Add("zhou", At("/follow-ups/", "actElevator"), ("action-of-mine", ""));
        Add("t22", "", ("my-day-of-a-tenant", "/"));
        Add("t22", At("/votes/", "vote2"), ("ballot", "/ballot"));
        Add("t22", At("/meetings/", "meeting2"), ("meeting-of-a-tenant", ""));
        Add("t01", await Receipt(stage), ("receipt-proof", ""));
        Add("admin", "", ("jobs", "/jobs"));
        Add(null, "", ("sign-in", "/sign-in"), ("public-page", $"/public/{council.Id}"), ("no-such-page", "/error/404"));
        return pages;
    }

    private static Task<Guid> SeatOf(Stage stage, Guid council) => stage.App.Db(db => db.SeatEntries.Where(s => s.CouncilId == council).Select(s => s.SeatId).FirstAsync());

    /// <summary>The register comes to a second version, with two seats more, so that two can be compared.</summary>
    private static async Task Revise(Stage stage, Council council)
    {
        if (council.RegisterVersion == 1)
        {
            var import = await Import(stage, council.Id, "120.5");
            var entered = await stage.App.Send(await SecretaryOf(stage, council.Id), new ApplyRegisterImportCommand(council.Id, import, 1, "A room was let."));
            Assert.True(entered.Granted(out _, out var refusal), refusal?.Code);
        }
    }

    /// <summary>A file that the secretary sends, with one row whose area may be wrong.</summary>
    private static async Task<Guid> Import(Stage stage, Guid council, string area)
    {
        var file = Encoding.UTF8.GetBytes($"seat,party,bloc,heads,area\nRoom 2601,Blue Tea,tenants,1,{area}\nRoom 2602,Red Tea,tenants,1,98\n");
        var sent = await stage.App.Send(await SecretaryOf(stage, council), new UploadRegisterCommand(council, "seats.csv", Convert.ToBase64String(file)));
        Assert.True(sent.Granted(out var import, out var refusal), refusal?.Code);
        return import;
    }

    private static Task<Guid> SecretaryOf(Stage stage, Guid council) => stage.App.Db(db =>
        db.OfficeHoldings.Where(h => h.CouncilId == council && h.Office == Office.CouncilSecretary).Select(h => h.PersonId).FirstAsync());

    /// <returns>The proof of t01's ballot in the second vote; null before it is cast.</returns>
    private static Task<string?> Receipt(Stage stage) => stage.App.Db(async db =>
    {
        if (!stage.Scene.Names.TryGetValue("vote2", out var name))
        {
            return null;
        }

        var vote = Guid.Parse(name);
        var receipt = await db.BallotRecords.Where(r => r.VoteId == vote).OrderBy(r => r.CastAt).Select(r => r.Receipt).FirstOrDefaultAsync();
        return receipt is null ? null : $"/votes/{vote}/receipts/{receipt}";
    });
}
