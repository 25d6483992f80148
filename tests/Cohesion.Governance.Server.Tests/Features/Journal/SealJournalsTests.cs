using Cohesion.Governance.Domain.Proof;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Journal.PublicKey;
using Cohesion.Governance.Server.Features.Journal.SealJournals;
using Cohesion.Governance.Server.Features.Needs.RaiseNeed;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Journal;

public sealed class SealJournalsTests
{
    [Fact]
    public async Task The_day_that_ended_in_the_council_is_sealed_once_with_the_published_key()
    {
        var (app, town) = await WithNeed();
        await using var _ = app;

        // 01:30 on 3 November in Shanghai is still the second in Greenwich.
        app.Clock.SetUtcNow(new(2026, 11, 2, 17, 30, 0, TimeSpan.Zero));
        var first = (await app.SendAsProcess(new SealJournalsCommand())).Value.Lines;
        var again = (await app.SendAsProcess(new SealJournalsCommand())).Value.Lines;

        var seal = await app.Db(db => db.JournalSeals.AsNoTracking().SingleAsync());
        var last = await app.Db(db => db.Journal.AsNoTracking().SingleAsync());
        using var key = PublicProofKey.FromPem((await app.Send(null, new PublicKeyQuery())).Value.Pem)!;
        Assert.Empty(again);
        Assert.Equal([$"cohesion-governance/seal/1 {town.CouncilId:D} 2026-11-02 1 {last.Hash}"], first);
        Assert.True(seal.IsSignedBy(key));
    }

    [Fact]
    public async Task A_journal_to_which_nothing_was_added_needs_no_further_seal()
    {
        var (app, town) = await WithNeed();
        await using var _ = app;
        app.Clock.Advance(TimeSpan.FromDays(1));
        await app.SendAsProcess(new SealJournalsCommand());
        app.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Empty((await app.SendAsProcess(new SealJournalsCommand())).Value.Lines);
    }

    [Fact]
    public async Task After_days_of_standstill_one_seal_covers_them_all()
    {
        var (app, town) = await WithNeed();
        await using var _ = app;
        app.Clock.Advance(TimeSpan.FromDays(1));
        await app.Send(town.TenantA, new RaiseNeedCommand(town.CouncilId, "Another"));
        app.Clock.Advance(TimeSpan.FromDays(9));

        Assert.Contains(" 2026-11-11 2 ", Assert.Single((await app.SendAsProcess(new SealJournalsCommand())).Value.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_cannot_send_it()
    {
        var (app, town) = await WithNeed();
        await using var _ = app;

        Assert.IsType<ProcessNeeded>((await app.Send(town.Secretary, new SealJournalsCommand())).Refusal);
    }

    private static async Task<(GovernanceApp App, Town Town)> WithNeed()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await app.Send(town.TenantA, new RaiseNeedCommand(town.CouncilId, "A need"));
        return (app, town);
    }
}
