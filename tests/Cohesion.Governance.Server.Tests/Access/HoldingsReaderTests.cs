using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Access;

public sealed class HoldingsReaderTests
{
    [Fact]
    public async Task Everybody_who_asks_at_once_is_told_his_own_offices_and_nobody_elses()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        var reader = app.Services.GetRequiredService<HoldingsReader>();
        var stranger = Guid.CreateVersion7(app.Clock.GetUtcNow());
        Guid[] people = [town.Secretary, town.TenantA, stranger, town.Secretary, town.Administrator, town.Convenor];

        var held = await Task.WhenAll(people.Select(reader.Of));

        Assert.Equal([(Office.CouncilSecretary, town.CouncilId)], held[0].Select(h => (h.Office, h.CouncilId!.Value)));
        Assert.Equal([(Office.TenantRepresentative, town.SeatA)], held[1].Select(h => (h.Office, h.SeatId!.Value)));
        Assert.Empty(held[2]);
        Assert.Equal(held[0], held[3]);
        Assert.Equal([(Office.Administrator, null, null)], held[4].Select(h => (h.Office, h.CouncilId, h.StreetId)));
        Assert.Equal([town.StreetId], held[5].Where(h => h.StreetId is not null).Select(h => h.StreetId!.Value));
    }

    [Fact]
    public async Task An_office_is_held_from_its_beginning_until_its_end_and_not_a_tick_longer()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        var now = app.Clock.GetUtcNow();
        await app.Db(db => db.OfficeHoldings.Where(h => h.PersonId == town.Secretary)
            .ExecuteUpdateAsync(set => set.SetProperty(h => h.Since, now).SetProperty(h => h.Until, now.AddDays(1))));
        var reader = app.Services.GetRequiredService<HoldingsReader>();

        Assert.Single(await reader.Of(town.Secretary));
        app.Clock.SetUtcNow(now.AddDays(1).AddTicks(-1));
        Assert.Single(await reader.Of(town.Secretary));
        app.Clock.SetUtcNow(now.AddDays(1));
        Assert.Empty(await reader.Of(town.Secretary));
    }

    [Fact]
    public async Task A_database_that_does_not_answer_is_told_to_everybody_who_asked_and_the_next_is_asked_anew()
    {
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        var reader = new HoldingsReader(new ServiceCollection().BuildServiceProvider().GetRequiredService<IServiceScopeFactory>(), clock);

        await Assert.ThrowsAsync<InvalidOperationException>(() => reader.Of(Guid.Empty));
        await Assert.ThrowsAsync<InvalidOperationException>(() => reader.Of(Guid.Empty));
    }

    [Fact]
    public async Task A_connection_cut_off_since_the_last_reading_is_felt_by_nobody_and_a_database_that_is_gone_by_whoever_asks()
    {
        var cut = new CutConnection("OfficeHoldings");
        await using var app = new GovernanceApp { Replacing = cut.Infest };
        var town = await Town.Found(app);
        var reader = app.Services.GetRequiredService<HoldingsReader>();
        Assert.Single(await reader.Of(town.Secretary));

        cut.Fail(1);
        Assert.Single(await reader.Of(town.Secretary));
        Assert.Equal(1, cut.Cuts);

        cut.Fail(2);
        await Assert.ThrowsAsync<IOException>(() => reader.Of(town.Secretary));
        Assert.Equal(3, cut.Cuts);
        Assert.Single(await reader.Of(town.Secretary));
    }
}
