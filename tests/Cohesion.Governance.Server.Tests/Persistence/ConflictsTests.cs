using Cohesion.Governance.Domain.Journal;
using Cohesion.Governance.Server.Features.Journal.VerifyJournal;
using Cohesion.Governance.Server.Features.Needs.RaiseNeed;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Persistence;

/// <summary>A lost race is told from a fault, in whatever wrapping the database's provider hands it over.</summary>
public sealed class ConflictsTests
{
    [Theory]
    [InlineData(PostgresErrorCodes.DeadlockDetected, true)]
    [InlineData(PostgresErrorCodes.SerializationFailure, true)]
    [InlineData(PostgresErrorCodes.UniqueViolation, true)]
    [InlineData(PostgresErrorCodes.ForeignKeyViolation, false)]
    [InlineData(PostgresErrorCodes.DiskFull, false)]
    public void What_PostgreSQL_refuses_is_known_bare_and_wrapped(string state, bool isConflict)
    {
        var bare = new PostgresException("refused", "ERROR", "ERROR", state);

        Assert.Equal(isConflict, Conflicts.IsConflict(bare));
        Assert.Equal(isConflict, Conflicts.IsConflict(new DbUpdateException("not saved", bare)));

        // What may succeed if tried again, its provider wraps once more.
        Assert.Equal(isConflict, Conflicts.IsConflict(new InvalidOperationException("likely transient", bare)));
        Assert.Equal(isConflict, Conflicts.IsConflict(new InvalidOperationException("likely transient", new DbUpdateException("not saved", bare))));
    }

    [Theory]
    [InlineData(1555, true)]
    [InlineData(2067, true)]
    [InlineData(787, false)]
    [InlineData(13, false)]
    public void What_SQLite_refuses_is_a_lost_race_where_a_key_is_there_already(int extendedCode, bool isConflict) =>
        Assert.Equal(isConflict, Conflicts.IsConflict(new DbUpdateException("not saved", new SqliteException("refused", extendedCode & 0xff, extendedCode))));

    [Fact]
    public void A_row_that_has_another_version_is_a_lost_race_and_a_fault_of_ours_is_none()
    {
        Assert.True(Conflicts.IsConflict(new DbUpdateConcurrencyException("changed meanwhile")));
        Assert.True(Conflicts.IsConflict(new InvalidOperationException("likely transient", new DbUpdateConcurrencyException("changed meanwhile"))));
        Assert.False(Conflicts.IsConflict(new InvalidOperationException("a mistake")));
        Assert.False(Conflicts.IsConflict(new InvalidOperationException("a mistake", new IOException("the disk is full"))));
        Assert.False(Conflicts.IsConflict(new DbUpdateException("not saved", new IOException("the disk is full"))));
    }

    [Fact]
    public async Task Two_who_wait_for_each_other_are_both_served()
    {
        Assert.SkipUnless(PostgreSqlDatabase.IsChosen, "Needs a PostgreSQL server named by TEST_POSTGRESQL: SQLite has one writer, so nobody waits for a row.");
        await using var app = new GovernanceApp();
        Guid[] rows = [Guid.CreateVersion7(app.Clock.GetUtcNow()), Guid.CreateVersion7(app.Clock.GetUtcNow())];
        await app.Db(async db =>
        {
            db.JournalHeads.AddRange(rows.Select(id => new JournalHead { CouncilId = id, Hash = JournalEntry.Genesis }));
            await db.SaveChangesAsync();
        });

        // Each has changed one row when he asks for the other's; whoever the database gives up tries again.
        using var both = new Barrier(2);
        var tries = await Task.WhenAll(Change(app, rows[0], rows[1], both), Change(app, rows[1], rows[0], both));

        Assert.Contains(1, tries);
        Assert.Contains(tries, t => t > 1);
        Assert.Equal([2L, 2L], await app.Db(db => db.JournalHeads.Where(h => rows.Contains(h.CouncilId)).Select(h => h.Sequence).ToListAsync()));
    }

    // Each entry of a journal builds on the one before: whoever did not wait for his turn would have to begin anew again and again, and in the end give up.
    [Fact]
    public async Task Forty_at_once_in_one_council_are_all_served_and_its_journal_is_one_chain()
    {
        await using var app = new GovernanceApp();
        var town = await Town.Found(app);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 40).Select(n => Task.Run(() => app.Send(n % 2 == 0 ? town.TenantA : town.TenantB, new RaiseNeedCommand(town.CouncilId, $"Need {n}")))));

        Assert.All(outcomes, o => Assert.True(o.IsGranted));
        var numbers = await app.Db(db => db.Needs.Select(n => n.Number).OrderBy(n => n).ToListAsync());
        Assert.Equal(Enumerable.Range(1, 40), numbers.Select(n => (int)n));
        var verdict = (await app.Send(town.Auditor, new VerifyJournalQuery(town.CouncilId))).Value;
        Assert.Equal((40L, (long?)null), (verdict.Entries, verdict.FirstBroken));
    }

    private static async Task<int> Change(GovernanceApp app, Guid first, Guid second, Barrier both)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GovernanceDbContext>();
        var tries = 0;
        return await Task.Run(() => scope.ServiceProvider.GetRequiredService<UnitOfWork>().Run(
            async ct =>
            {
                var isFirst = ++tries == 1;
                foreach (var row in (Guid[])[first, second])
                {
                    (await db.JournalHeads.SingleAsync(h => h.CouncilId == row, ct)).Sequence++;
                    await db.SaveChangesAsync(ct);
                    if (isFirst && row == first)
                    {
                        both.SignalAndWait(ct);
                    }
                }

                return tries;
            },
            _ => true,
            CancellationToken.None));
    }
}
