using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using System.Diagnostics;
using System.Globalization;
using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Commands;
using Cohesion.Governance.Server.Features.Needs.RaiseNeed;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Cohesion.Governance.Benchmarks;

/// <summary>Commands a second through the whole pipeline on SQLite, each with its transaction, journal entry and row digests, one after another. The baseline is
/// one transaction with one row on the same file.</summary>
internal static class JournalCost
{
    private const int Commands = 1_000;

    /// <summary>Prints commands a second with their ratio to the baseline of the same run.</summary>
    public static void Run() => RunAsync().GetAwaiter().GetResult();

    private static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("journal-cost-").FullName;
        try
        {
            await using var server = Serve.Build(
                [
                    "--environment", "Test", $"--Database:Connection=Data Source={Path.Combine(folder, "bench.db")}",
                    $"--DataProtection:Keys={Path.Combine(folder, "keys")}", $"--Journal:Keys={Path.Combine(folder, "journal-keys")}",
                ],
                builder => builder.Logging.SetMinimumLevel(LogLevel.Error));
            await server.Services.GetServices<IHostedService>().OfType<DatabaseStart>().Single().StartingAsync(CancellationToken.None);
            var (council, person) = await Found(server);

            Console.WriteLine("commands with transaction and journal, SQLite, one after another");
            await Rows(server, council);
            var baseline = await Rows(server, council);
            await Needs(server, council, person);
            var needs = await Needs(server, council, person);
            Print("a transaction with one row (baseline)", baseline, baseline);
            Print("RaiseNeed: access, numbering, journal, digests", needs, baseline);
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<(Guid Council, Guid Person)> Found(WebApplication server)
    {
        await using var scope = server.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GovernanceDbContext>();
        var now = TimeProvider.System.GetUtcNow();
        Guid street = Guid.CreateVersion7(now), council = Guid.CreateVersion7(now), person = Guid.CreateVersion7(now);
        db.Streets.Add(new Street { Id = street, Name = LocalText.Same("Street") });
        db.Councils.Add(new Council
        {
            Id = council, StreetId = street, Name = LocalText.Same("Council"), TimeZone = "Asia/Shanghai", NoticeDays = 7, DefaultRulePack = "council.simple-majority",
            EarlyDecision = false,
        });
        db.People.Add(new Person { Id = person, Name = LocalText.Same("Somebody"), Language = Language.English });
        db.OfficeHoldings.Add(new OfficeHolding { Id = Guid.CreateVersion7(now), PersonId = person, Office = Office.CouncilSecretary, CouncilId = council, Since = now });
        await db.SaveChangesAsync();
        return (council, person);
    }

    private static async Task<double> Rows(WebApplication server, Guid council)
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < Commands; i++)
        {
            await using var scope = server.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<GovernanceDbContext>();
            db.Parties.Add(new Party { Id = Guid.CreateVersion7(), CouncilId = council, Name = LocalText.Same("Party"), Kind = PartyKind.Firm });
            await db.SaveChangesAsync();
        }

        return Commands / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static async Task<double> Needs(WebApplication server, Guid council, Guid person)
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < Commands; i++)
        {
            await using var scope = server.Services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentMember>().SignIn(person);
            var need = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new RaiseNeedCommand(council, "The lift does not suffice."));
            if (!need.IsGranted)
            {
                throw new InvalidOperationException($"The benchmark's command was refused: {need.Refusal!.Code}");
            }
        }

        return Commands / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static void Print(string what, double perSecond, double baseline) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"  {what,-52} {perSecond,10:N0}/s  1/{baseline / perSecond:0.00} of the baseline"));
}
