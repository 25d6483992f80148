using System.Net;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Features.Councils.ReviseRegister;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Web;

/// <summary>The register, its import, its seats and the people of the council, as people without scripts use them.</summary>
public sealed class RegisterPagesTests
{
    [Fact]
    public async Task A_file_with_errors_is_sent_looked_at_corrected_and_entered()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        using var visitor = await Visitor.SignedIn(app, town.Secretary, "zh-CN");

        var wrong = await Send(visitor, town, RegisterFiles.Gb18030("席位,界别,单位,面积\n青山咖啡,入驻企业,青山咖啡,-1\n星河科技,,,\n"));
        Assert.Contains("有 3 处需要改正", wrong.Words, StringComparison.Ordinal);
        Assert.Contains("不能为负数", wrong.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(wrong.Document.Forms, f => f.Id == "ApplyRegisterImport");

        var right = await Send(visitor, town, RegisterFiles.Gb18030("席位,界别,单位,面积\n青山咖啡,入驻企业,青山咖啡,12.5\nGalaxy Tech,,,5000\n"));
        Assert.Contains("4,820.00 m²", right.Document.QuerySelector(".moved del")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("5,000.00 m²", right.Document.QuerySelector(".moved ins")!.TextContent, StringComparison.Ordinal);
        var entered = await visitor.Submit(right.Form("ApplyRegisterImport"), ("note", "新入驻一家"));
        var register = await visitor.Get(entered.Location!);

        Assert.Equal((HttpStatusCode.SeeOther, $"/councils/{town.CouncilId}/register"), (entered.Status, entered.Location));
        Assert.Contains("已录入为第 2 版：新增 1 个席位，变更 1 个，注销 0 个。", register.Words, StringComparison.Ordinal);
        Assert.Contains("新入驻一家", register.Words, StringComparison.Ordinal);
        Assert.Contains("青山咖啡", register.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_revision_meanwhile_is_told_and_the_preview_is_drawn_anew()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        using var visitor = await Visitor.SignedIn(app, town.Secretary);
        var preview = await Send(visitor, town, "seat,area\nGalaxy Tech,5000\nBlue Harbour,3000\n"u8.ToArray());
        await app.Send(town.Secretary, new ReviseRegisterCommand(town.CouncilId, 1, "left", Remove: [town.SeatB]));

        var moved = await visitor.Submit(preview.Form("ApplyRegisterImport"), ("note", "grown"));

        Assert.Equal(HttpStatusCode.Conflict, moved.Status);
        Assert.Contains("version 2 by now", moved.Words, StringComparison.Ordinal);
        Assert.Contains("A new seat needs", moved.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_table_is_refused_beside_the_form()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        using var visitor = await Visitor.SignedIn(app, town.Secretary);
        var (_, form) = await visitor.Form($"/councils/{town.CouncilId}/register/import", "UploadRegister");

        var binary = await visitor.Upload(form, "content@file", [0x89, 0x50, 0x4E, 0x47, 0, 1, 2, 3, 0xFF]);
        var none = await visitor.Upload((await visitor.Form($"/councils/{town.CouncilId}/register/import", "UploadRegister")).Form, "content@file", []);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, binary.Status);
        Assert.Contains("cannot be read", binary.Form("UploadRegister").TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, none.Status);
        Assert.Contains("Choose a file", none.Form("UploadRegister").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_seat_is_added_changed_and_ended_by_form()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        using var visitor = await Visitor.SignedIn(app, town.Secretary);
        var register = $"/councils/{town.CouncilId}/register";

        var (_, add) = await visitor.Form($"{register}/seats/new", "ReviseRegister");
        var added = await visitor.Submit(
            add, ("add[0].label", "Nine"), ("add[0].bloc", "tenants"), ("add[0].partyName.en", "Nine Ltd"), ("add[0].partyKind", "firm"), ("add[0].measures.area", "1,204.50"), ("note", "moved in"));
        Assert.Equal(HttpStatusCode.SeeOther, added.Status);
        var nine = await app.Db(db => db.SeatEntries.SingleAsync(s => s.Label == "Nine"));
        Assert.Equal((120_450L, 0L), (nine.Measures["area"], nine.Measures["heads"]));

        var (_, change) = await visitor.Form($"{register}/seats/{nine.SeatId}", "change-seat");
        var nothing = await visitor.Submit(change, ("note", "nothing"));
        Assert.Contains("changes nothing", nothing.Words, StringComparison.Ordinal);
        var tooFine = await visitor.Submit((await visitor.Form($"{register}/seats/{nine.SeatId}", "change-seat")).Form, ("change[0].measures.area", "1.005"), ("note", "x"));
        Assert.Equal(HttpStatusCode.BadRequest, tooFine.Status);
        await visitor.Submit((await visitor.Form($"{register}/seats/{nine.SeatId}", "change-seat")).Form, ("change[0].partyName.en", "Ten Ltd"), ("note", "sold"));
        var seat = await visitor.Get($"{register}/seats/{nine.SeatId}");
        Assert.Contains("Ten Ltd", seat.Document.QuerySelector(".lead")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("sold", seat.Words, StringComparison.Ordinal);

        await visitor.Submit(seat.Form("end-seat"), ("note", "gone"));
        Assert.Contains("Not in the register any more since version 4: gone", (await visitor.Get($"{register}/seats/{nine.SeatId}")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Anybody_of_the_council_reads_versions_searches_and_compares()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        await app.Send(town.Secretary, new ReviseRegisterCommand(town.CouncilId, 1, "Blue Harbour left", Remove: [town.SeatB]));
        using var visitor = await Visitor.SignedIn(app, town.TenantA, "zh-CN");
        var register = $"/councils/{town.CouncilId}/register";

        var old = await visitor.Get($"{register}?version=1");
        var found = await visitor.Get($"{register}?find=%E6%98%9F%E6%B2%B3&bloc=tenants");
        var compared = await visitor.Get($"{register}/compare?from=1&to=2");

        Assert.Contains("现行为第 2 版", old.Words, StringComparison.Ordinal);
        Assert.Contains("8,820.50 m²", old.Words, StringComparison.Ordinal);
        Assert.Equal("Galaxy Tech", Assert.Single(found.Document.QuerySelectorAll("#seats .rows b")).TextContent);
        Assert.Contains("注销 1", compared.Words, StringComparison.Ordinal);
        Assert.Contains("Blue Harbour", compared.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get($"{register}?version=7")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.Get($"{register}/import")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.Get($"{register}/seats/new")).Status);
    }

    [Fact]
    public async Task The_secretary_opens_an_account_appoints_the_person_to_a_seat_and_ends_it()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        using var visitor = await Visitor.SignedIn(app, town.Secretary);
        var (_, account) = await visitor.Form($"/councils/{town.CouncilId}/people?seat={town.SeatA}", "CreateMemberAccount");

        var opened = await visitor.Submit(account, ("name.zh", "钱小姐"), ("userName", "qian"), ("password", "a short sentence is good"), ("language", "chinese"));
        var (page, appoint) = await visitor.Form(opened.Location!.Split('#')[0], "AppointOffice");
        Assert.Equal($"{town.SeatA}", Visitor.FieldsOf(appoint).Single(f => f.Key == "seatId").Value);
        await visitor.Submit(appoint, ("office", "tenantRepresentative"), ("coOwner", "true"));
        var holding = await app.Db(db => db.OfficeHoldings.SingleAsync(h => h.CoOwner));
        var people = await visitor.Get($"/councils/{town.CouncilId}/people");
        var ended = await visitor.Submit(people.Form($"end-{holding.Id}"));

        Assert.Equal((town.SeatA, Office.TenantRepresentative), (holding.SeatId, holding.Office));
        Assert.Contains("钱小姐 · tenant representative", people.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, ended.Status);
        Assert.Contains("钱小姐", (await visitor.Get($"/councils/{town.CouncilId}/people?former=true")).Words, StringComparison.Ordinal);
        Assert.DoesNotContain(page.Document.QuerySelectorAll("#AppointOffice-office option"), o => o.GetAttribute("value") == "councilSecretary");
    }

    private static async Task<Answer> Send(Visitor visitor, Town town, byte[] file)
    {
        var (_, form) = await visitor.Form($"/councils/{town.CouncilId}/register/import", "UploadRegister");
        var answer = await visitor.Upload(form, "content@file", file);
        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        return await visitor.Get(answer.Location!);
    }
}
