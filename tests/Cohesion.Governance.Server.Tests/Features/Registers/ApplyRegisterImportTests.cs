using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Councils.ReviseRegister;
using Cohesion.Governance.Server.Features.Registers;
using Cohesion.Governance.Server.Features.Registers.ApplyRegisterImport;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Registers;

public sealed class ApplyRegisterImportTests
{
    private const string Csv = "seat,bloc,party,area,heads\nGalaxy Tech,,,5000,\nNine,tenants,Nine,10.25,1\n";

    [Fact]
    public async Task The_file_becomes_one_version_and_the_journal_names_it_by_its_hash()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        var import = (await app.Upload(town, Csv)).Value;

        var entered = (await app.Send(town.Secretary, new ApplyRegisterImportCommand(town.CouncilId, import, 1, "A firm moved in"))).Value;

        Assert.Equal((2, 1, 1, 0), (entered.Version, entered.Added, entered.Changed, entered.Removed));
        var areas = await app.Db(db => db.SeatEntries.Where(s => s.CouncilId == town.CouncilId && s.ToVersion == null).ToListAsync());
        Assert.Equal([1_025L, 100_050L, 300_000L, 500_000L], areas.Select(s => s.Measures["area"]).Where(a => a > 0).Order());
        Assert.Equal(1, areas.Single(s => s.SeatId == town.SeatA).Measures["heads"]);
        Assert.Equal((2, "A firm moved in"), await app.Db(async db => (await db.RegisterVersions.OrderBy(v => v.Number).LastAsync()) is var v ? (v.Number, v.Note) : default));
        Assert.Contains(entered.FileHash, await app.Db(db => db.Journal.Where(j => j.Command == "ApplyRegisterImport").Select(j => j.Content).SingleAsync()), StringComparison.Ordinal);
        Assert.Equal((2, ""), await app.Db(async db => (await db.RegisterImports.SingleAsync()) is var i ? (i.AppliedVersion, i.RowsJson) : default));
    }

    [Fact]
    public async Task A_whole_register_has_the_rest_go_and_whoever_acted_for_it_no_longer_does()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        var import = (await app.Upload(town, "seat,area\nGalaxy Tech,1\n", whole: true)).Value;

        var entered = (await app.Send(town.Secretary, new ApplyRegisterImportCommand(town.CouncilId, import, 1, "Only one is left"))).Value;

        Assert.Equal((0, 1, 4), (entered.Added, entered.Changed, entered.Removed));
        Assert.NotNull(await app.Db(db => db.OfficeHoldings.Where(h => h.SeatId == town.SeatB).Select(h => h.Until).SingleAsync()));
        Assert.Null(await app.Db(db => db.OfficeHoldings.Where(h => h.SeatId == town.SeatA).Select(h => h.Until).SingleAsync()));
    }

    [Fact]
    public async Task With_one_wrong_cell_nothing_of_the_file_is_entered()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        var import = (await app.Upload(town, Csv + "Ten,tenants,Ten,-1,1\n")).Value;

        var refusal = (await app.Send(town.Secretary, new ApplyRegisterImportCommand(town.CouncilId, import, 1, "x"))).Refusal;

        Assert.Equal(new RegisterImportHasErrors(1), refusal);
        Assert.Equal(5, await app.Db(db => db.SeatEntries.CountAsync(s => s.CouncilId == town.CouncilId)));
        Assert.Equal(1, await app.Db(db => db.RegisterVersions.CountAsync()));
    }

    [Fact]
    public async Task Somebody_elses_revision_meanwhile_refuses_it_and_it_can_be_looked_at_anew()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        var import = (await app.Upload(town, Csv)).Value;
        await app.Send(town.Secretary, new ReviseRegisterCommand(town.CouncilId, 1, "left", Remove: [town.SeatB]));

        var moved = (await app.Send(town.Secretary, new ApplyRegisterImportCommand(town.CouncilId, import, 1, "x"))).Refusal;
        var anew = await app.Send(town.Secretary, new ApplyRegisterImportCommand(town.CouncilId, import, 2, "x"));

        Assert.Equal(new RegisterMovedOn(2), moved);
        Assert.Equal(3, anew.Value.Version);
    }

    [Fact]
    public async Task Sent_twice_or_by_two_at_once_it_is_one_version()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        var command = new ApplyRegisterImportCommand(town.CouncilId, (await app.Upload(town, Csv)).Value, 1, "x");

        var outcomes = await Task.WhenAll(app.Send(town.Secretary, command), app.Send(town.Secretary, command));
        var again = await app.Send(town.Secretary, command);

        Assert.Single(outcomes, o => o.IsGranted);
        Assert.Equal(new RegisterImportApplied(2), outcomes.Single(o => !o.IsGranted).Refusal);
        Assert.Equal(new RegisterImportApplied(2), again.Refusal);
        Assert.Equal(2, await app.Db(db => db.RegisterVersions.CountAsync(v => v.CouncilId == town.CouncilId)));
    }

    [Fact]
    public async Task A_file_that_changes_nothing_is_no_revision()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        var import = (await app.Upload(town, "seat,area\nGalaxy Tech,\"4,820.00\"\n")).Value;

        Assert.IsType<NothingToRevise>((await app.Send(town.Secretary, new ApplyRegisterImportCommand(town.CouncilId, import, 1, "x"))).Refusal);
    }

    [Fact]
    public async Task Only_its_sender_may_and_only_with_a_reason()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        var command = new ApplyRegisterImportCommand(town.CouncilId, (await app.Upload(town, Csv)).Value, 1, "x");
        await app.Db(db =>
        {
            db.OfficeHoldings.Add(new OfficeHolding { Id = Guid.CreateVersion7(GovernanceApp.Begin), PersonId = town.Observer, Office = Office.CouncilSecretary, CouncilId = town.CouncilId, Since = GovernanceApp.Begin });
            return Task.CompletedTask;
        });

        Assert.IsType<InvalidRequest>((await app.Send(town.Secretary, command with { Note = "" })).Refusal);
        Assert.IsType<Cohesion.Governance.Server.Access.NotFound>((await app.Send(town.Observer, command)).Refusal);
        Assert.IsType<OfficeNeeded>((await app.Send(town.Convenor, command)).Refusal);
        Assert.IsType<Cohesion.Governance.Server.Access.NotFound>((await app.Send(town.Outsider, command)).Refusal);
        Assert.IsType<SignInNeeded>((await app.Send(null, command)).Refusal);
    }
}
