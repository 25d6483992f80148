using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Demo;
using Cohesion.Governance.Server.Persistence;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Cohesion.Governance.Server.Commands.Play;

/// <summary>Where a story is played: a server with a database and a clock of its own, in a folder that a later start finds again.</summary>
internal sealed class PlayStage(CaseFile story, Language language, string directory)
{
    private string Database => Path.Combine(directory, "play.db");

    private string ProgressFile => Path.Combine(directory, "progress.json");

    /// <summary>Plays from the beginning, or from where a play that was killed had come to.</summary>
    /// <exception cref="CaseFailedException">The story did not go as told.</exception>
    public async Task Play(TextWriter output, CancellationToken ct)
    {
        var progress = PlayProgress.Load(ProgressFile);
        if (progress is null or { Done: true })
        {
            foreach (var old in Directory.EnumerateFiles(directory))
            {
                File.Delete(old);
            }

            progress = null;
        }

        var clock = new PlayClock(progress?.Now ?? story.Begins);
        await using var host = Serve.Build(
            [
                "--environment", "Production",
                "--Urls", "http://127.0.0.1:0",
                "--Database:Provider", nameof(DatabaseProvider.Sqlite),
                "--Database:Connection", $"Data Source={Database}",
                "--DataProtection:Keys", Path.Combine(directory, "keys"),
                "--Journal:Keys", Path.Combine(directory, "journal-keys"),
                "--Processes:Relay", "false",
                "--Jobs:Scheduled", "false",
                "--Logging:LogLevel:Default", nameof(LogLevel.Error),
            ],
            builder => builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock)));
        await host.StartAsync(ct);
        try
        {
            await Tell(host.Services, clock, progress, output, ct);
        }
        catch (CaseFailedException)
        {
            // Only a play that was killed goes on; one that failed begins anew when its story or the server has been mended.
            File.Delete(ProgressFile);
            throw;
        }
        finally
        {
            await host.StopAsync(CancellationToken.None);
        }
    }

    private async Task Tell(IServiceProvider services, PlayClock clock, PlayProgress? progress, TextWriter output, CancellationToken ct)
    {
        var aliases = new CaseAliases(language, new Dictionary<string, string>(progress?.Aliases ?? new Dictionary<string, string>(), StringComparer.Ordinal));
        var transcript = new Transcript(services.GetRequiredService<IServiceScopeFactory>(), clock, story.Begins, language, output);
        output.WriteLine(story.Title.In(language));
        output.WriteLine(story.Summary.In(language));
        if (progress is not null)
        {
            output.WriteLine();
            output.WriteLine(new LocalText("The play was interrupted; it goes on at step {0}.", "上次演示中断，从第 {0} 步继续。").With(progress.Step + 1).In(language));
            await transcript.SkipWhatWas(ct);
        }

        foreach (var (alias, id) in await CouncilTemplates.Found(services, story.Council, ct))
        {
            aliases.Name(alias, id.ToString("D"));
        }

        var jobs = new PlayJobs(services);
        await new CasePlayer(services, story, aliases, clock, jobs, transcript, ProgressFile).Play(progress?.Step ?? 0, ct);
        await new PlayRecount(services, language, directory, output).Run(ct);
        output.WriteLine();
        output.WriteLine(new LocalText("The story ended as told, after {0} days.", "故事按预期结束，共 {0} 天。")
            .With((int)(clock.GetUtcNow() - story.Begins).TotalDays + 1).In(language));
    }
}
