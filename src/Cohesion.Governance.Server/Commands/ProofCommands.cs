using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Journal;
using Cohesion.Governance.Server.Features.Journal.VerifyJournal;
using Cohesion.Governance.Server.Features.Votes.ExportVote;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Commands;

/// <summary><c>export vote</c>, <c>journal verify</c> and <c>journal key</c>: what an auditor with access to the machine asks of it, over the server's own database
/// and whether or not the server runs.</summary>
internal static class ProofCommands
{
    /// <summary>Writes a counted vote's export to a file, or to <paramref name="output"/> where none is named.</summary>
    /// <returns>0 when written, 1 when refused, 2 when the file cannot be written.</returns>
    public static async Task<int> ExportVote(string[] hosting, string vote, string? file, Stream output, TextWriter error, CancellationToken ct)
    {
        if (!Guid.TryParse(vote, out var voteId))
        {
            return await Refuse(error, 1, new($"'{vote}' is not the id of a vote. It stands in the address of the vote's page.", $"“{vote}”不是表决编号。编号见表决页面的网址。"));
        }

        await using var server = await Open(hosting, ct);
        await using var scope = AsServer(server);
        var outcome = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new ExportVoteQuery(voteId), ct);
        if (!outcome.Granted(out var export, out var refusal))
        {
            return await Refuse(error, 1, refusal is NotFound ? new("There is no such vote.", "没有这次表决。") : refusal.Message);
        }

        try
        {
            if (file is null)
            {
                await export.WriteTo(output, ct);
                return 0;
            }

            await using var stream = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.None);
            await export.WriteTo(stream, ct);
            return 0;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return await Refuse(error, 2, new($"{file} cannot be written: {fault.Message}", $"{file} 无法写入：{fault.Message}"));
        }
    }

    /// <summary>Verifies the journal of one council or of all, one line a finding.</summary>
    /// <returns>0 when everything is intact, 1 when anything was tampered with, 2 when there is no such council.</returns>
    public static async Task<int> VerifyJournal(string[] hosting, string? council, string? noted, bool inChinese, TextWriter output, TextWriter error, CancellationToken ct)
    {
        var language = inChinese ? Language.Chinese : Language.English;
        await using var server = await Open(hosting, ct);
        var councils = await CouncilsOf(server, council, ct);
        if (councils.Count == 0 && council is not null)
        {
            return await Refuse(error, 2, new($"There is no council '{council}'. Name one by the id in the address of its page.", $"没有编号为“{council}”的议事会。编号见议事会页面的网址。"));
        }

        var intact = true;
        foreach (var (id, name) in councils)
        {
            await using var scope = AsServer(server);
            var outcome = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new VerifyJournalQuery(id, noted), ct);
            if (!outcome.Granted(out var verdict, out var refusal))
            {
                return await Refuse(error, 2, refusal.Message);
            }

            intact &= verdict.Intact;
            await output.WriteLineAsync($"{name.In(language)} ({id:D})");
            foreach (var line in JournalWords.Of(verdict))
            {
                await output.WriteLineAsync("  " + line.In(language));
            }
        }

        return intact ? 0 : 1;
    }

    /// <summary>Prints the public key.</summary>
    public static async Task<int> Key(string[] hosting, TextWriter output)
    {
        await using var server = Build(hosting);
        var key = server.Services.GetRequiredService<JournalKeys>().Current.Public;
        await output.WriteAsync($"{key.Id}\n{key.Pem}\n");
        return 0;
    }

    private static async Task<List<(Guid Id, LocalText Name)>> CouncilsOf(WebApplication server, string? council, CancellationToken ct)
    {
        await using var scope = server.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GovernanceDbContext>();
        var id = Guid.TryParse(council, out var asked) ? asked : Guid.Empty;
        var rows = await db.Councils.AsNoTracking().Where(c => council == null || c.Id == id).OrderBy(c => c.Id).ToListAsync(ct);
        return [.. rows.Select(c => (c.Id, c.Name))];
    }

    private static WebApplication Build(string[] hosting) => Serve.Build(hosting, builder => builder.Logging.SetMinimumLevel(LogLevel.Error));

    private static async Task<WebApplication> Open(string[] hosting, CancellationToken ct)
    {
        var server = Build(hosting);
        await server.Services.GetServices<IHostedService>().OfType<DatabaseStart>().Single().StartingAsync(ct);
        return server;
    }

    private static AsyncServiceScope AsServer(WebApplication server)
    {
        var scope = server.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentMember>().ActAsProcess();
        return scope;
    }

    private static async Task<int> Refuse(TextWriter error, int code, LocalText why)
    {
        await error.WriteLineAsync($"{why.En}\n{why.Zh}");
        return code;
    }
}
