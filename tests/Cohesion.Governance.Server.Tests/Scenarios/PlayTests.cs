using System.Diagnostics;
using System.Text.RegularExpressions;
using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Commands.Play;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Server.Process;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Scenarios;

/// <summary>The whole stories, played as <c>play</c> plays them: real commands, database, engine and Hangfire.</summary>
public sealed class PlayTests
{
    private static CaseFile Story(string id) => CaseFile.Read(Path.Combine(WorkflowDirectory.Find(AppContext.BaseDirectory)!, "cases", id + ".json"));

    private static async Task<string> Play(string id, Language language = Language.English)
    {
        var directory = Directory.CreateTempSubdirectory("cohesion-play-").FullName;
        var told = new StringWriter();
        await new PlayStage(Story(id), language, directory).Play(told, CancellationToken.None);
        await RecountAlone(directory);
        return told.ToString();
    }

    /// <summary>Every vote of a play, recounted by the program that knows no server; and a file in which one choice was turned round is found out.</summary>
    private static async Task RecountAlone(string directory)
    {
        var folder = Path.Combine(directory, "votes");
        var key = Path.Combine(folder, "key.pem");
        var votes = Directory.GetFiles(folder, "vote-*.json");
        Assert.NotEmpty(votes);
        foreach (var vote in votes)
        {
            Assert.Equal(0, await Recount(vote, key));
            var turned = new Regex("\"choice\":\"yes\"").Replace(await File.ReadAllTextAsync(vote), "\"choice\":\"no\"", 1);
            await File.WriteAllTextAsync(vote, turned);
            Assert.Equal(1, await Recount(vote, key));
        }
    }

    private static async Task<int> Recount(string vote, string key)
    {
        // The program lies in its own project's output, under the same configuration as this suite.
        var program = AppContext.BaseDirectory.Replace(Path.Combine("tests", "Cohesion.Governance.Server.Tests"), Path.Combine("src", "Cohesion.Governance.Recount"), StringComparison.Ordinal);
        var start = new ProcessStartInfo("dotnet", ["exec", Path.Combine(program, "Cohesion.Governance.Recount.dll"), vote, "--key", key])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        using var process = System.Diagnostics.Process.Start(start)!;
        await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    [Fact]
    public async Task Jinhongqiao_is_rejected_without_the_tenants_reworked_adopted_by_every_bloc_chased_and_kept()
    {
        var told = await Play("jinhongqiao");

        // From the story: 4 firms for and 12 against; in the second vote 15 for with 38,902.50 of 61,480.00 square metres, and 3 against.
        var rejected = told.IndexOf("4 yes, 12 no", StringComparison.Ordinal);
        var adopted = told.IndexOf("15 yes, 3 no, 0 abstain, 5 silent; Area let 38902.50 of 61480.00 m² yes", StringComparison.Ordinal);
        Assert.True(rejected > 0 && adopted > rejected);
        Assert.Contains("NoticeTooShort", told, StringComparison.Ordinal);
        Assert.Contains("chases the action: 4", told, StringComparison.Ordinal);
        Assert.Contains("The story ended as told", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Anshun_road_is_told_in_chinese_with_its_objector_heard()
    {
        var told = await Play("anshun-road-lift", Language.Chinese);

        Assert.Contains("我家采光没有测过", told, StringComparison.Ordinal);
        Assert.Contains("开始调解", told, StringComparison.Ordinal);
        Assert.Contains("故事按预期结束", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Killed_again_and_again_it_goes_on_where_it_was_and_everything_happened_once()
    {
        var undisturbed = Directory.CreateTempSubdirectory("cohesion-play-").FullName;
        Assert.Equal(0, await Run(undisturbed, killAtLine: null));
        var disturbed = Directory.CreateTempSubdirectory("cohesion-play-").FullName;

        // Each start is killed a little later than it came to the last time, in the middle of whatever it is doing then.
        var exit = -1;
        foreach (var line in new int?[] { 20, 25, 40, 30, null })
        {
            exit = await Run(disturbed, line);
        }

        Assert.Equal(0, exit);
        Assert.Equal(await WhatHappened(undisturbed), await WhatHappened(disturbed));
    }

    /// <summary>Plays in a process of its own; kills it, as kill -9 does, when it has told so many lines.</summary>
    private static async Task<int> Run(string directory, int? killAtLine)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = directory, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, UseShellExecute = false,
        };
        start.ArgumentList.Add("exec");
        start.ArgumentList.Add(typeof(Program).Assembly.Location);
        start.ArgumentList.Add("play");
        start.ArgumentList.Add("jinhongqiao");
        using var process = System.Diagnostics.Process.Start(start)!;
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        for (var lines = 0; await process.StandardOutput.ReadLineAsync() is not null;)
        {
            if (++lines == killAtLine)
            {
                process.Kill();
                break;
            }
        }

        await process.WaitForExitAsync();
        await errors;
        return process.ExitCode;
    }

    /// <summary>The journal of the council without ids and times, with how many notices of each kind went out.</summary>
    private static async Task<string> WhatHappened(string directory)
    {
        var file = Path.Combine(directory, "data", "play", "jinhongqiao", "play.db");
        await using var db = new SqliteGovernanceDbContext(
            new DbContextOptionsBuilder<SqliteGovernanceDbContext>().UseSqlite($"Data Source={file};Pooling=False").Options);
        var journal = await db.Journal.OrderBy(e => e.CouncilId).ThenBy(e => e.Sequence).Select(e => e.Command).ToListAsync();
        var notices = await db.Notifications.GroupBy(n => n.Kind).OrderBy(g => g.Key).Select(g => new { g.Key, Count = g.Count() }).ToListAsync();
        Assert.True(journal.Count > 100);
        return string.Join('\n', journal) + "\n" + string.Join('\n', notices.Select(n => $"{n.Key} {n.Count}"));
    }
}
