using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Proof;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Journal;
using Cohesion.Governance.Server.Features.Votes.ExportVote;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Commands.Play;

/// <summary>What a doubter does when the story is over: takes each counted vote's exported file and decides it anew, without the server.</summary>
internal sealed class PlayRecount(IServiceProvider services, Language language, string directory, TextWriter output)
{
    /// <summary>Exports every counted vote into the play's folder and recounts it from the file.</summary>
    /// <exception cref="CaseFailedException">A recount differs from what was announced.</exception>
    public async Task Run(CancellationToken ct)
    {
        var folder = Directory.CreateDirectory(Path.Combine(directory, "votes")).FullName;
        var keyFile = Path.Combine(folder, "key.pem");
        using var key = PublicProofKey.FromPem(services.GetRequiredService<JournalKeys>().Current.Public.Pem)!;
        await File.WriteAllTextAsync(keyFile, key.Pem, ct);
        output.WriteLine();
        output.WriteLine(new LocalText("Recounted from the exported files, without the server:", "由导出文件独立复核（不经服务器）：").In(language));
        foreach (var (id, question, version) in await Counted(ct))
        {
            var file = Path.Combine(folder, $"vote-{id:D}.json");
            await Export(id, file, ct);
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
            var report = VoteRecount.Of(stream, key);
            if (!report.IsSame)
            {
                throw new CaseFailedException(new LocalText($"The recount differs: {report.Tell(Language.English)}", $"复核结果不一致：{report.Tell(Language.Chinese)}").In(language));
            }

            output.WriteLine(new LocalText(
                $"  “{question}”, version {version}: {report.Counted} ballots, {report.Result.Outcome}, as announced",
                $"  “{question}”，第 {version} 版：{report.Counted} 张选票，结果与公布一致（{report.Result.Outcome}）").In(language));
            output.WriteLine($"    dotnet run --project src/Cohesion.Governance.Recount -- {file} --key {keyFile}");
        }
    }

    private async Task<List<(Guid Id, string Question, int Version)>> Counted(CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GovernanceDbContext>();
        var votes = await db.Votes.AsNoTracking().Where(v => v.Stage == VoteStage.Closed).OrderBy(v => v.ClosedAt).Select(v => new { v.Id, v.Question, v.TextVersion }).ToListAsync(ct);
        return [.. votes.Select(v => (v.Id, v.Question, v.TextVersion))];
    }

    private async Task Export(Guid vote, string file, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentMember>().ActAsProcess();
        if (!(await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new ExportVoteQuery(vote), ct)).Granted(out var export, out var refusal))
        {
            throw new CaseFailedException(refusal.Message.In(language));
        }

        await using var stream = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.None);
        await export.WriteTo(stream, ct);
    }
}
