using System.Net;
using System.Text;
using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Councils.ReviseRegister;
using Cohesion.Governance.Server.Features.Registers;
using Cohesion.Governance.Server.Features.Registers.DownloadRegister;
using Cohesion.Governance.Server.Features.Registers.RegisterImportPage;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Tests.Harness;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Registers;

public sealed class DownloadRegisterTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    [InlineData(1, 1)]
    public async Task What_was_downloaded_and_sent_back_changes_nothing(int format, int language)
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        var weight = new Dictionary<string, decimal> { ["area"] = 12.5m, ["heads"] = 1 };
        await app.Send(town.Secretary, new ReviseRegisterCommand(town.CouncilId, 1, "odd names",
        [
            new("tenants", "=1+1", new("A, \"B\"", "+甲"), PartyKind.Firm, weight), new("tenants", "101", LocalText.Same("王伟"), PartyKind.Person, weight),
            new("tenants", "102", LocalText.Same("王伟"), PartyKind.Person, weight), new("tenants", "103", LocalText.Same("李娜"), PartyKind.Person, weight, PartyKey: "l"),
            new("tenants", "104", LocalText.Same("李娜"), PartyKind.Person, weight, PartyKey: "l"),
        ]));

        var file = (await app.Send(town.Secretary, new DownloadRegisterQuery(town.CouncilId, (RegisterFileFormat)format, Language: (Language)language))).Value;
        var view = (await app.Send(town.Secretary, new RegisterImportPageQuery(town.CouncilId, (await app.Upload(town, file.Content, whole: true)).Value))).Value;

        Assert.Empty(view.Errors.Items);
        Assert.Equal((10, 10), (view.Rows, view.Unchanged));
        Assert.True(view.Differences!.IsEmpty);
    }

    [Fact]
    public async Task In_csv_nothing_begins_like_a_formula()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        await app.Send(town.Secretary, new ReviseRegisterCommand(town.CouncilId, 1, "x", [new("tenants", "=1+1", new("@x", "-甲"), PartyKind.Firm, new Dictionary<string, decimal>())]));

        var csv = Encoding.UTF8.GetString((await app.Send(town.Auditor, new DownloadRegisterQuery(town.CouncilId, RegisterFileFormat.Csv))).Value.Content);

        Assert.StartsWith("\ufeff席位,界别,单位/个人,英文名称,类型,单位/个人编号,面积（m²）,人数,席位编号", csv, StringComparison.Ordinal);
        Assert.Contains("'=1+1,入驻企业,'-甲,'@x,单位,,0.00,0,", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_template_has_the_columns_alone_and_is_read_as_empty()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;

        foreach (var format in Enum.GetValues<RegisterFileFormat>())
        {
            var file = (await app.Send(town.Secretary, new DownloadRegisterQuery(town.CouncilId, format, Empty: true))).Value;
            Assert.IsType<RegisterFileEmpty>((await app.Upload(town, file.Content)).Refusal);
        }
    }

    [Fact]
    public async Task Older_versions_are_there_unknown_ones_are_not_and_only_three_offices_may()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        await app.Send(town.Secretary, new ReviseRegisterCommand(town.CouncilId, 1, "left", Remove: [town.SeatB]));
        var query = new DownloadRegisterQuery(town.CouncilId, RegisterFileFormat.Csv);

        string Text(Outcome<RegisterFile> file) => Encoding.UTF8.GetString(file.Value.Content);

        Assert.Contains("Blue Harbour", Text(await app.Send(town.Convenor, query with { Version = 1 })), StringComparison.Ordinal);
        Assert.DoesNotContain("Blue Harbour", Text(await app.Send(town.Convenor, query)), StringComparison.Ordinal);
        Assert.IsType<NotFound>((await app.Send(town.Secretary, query with { Version = 3 })).Refusal);
        Assert.IsType<InvalidRequest>((await app.Send(town.Secretary, query with { Format = (RegisterFileFormat)7 })).Refusal);
        Assert.IsType<OfficeNeeded>((await app.Send(town.TenantA, query)).Refusal);
        Assert.IsType<NotFound>((await app.Send(town.Outsider, query)).Refusal);
        Assert.IsType<SignInNeeded>((await app.Send(null, query)).Refusal);
    }

    [Fact]
    public async Task Over_http_it_is_a_file_with_a_name()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        using var client = await app.ClientOf(town.Secretary);

        using var answer = await client.GetAsync($"/api/councils/{town.CouncilId}/register.xlsx");

        Assert.Equal((HttpStatusCode.OK, RegisterFileWriting.XlsxType), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.EndsWith(".xlsx", answer.Content.Headers.ContentDisposition!.FileNameStar, StringComparison.Ordinal);
    }
}
