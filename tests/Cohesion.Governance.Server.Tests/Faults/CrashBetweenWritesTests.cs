using System.Globalization;
using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.FollowUps;
using Cohesion.Governance.Server.Features.FollowUps.AcceptFollowUp;
using Cohesion.Governance.Server.Features.FollowUps.AssignFollowUp;
using Cohesion.Governance.Server.Features.FollowUps.ConfirmFollowUp;
using Cohesion.Governance.Server.Features.FollowUps.SubmitEvidence;
using Cohesion.Governance.Server.Features.Journal.VerifyJournal;
using Cohesion.Governance.Server.Tests.Harness;
using Cohesion.Governance.Workflows.Engine;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Faults;

/// <summary>
/// A promise from its assignment over reminders and escalations to its confirmation, on the real database, with the server dying between any two
/// writes. Another server starts over the same file, and whoever got no answer asks again. In the end everything is as if nothing had died.
/// </summary>
public sealed class CrashBetweenWritesTests
{
    /// <summary>How many points of death a run of the suite looks at, spread over the story. COHESION_FAULT_POINTS=all takes every one.</summary>
    private const int Spread = 10;

    [Fact]
    public async Task A_server_that_dies_between_any_two_writes_ends_where_one_that_never_died_ends()
    {
        var (calm, points) = await Live(dieAt: null);
        Assert.InRange(points, 100, 2000);
        Assert.Contains("stage Kept, chased to level 3", calm, StringComparison.Ordinal);

        // Live pushes are marked in the background, so that the last points of one run may not be reached in another.
        foreach (var point in Chosen(points * 9 / 10))
        {
            var (stormy, _) = await Live(point);
            Assert.True(calm == stormy, $"Dying at point {point} of {points} changes the end:\n{stormy}\ninstead of\n{calm}");
        }
    }

    private static IEnumerable<int> Chosen(int points) => Environment.GetEnvironmentVariable("COHESION_FAULT_POINTS") switch
    {
        null or "" => Enumerable.Range(0, Spread).Select(i => 1 + (i * (points - 1) / (Spread - 1))).Distinct(),
        "all" => Enumerable.Range(1, points),
        var one => [int.Parse(one, CultureInfo.InvariantCulture)],
    };

    [Fact(Timeout = 120_000)]
    public async Task A_server_killed_while_it_made_the_database_ready_does_not_hold_up_the_next()
    {
        await using var app = new GovernanceApp();
        var town = await Town.Found(app);
        await app.Adopt(town.CouncilId);

        // What a process that was killed in the middle of its migrations leaves behind.
        await app.Db(db => db.Database.ExecuteSqlRawAsync(
            """
            CREATE TABLE IF NOT EXISTS "__EFMigrationsLock" ("Id" INTEGER PRIMARY KEY, "Timestamp" TEXT);
            INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-11-02 01:00:00');
            """,
            TestContext.Current.CancellationToken));

        await using var next = app.Restart();
        Assert.True((await next.Send(town.Auditor, new VerifyJournalQuery(town.CouncilId))).Value.Intact);
    }

    private static async Task<(string End, int Points)> Live(int? dieAt)
    {
        var database = new DyingDatabase();
        await using var owner = new GovernanceApp { Replacing = database.Infest };
        var promise = await Promise.Resolved(owner);
        await owner.Adopt(promise.Town.CouncilId);
        await using var host = new Host(owner, database);
        await host.RunTo(0);
        if (dieAt is { } deadline)
        {
            database.Arm(deadline);
        }
        else
        {
            database.Watch();
        }

        var town = promise.Town;
        var id = await host.Send(
            town.Secretary, new AssignFollowUpCommand(promise.Resolutions[0], town.Property, "Order the elevator", GovernanceApp.Begin.AddDays(10)));
        await host.RunTo(0);
        await host.Send(town.Property, new AcceptFollowUpCommand(id));
        foreach (var later in new[] { 0, 7, 10, 11, 13 })
        {
            await host.RunTo(later);
        }

        await host.Send(town.Property, new SubmitEvidenceCommand(id, "It runs"));
        await host.RunTo(14);
        await host.Send(town.TenantA, new ConfirmFollowUpCommand(id, true));
        await host.Send(town.TenantB, new ConfirmFollowUpCommand(id, true));
        await host.RunTo(14);
        Assert.Equal(dieAt is not null, host.Died);
        var points = database.Passed;
        return (await EndOf(owner, database, promise, id), points);
    }

    /// <summary>Everything that anybody could notice, in words: what was sent to whom, what the journal says, where action and process stand.</summary>
    private static async Task<string> EndOf(GovernanceApp owner, DyingDatabase database, Promise promise, Guid id)
    {
        database.Watch();
        Assert.True((await owner.Send(promise.Town.Auditor, new VerifyJournalQuery(promise.Town.CouncilId))).Value.Intact);
        return await owner.Db(async db =>
        {
            var action = await db.FollowUps.AsNoTracking().SingleAsync(f => f.Id == id);
            var names = await db.People.ToDictionaryAsync(p => p.Id, p => p.Name.En);
            var notices = await db.Notifications.Select(n => new { n.PersonId, n.Kind, n.Text.En }).ToListAsync();
            var journal = await db.Journal.OrderBy(e => e.Sequence).Select(e => new { e.PersonId, e.Command }).ToListAsync();
            var processes = await db.ProcessInstances.Where(i => i.DefinitionId == "follow-up").Select(i => i.Status).ToListAsync();
            Assert.Equal([ProcessStatus.Finished], processes);
            Assert.False(await db.ProcessWaits.AnyAsync());
            Assert.Equal(2, await db.Confirmations.CountAsync(c => c.FollowUpId == id));
            return string.Join('\n', [
                $"stage {action.Stage}, chased to level {action.ChaseLevel}",
                .. notices.Select(n => $"{names[n.PersonId]} {n.Kind} {n.En}").Order(StringComparer.Ordinal),
                .. journal.Select(e => $"{e.Command} by {(e.PersonId is { } person ? names[person] : "the server")}"),
            ]);
        });
    }

    /// <summary>A server process, and the one that is started when it has died.</summary>
    private sealed class Host(GovernanceApp owner, DyingDatabase database) : IAsyncDisposable
    {
        private GovernanceApp running = owner.Restart();
        private int sent;

        public bool Died { get; private set; }

        /// <summary>Sends it until there is an answer, under one idempotency key, as a client does that got none.</summary>
        public async Task<T> Send<T>(Guid person, IRequest<Outcome<T>> request)
        {
            var key = $"request-{++sent}";
            var outcome = await Survive(() => running.Send(person, request, key));
            Assert.Null(outcome.Refusal);
            return outcome.Value;
        }

        public async Task RunTo(int day)
        {
            owner.Clock.SetUtcNow(GovernanceApp.Begin.AddDays(day));
            await Survive(async () =>
            {
                await running.RunProcesses();
                return true;
            });
        }

        public ValueTask DisposeAsync() => running.DisposeAsync();

        private async Task<T> Survive<T>(Func<Task<T>> work)
        {
            while (true)
            {
                try
                {
                    var result = await work();
                    if (!database.IsDead)
                    {
                        return result;
                    }
                }
                catch (Exception) when (database.IsDead)
                {
                    // Whatever the dying server threw, nobody has heard it.
                }

                Died = true;
                await running.DisposeAsync();
                database.Watch();
                running = owner.Restart();
            }
        }
    }
}
