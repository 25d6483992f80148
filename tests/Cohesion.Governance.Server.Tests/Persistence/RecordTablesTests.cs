using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Server.Tests.Harness;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Persistence;

public sealed class RecordTablesTests
{
    [Fact]
    public async Task Every_table_says_whether_it_is_of_a_councils_record()
    {
        await using var app = new GovernanceApp();

        var undecided = await app.Db(db => Task.FromResult(db.Model.GetEntityTypes()
            .Where(e => RecordTables.Find(e.ClrType) is null && !RecordTables.Others.ContainsKey(e.ClrType.Name))
            .Select(e => e.ClrType.Name)
            .ToList()));

        Assert.True(undecided.Count == 0, $"Put into RecordTables.All or, with the reason, into Others: {string.Join(", ", undecided)}");
    }

    [Fact]
    public async Task No_table_stands_in_both_lists_and_no_column_is_set_aside_that_is_not_there()
    {
        await using var app = new GovernanceApp();

        await app.Db(db =>
        {
            foreach (var table in RecordTables.All)
            {
                Assert.DoesNotContain(table.Row.Name, RecordTables.Others.Keys);
                Assert.All(table.Volatile.Keys, column => Assert.NotNull(db.Model.FindEntityType(table.Row)!.FindProperty(column)));
            }

            return Task.CompletedTask;
        });
    }
}
