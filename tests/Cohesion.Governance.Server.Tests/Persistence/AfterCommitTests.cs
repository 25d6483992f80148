using Cohesion.Governance.Domain.Needs;
using Cohesion.Governance.Domain.Notifications;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Features.Needs.RaiseNeed;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Persistence;

/// <summary>Readers of outboxes are woken by the kinds of rows a commit wrote.</summary>
public sealed class AfterCommitTests
{
    [Fact]
    public async Task A_reader_is_woken_by_its_kinds_of_rows_and_not_by_others()
    {
        await using var app = new GovernanceApp();
        var town = await Town.Found(app);
        var (needs, ballots, either) = (0, 0, 0);
        var commits = app.Services.GetRequiredService<AfterCommit>();
        commits.Subscribe(() => needs++, typeof(Need));
        commits.Subscribe(() => ballots++, typeof(Ballot));
        commits.Subscribe(() => either++, typeof(Ballot), typeof(Need));

        Assert.True((await app.Send(town.TenantA, new RaiseNeedCommand(town.CouncilId, "The lifts are full"))).IsGranted);

        Assert.Equal((1, 0, 1), (needs, ballots, either));
    }

    [Fact]
    public async Task Nobody_is_woken_when_a_command_was_refused_or_rolled_back()
    {
        await using var app = new GovernanceApp();
        var town = await Town.Found(app);
        var woken = 0;
        app.Services.GetRequiredService<AfterCommit>().Subscribe(() => woken++, typeof(Need));

        // Refused, nothing was written; given up after it was written, everything is taken back.
        Assert.False((await app.Send(town.Outsider, new RaiseNeedCommand(town.CouncilId, "A need"))).IsGranted);
        await using (var scope = app.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<GovernanceDbContext>();
            var kept = await scope.ServiceProvider.GetRequiredService<UnitOfWork>().Run(
                async ct =>
                {
                    db.Needs.Add(NeedOf(app, town));
                    await db.SaveChangesAsync(ct);
                    return false;
                },
                keep => keep,
                CancellationToken.None);
            Assert.False(kept);
        }

        Assert.Equal(0, woken);
        Assert.Equal(0, await app.Db(db => db.Needs.CountAsync()));
    }

    [Fact]
    public async Task Nobody_is_woken_by_work_that_failed_and_the_next_commit_wakes_only_for_what_it_wrote()
    {
        await using var app = new GovernanceApp();
        var town = await Town.Found(app);
        var (needs, notices) = (0, 0);
        var commits = app.Services.GetRequiredService<AfterCommit>();
        commits.Subscribe(() => needs++, typeof(Need));
        commits.Subscribe(() => notices++, typeof(Notification));
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GovernanceDbContext>();
        var work = scope.ServiceProvider.GetRequiredService<UnitOfWork>();

        await Assert.ThrowsAsync<InvalidOperationException>(() => work.Run<bool>(
            async ct =>
            {
                db.Needs.Add(NeedOf(app, town));
                await db.SaveChangesAsync(ct);
                throw new InvalidOperationException("lost");
            },
            _ => true,
            CancellationToken.None));
        await work.Run(_ => Task.FromResult(true), _ => true, CancellationToken.None);

        Assert.Equal((0, 0), (needs, notices));
    }

    [Fact]
    public async Task A_reader_that_subscribes_later_hears_of_later_commits_only()
    {
        await using var app = new GovernanceApp();
        var town = await Town.Found(app);
        await app.Send(town.TenantA, new RaiseNeedCommand(town.CouncilId, "First"));
        var woken = 0;
        app.Services.GetRequiredService<AfterCommit>().Subscribe(() => woken++, typeof(Need));

        await app.Send(town.TenantA, new RaiseNeedCommand(town.CouncilId, "Second"));

        Assert.Equal(1, woken);
    }

    private static Need NeedOf(GovernanceApp app, Town town) => new()
    {
        Id = Guid.CreateVersion7(app.Clock.GetUtcNow()), CouncilId = town.CouncilId, Number = 1, Text = "A need", AskedByPersonId = town.TenantA, AskedAt = app.Clock.GetUtcNow(),
    };
}
