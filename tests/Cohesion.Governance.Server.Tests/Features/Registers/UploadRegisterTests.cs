using System.Text;
using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Registers;
using Cohesion.Governance.Server.Features.Registers.RegisterImportPage;
using Cohesion.Governance.Server.Features.Registers.UploadRegister;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Registers;

/// <summary>What kinds of files are read, and which are sent back.</summary>
public sealed class UploadRegisterTests
{
    private const string Csv = "席位,界别,单位/个人,面积（m²）,人数\r\n青山咖啡,入驻企业,青山咖啡有限公司,\"1,204.50\",1\r\n";

    [Fact]
    public async Task A_file_is_kept_for_its_sender_and_nothing_is_entered()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;

        var id = (await app.Upload(town, Csv)).Value;

        var kept = await app.Db(db => db.RegisterImports.SingleAsync());
        Assert.Equal((id, town.Secretary, false), (kept.Id, kept.ByPersonId, kept.WholeRegister));
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(RegisterFiles.Utf8(Csv))), kept.FileHash);
        Assert.Equal(1, await app.Db(db => db.Councils.Where(c => c.Id == town.CouncilId).Select(c => c.RegisterVersion).SingleAsync()));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-8 with mark")]
    [InlineData("gb18030")]
    [InlineData("utf-16 with mark")]
    [InlineData("semicolons")]
    [InlineData("tabs, a title above, blank rows between, no line end")]
    [InlineData("full-width digits")]
    public async Task The_same_seat_is_read_from(string form)
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        var file = form switch
        {
            "utf-8 with mark" => [.. Encoding.UTF8.Preamble, .. RegisterFiles.Utf8(Csv)],
            "gb18030" => RegisterFiles.Gb18030(Csv.Replace("（m²）", "", StringComparison.Ordinal)),
            "utf-16 with mark" => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Csv)],
            "semicolons" => RegisterFiles.Utf8("seat;bloc;party;area;heads\n青山咖啡;tenants;青山咖啡有限公司;1,204.50;1\n"),
            "tabs, a title above, blank rows between, no line end" => RegisterFiles.Utf8("金虹桥名册\t\t\t\t\n\n房号\t界别\t企业名称\t租赁面积\t家数\n\n青山咖啡\tTenants\t青山咖啡有限公司\t1204.5㎡\t1"),
            "full-width digits" => RegisterFiles.Utf8("席位,界别,单位,面积,人数\n青山咖啡,入驻企业,青山咖啡有限公司,１２０４．５０,１\n"),
            _ => RegisterFiles.Utf8(Csv),
        };

        var view = await Preview(app, town, (await app.Upload(town, file)).Value);

        Assert.Empty(view.Errors.Items);
        var added = Assert.Single(view.Differences!.Seats.Items).After!;
        Assert.Equal(("青山咖啡", "tenants", "青山咖啡有限公司", 1204.5m, 1m), (added.Label, added.Bloc, added.Party.Zh, added.Measures["area"], added.Measures["heads"]));
    }

    [Fact]
    public async Task A_workbook_is_read_as_its_text_without_binary_noise()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        var file = RegisterFiles.Xlsx(["Seat", "Bloc", "Party", "Area", "Heads"], ["301", "tenants", "=SUM(A1)", "482.10000000000002", "1"], ["302", "tenants", "Nine", "1.2E3", "1"]);

        var seats = (await Preview(app, town, (await app.Upload(town, file)).Value)).Differences!.Seats.Items.Select(s => s.After!).ToList();

        Assert.Equal([("301", "=SUM(A1)", 482.10m), ("302", "Nine", 1200m)], seats.Select(s => (s.Label, s.Party.En, s.Measures["area"])));
    }

    [Fact]
    public async Task What_is_no_table_is_sent_back_with_what_to_do()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        var workbook = RegisterFiles.Xlsx(["Seat", "Bloc", "Party"], ["301", "tenants", "Nine"]);

        async Task Refused<T>(byte[] file) => Assert.IsType<T>((await app.Upload(town, file)).Refusal);

        await Refused<RegisterFileEmpty>(RegisterFiles.Utf8(" \n , , \n"));
        await Refused<RegisterFileEmpty>(RegisterFiles.Utf8("seat,party\n"));
        await Refused<RegisterFileNotReadable>([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0xFF, 0xFE, 0xFF]);
        await Refused<RegisterFileNotReadable>([.. Enumerable.Range(0, 512).Select(i => (byte)(i * 7))]);
        await Refused<RegisterFileNotReadable>(workbook[..(workbook.Length / 2)]);
        await Refused<RegisterFileNotReadable>([.. workbook[..200], .. new byte[100], .. workbook[300..]]);
        await Refused<RegisterFileNotReadable>([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0]);
        await Refused<RegisterFileNotReadable>(RegisterFiles.Utf8("seat,party\n301,\"Nine\n302,Ten\n"));
        await Refused<RegisterFileNotReadable>([.. Encoding.UTF8.Preamble, 0xFF, 0xFF, 0xFF]);
        await Refused<RegisterColumnsMissing>(RegisterFiles.Utf8("a,b\nc,d\n"));
        await Refused<RegisterFileTooLarge>(new byte[(2 << 20) + 1]);
        await Refused<RegisterFileTooLarge>(RegisterFiles.Utf8("seat,party\n" + string.Concat(Enumerable.Range(0, 10_001).Select(i => $"{i},x\n"))));
        await Refused<RegisterFileTooLarge>(RegisterFiles.Utf8("seat,party" + new string(',', 200) + "\n1,x\n"));
        Assert.Equal(0, await app.Db(db => db.RegisterImports.CountAsync()));
    }

    [Fact]
    public async Task A_small_file_that_unpacks_to_much_is_refused()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        var bomb = RegisterFiles.Bomb();

        Assert.True(bomb.Length < SheetLimits.FileBytes);
        Assert.IsType<RegisterFileTooLarge>((await app.Upload(town, bomb)).Refusal);
    }

    [Fact]
    public async Task The_refusal_of_an_open_quotation_mark_names_its_row_in_both_languages()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;

        var refusal = (await app.Upload(town, "seat,party\n301,Nine\n302,\"Ten\n")).Refusal!;

        Assert.Contains("row 3", refusal.Message.En, StringComparison.Ordinal);
        Assert.Contains("第 3 行", refusal.Message.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_secretary_of_the_council_may_and_the_file_stands_in_no_journal()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        var file = RegisterFiles.Utf8(Csv);

        Assert.IsType<OfficeNeeded>((await app.Upload(town, file, person: town.Convenor)).Refusal);
        Assert.IsType<OfficeNeeded>((await app.Upload(town, file, person: town.TenantA)).Refusal);
        Assert.IsType<NotFound>((await app.Upload(town, file, person: town.Outsider)).Refusal);
        Assert.IsType<SignInNeeded>((await app.Send(null, new UploadRegisterCommand(town.CouncilId, "x", "eA=="))).Refusal);
        Assert.IsType<InvalidRequest>((await app.Send(town.Secretary, new UploadRegisterCommand(town.CouncilId, "x", ""))).Refusal);
        Assert.IsType<RegisterFileNotReadable>((await app.Send(town.Secretary, new UploadRegisterCommand(town.CouncilId, "x", "not base64"))).Refusal);

        await app.Upload(town, file);
        Assert.DoesNotContain(await app.Db(db => db.Journal.Select(j => j.Content).ToListAsync()), c => c.Contains(Convert.ToBase64String(file), StringComparison.Ordinal));
    }

    private static async Task<RegisterImportView> Preview(GovernanceApp app, Town town, Guid import) =>
        (await app.Send(town.Secretary, new RegisterImportPageQuery(town.CouncilId, import))).Value;
}
