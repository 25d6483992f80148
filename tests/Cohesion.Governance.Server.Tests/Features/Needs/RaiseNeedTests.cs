using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Needs.RaiseNeed;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Needs;

public sealed class RaiseNeedTests
{
    [Fact]
    public async Task A_member_raises_a_need_that_gets_the_next_number_and_a_journal_entry()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;

        var first = await app.Send(town.TenantA, new RaiseNeedCommand(town.CouncilId, "The lifts are full at nine"));
        var second = await app.Send(town.Observer, new RaiseNeedCommand(town.CouncilId, "Nowhere to check in"));

        Assert.True(first.IsGranted && second.IsGranted);
        Assert.Equal([1, 2], await app.Db(db => db.Needs.OrderBy(n => n.Number).Select(n => n.Number).ToListAsync()));
        var journal = await app.Db(db => db.Journal.OrderBy(j => j.Sequence).ToListAsync());
        Assert.Equal(["RaiseNeed", "RaiseNeed"], journal.Select(j => j.Command));
        Assert.Equal(journal[0].Hash, journal[1].PreviousHash);
        Assert.All(journal, entry => Assert.Equal(entry.ComputeHash(), entry.Hash));
    }

    [Fact]
    public async Task A_need_without_words_is_refused_and_leaves_nothing_behind()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;

        var outcome = await app.Send(town.TenantA, new RaiseNeedCommand(town.CouncilId, " "));

        Assert.IsType<InvalidRequest>(outcome.Refusal);
        Assert.Equal(0, await app.Db(db => db.Needs.CountAsync()));
        Assert.Equal(0, await app.Db(db => db.Journal.CountAsync()));
    }

    [Fact]
    public async Task A_person_of_another_council_is_not_told_that_this_one_exists()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;

        var outcome = await app.Send(town.Outsider, new RaiseNeedCommand(town.CouncilId, "Hello"));

        Assert.IsType<NotFound>(outcome.Refusal);
    }

    [Fact]
    public async Task Sent_twice_under_one_key_it_is_one_need()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        var command = new RaiseNeedCommand(town.CouncilId, "The lifts are full at nine");

        var first = await app.Send(town.TenantA, command, "key-1");
        var again = await app.Send(town.TenantA, command, "key-1");
        var other = await app.Send(town.TenantA, command with { Text = "Something else" }, "key-1");

        Assert.Equal(first.Value, again.Value);
        Assert.IsType<IdempotencyKeyUsed>(other.Refusal);
        Assert.Equal(1, await app.Db(db => db.Needs.CountAsync()));
    }

    [Fact]
    public async Task Eight_at_once_get_eight_numbers()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;

        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => app.Send(town.TenantA, new RaiseNeedCommand(town.CouncilId, $"Need {i}"))));

        Assert.Equal(Enumerable.Range(1, 8), await app.Db(db => db.Needs.OrderBy(n => n.Number).Select(n => n.Number).ToListAsync()));
    }
}
