using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Councils.AppointOffice;
using Cohesion.Governance.Server.Features.Registers;
using Cohesion.Governance.Server.Features.Registers.RegisterImportPage;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Registers;

/// <summary>What a file would change, and every cell that is wrong.</summary>
public sealed class RegisterImportPageTests
{
    [Fact]
    public async Task Seats_are_added_changed_and_left_and_only_a_whole_register_has_others_go()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        const string csv = "seat,bloc,party,area\nGalaxy Tech,,,5000\nBLUE  HARBOUR,tenants,蓝港贸易,3000\nNine,tenants,Nine,10\n";

        var some = await Preview(app, town, csv);
        var whole = await Preview(app, town, csv, whole: true);

        Assert.Equal((1, 1, 0, 1), (some.Differences!.Added, some.Differences.Changed, some.Differences.Gone, some.Unchanged));
        Assert.Equal((1, 1, 3), (whole.Differences!.Added, whole.Differences.Changed, whole.Differences.Gone));
        var changed = some.Differences.Seats.Items.Single(s => s is { Before: not null, After: not null });
        Assert.Equal((town.SeatA, 4820m, 5000m, 1m), (changed.SeatId, changed.Before!.Measures["area"], changed.After!.Measures["area"], changed.After.Measures["heads"]));
        var tenants = some.Differences.Totals.Single(t => t.Bloc == "tenants");
        Assert.Equal((3, 4, 8820.5m, 9010.5m), (tenants.Before.Seats, tenants.After.Seats, tenants.Before.Totals["area"], tenants.After.Totals["area"]));
        Assert.Equal(["Convenor Chen", "Manager Zhou", "Ms Sun"], whole.HoldersLeaving.Select(h => h.En).Order(StringComparer.Ordinal));
        Assert.Empty(some.HoldersLeaving);
    }

    [Fact]
    public async Task Every_wrong_cell_is_told_with_its_row_column_and_what_to_do_and_nothing_can_be_entered()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        const string csv = """
            名册,,,,,
            席位,界别,单位/个人,类型,面积,人数
            甲,入驻企业,甲公司,单位,-3,1
            乙,骑手,乙公司,单位,12.345,1
            丙,,丙公司,军队,一百,0.5
            丁,入驻企业,,,"1,23",1
            ,入驻企业,戊公司,,1,1
            甲,入驻企业,己公司,,1,1
            #REF!,入驻企业,庚公司,,99999999999999,1
            """;

        var view = await Preview(app, town, csv);

        (int, string, string, string)[] expected =
        [
            (3, "面积", "-3", "不能为负数"), (4, "界别", "骑手", "没有这个界别"), (4, "面积", "12.345", "最多保留 2 位小数"), (5, "界别", "", "须填写界别"),
            (5, "类型", "军队", "“单位”或“个人”"), (5, "面积", "一百", "不是数字"), (5, "人数", "0.5", "只能填写整数"), (6, "单位/个人", "", "须填写单位或个人"),
            (6, "面积", "1,23", "不是数字"), (7, "席位", "", "没有填写席位"), (8, "席位", "甲", "与第 3 行"), (9, "席位", "#REF!", "公式出错"), (9, "面积", "99999999999999", "数值过大"),
        ];
        Assert.Null(view.Differences);
        Assert.Equal(expected.Length, view.ErrorCount);
        Assert.All(expected, e => Assert.Contains(
            view.Errors.Items, x => x.Row == e.Item1 && x.Column!.Zh == e.Item2 && x.Value == e.Item3 && x.What.Zh.Contains(e.Item4, StringComparison.Ordinal)));
        Assert.All(view.Errors.Items, x => Assert.True(x.What.En.Length > 10));
        Assert.Equal(view.Errors.Items.Select(e => e.Row).Order(), view.Errors.Items.Select(e => e.Row));
    }

    [Fact]
    public async Task Two_columns_that_mean_the_same_are_an_error_and_unknown_ones_are_told()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;

        var twice = await Preview(app, town, "seat,party,area,面积\nGalaxy Tech,,1,2\n");
        var unknown = await Preview(app, town, "seat,area,telephone\nGalaxy Tech,1,110\n");

        Assert.Contains(twice.Errors.Items, e => e is { Row: 1, Column.En: "面积" });
        Assert.Contains(unknown.Notes, n => n.En.Contains("telephone", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Firms_of_one_name_are_one_party_people_of_one_name_are_not_unless_an_id_says_so()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;

        var view = await Preview(app, town, """
            席位,界别,单位/个人,类型,编号
            8楼,入驻企业,昊天公司,单位,
            9楼,入驻企业,昊天公司,单位,
            10楼,入驻企业,星河科技,单位,
            101,入驻企业,王伟,个人,
            102,入驻企业,王伟,个人,
            103,入驻企业,李娜,个人,L1
            104,入驻企业,李娜,个人,L1
            """);

        Assert.Empty(view.Errors.Items);
        var party = view.Differences!.Seats.Items.ToDictionary(s => s.After!.Label, s => s.After!.PartyId);
        Assert.Equal(party["8楼"], party["9楼"]);
        Assert.NotEqual(party["101"], party["102"]);
        Assert.Equal(party["103"], party["104"]);
        Assert.Equal(await app.Db(db => db.SeatEntries.Where(s => s.SeatId == town.SeatA).Select(s => s.PartyId).SingleAsync()), party["10楼"]);
        Assert.Contains("王伟", Assert.Single(view.Notes).Zh, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_id_for_two_names_is_an_error()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;

        var view = await Preview(app, town, "seat,bloc,party,party id\n1,tenants,Li Na,L1\n2,tenants,Wang Wei,L1\n");

        Assert.Equal((3, "L1"), (view.Errors.Items.Single().Row, view.Errors.Items.Single().Value));
    }

    [Fact]
    public async Task A_seat_is_renamed_and_moved_by_its_id_and_an_unknown_id_is_an_error()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;

        var view = await Preview(app, town, $"seat,seat id,bloc\nGalaxy Group,{town.SeatA},property\n");
        var unknown = await Preview(app, town, $"seat,seat id,party,bloc\nX,{Guid.Empty},X,tenants\n");
        var taken = await Preview(app, town, $"seat,seat id\nBlue Harbour,{town.SeatA}\n");

        var moved = Assert.Single(view.Differences!.Seats.Items);
        Assert.Equal(("Galaxy Tech", "Galaxy Group", "tenants", "property"), (moved.Before!.Label, moved.After!.Label, moved.Before.Bloc, moved.After.Bloc));
        Assert.Equal("seat id", Assert.Single(unknown.Errors.Items).Column!.En);
        Assert.Contains("Blue Harbour", Assert.Single(taken.Errors.Items).What.En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_that_looks_like_a_formula_is_text()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;

        var view = await Preview(app, town, "seat,bloc,party\n+86,tenants,\"=cmd|' /C calc'!A0\"\n'-1,tenants,@home\n");

        Assert.Equal(["+86", "-1"], view.Differences!.Seats.Items.Select(s => s.After!.Label));
        Assert.Equal(["=cmd|' /C calc'!A0", "@home"], view.Differences.Seats.Items.Select(s => s.After!.Party.En));
    }

    [Fact]
    public async Task A_whole_estate_of_1540_households_is_read_page_by_page()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        var rows = Enumerable.Range(0, 1540).Select(i => $"{(i / 10) + 1}号{((i % 10) + 1) * 100 + 1}室,入驻企业,住户{i},个人,{50 + (i % 40)}.{i % 100:00},1\n");

        var first = await Preview(app, town, "席位,界别,业主,类型,面积,人数\n" + string.Concat(rows));

        // By hand: each of 1540 areas is 50 + i mod 40 + (i mod 100)/100.
        var area = Enumerable.Range(0, 1540).Sum(i => 50m + (i % 40) + ((i % 100) / 100m));
        Assert.Equal((1540, 1540, 100, "100"), (first.Rows, first.Differences!.Added, first.Differences.Seats.Items.Count, first.Differences.Seats.Next));
        Assert.Equal(8820.5m + area, first.Differences.Totals.Single(t => t.Bloc == "tenants").After.Totals["area"]);
        var import = await app.Db(db => db.RegisterImports.Select(i => i.Id).SingleAsync());
        var last = (await app.Send(town.Secretary, new RegisterImportPageQuery(town.CouncilId, import, After: 1500))).Value;
        Assert.Equal((40, null), (last.Differences!.Seats.Items.Count, last.Differences.Seats.Next));
    }

    [Fact]
    public async Task It_is_shown_to_its_sender_alone()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        var import = (await app.Upload(town, "seat,area\nGalaxy Tech,1\n")).Value;
        var query = new RegisterImportPageQuery(town.CouncilId, import);
        await app.Send(town.Convenor, new AppointOfficeCommand(town.CouncilId, town.PartyCommittee, Office.CouncilSecretary));

        Assert.IsType<NotFound>((await app.Send(town.PartyCommittee, query)).Refusal);
        Assert.IsType<OfficeNeeded>((await app.Send(town.Convenor, query)).Refusal);
        Assert.IsType<NotFound>((await app.Send(town.Outsider, query)).Refusal);
        Assert.IsType<NotFound>((await app.Send(town.Secretary, query with { ImportId = Guid.Empty })).Refusal);
        Assert.IsType<NotFound>((await app.Send(town.Outsider, query with { CouncilId = town.OtherCouncilId })).Refusal);
        Assert.IsType<InvalidRequest>((await app.Send(town.Secretary, query with { Size = 0 })).Refusal);
        Assert.IsType<SignInNeeded>((await app.Send(null, query)).Refusal);
    }

    private static async Task<RegisterImportView> Preview(GovernanceApp app, Town town, string csv, bool whole = false) =>
        (await app.Send(town.Secretary, new RegisterImportPageQuery(town.CouncilId, (await app.Upload(town, csv, whole)).Value))).Value;
}
