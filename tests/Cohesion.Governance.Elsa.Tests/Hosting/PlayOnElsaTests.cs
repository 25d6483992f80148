using System.Diagnostics;
using System.Text.RegularExpressions;
using Cohesion.Governance.Domain;
using Cohesion.Governance.Elsa.Hosting;
using Cohesion.Governance.Server.Commands.Play;
using Cohesion.Governance.Server.Process;
using Xunit;

namespace Cohesion.Governance.Elsa.Tests.Hosting;

/// <summary>Whole stories through the real commands, database and jobs, on both engines.</summary>
public sealed partial class PlayOnElsaTests
{
    [Theory]
    [InlineData("jinhongqiao", false)]
    [InlineData("anshun-road-lift", true)]
    public async Task A_story_is_told_on_elsa_as_on_the_built_in_engine(string id, bool chinese)
    {
        var language = chinese ? Language.Chinese : Language.English;
        var builtIn = await PlayAsync(id, language, onElsa: false);
        var elsa = await PlayAsync(id, language, onElsa: true);

        Assert.Contains(chinese ? "故事按预期结束" : "The story ended as told", elsa, StringComparison.Ordinal);
        Assert.Equal(InOrder(builtIn), InOrder(elsa));
    }

    [Fact]
    public async Task Killed_again_and_again_on_elsa_it_goes_on_where_it_was()
    {
        var directory = Directory.CreateTempSubdirectory("cohesion-elsa-kill-").FullName;
        var exit = -1;
        foreach (var line in new int?[] { 20, 30, 45, null })
        {
            exit = await RunAsync(directory, line);
        }

        Assert.Equal(0, exit);
    }

    private static async Task<string> PlayAsync(string id, Language language, bool onElsa)
    {
        if (onElsa)
        {
            ProcessEngine.Choose(ElsaHost.Add);
        }

        var directory = Directory.CreateTempSubdirectory("cohesion-elsa-play-").FullName;
        var told = new StringWriter();
        var story = CaseFile.Read(Path.Combine(WorkflowDirectory.Find(AppContext.BaseDirectory)!, "cases", id + ".json"));
        await new PlayStage(story, language, directory).Play(told, TestContext.Current.CancellationToken);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();

        // Where it was played, and the ids made there, are no part of the story.
        return Ids().Replace(told.ToString().Replace(directory, "…", StringComparison.Ordinal), "#");
    }

    /// <summary>
    /// What is told, without what differs between two plays on one engine as well: which three of many names a notice lists, by ids made at random within
    /// one moment, and the order of notices written at one moment.
    /// </summary>
    private static IReadOnlyList<string> InOrder(string told)
    {
        var lines = new List<string>();
        var notices = new List<string>();
        foreach (var line in told.ReplaceLineEndings("\n").Split('\n'))
        {
            if (Names().IsMatch(line))
            {
                notices.Add(Names().Replace(line, "✉ "));
                continue;
            }

            lines.AddRange(notices.Order(StringComparer.Ordinal));
            notices.Clear();
            lines.Add(line);
        }

        return [.. lines, .. notices.Order(StringComparer.Ordinal)];
    }

    /// <summary>Plays in a process of its own; kills it, as kill -9 does, when it has told so many lines.</summary>
    private static async Task<int> RunAsync(string directory, int? killAtLine)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = directory, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, UseShellExecute = false,
        };
        foreach (var argument in new[] { "exec", typeof(ElsaHost).Assembly.Location, "play", "jinhongqiao" })
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        for (var lines = 0; await process.StandardOutput.ReadLineAsync() is { } line;)
        {
            // What the server logs is no line of the story.
            if (!line.StartsWith('{') && ++lines == killAtLine)
            {
                process.Kill();
            }
        }

        await process.WaitForExitAsync();
        await errors;
        return process.ExitCode;
    }

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{32,64}", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Ids();

    [GeneratedRegex("✉ [^:：]*: ", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Names();
}
