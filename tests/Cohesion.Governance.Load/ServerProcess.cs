using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Cohesion.Governance.Server.Persistence;

namespace Cohesion.Governance.Load;

/// <summary>The real server as a process of its own, on 127.0.0.1 at a port that the system chooses, over the database of a folder.</summary>
internal sealed partial class ServerProcess : IDisposable
{
    private static readonly TimeSpan StartsWithin = TimeSpan.FromMinutes(2);

    private readonly Process process;
    private readonly ConcurrentQueue<string> lines = new();
    private readonly TaskCompletionSource<Uri> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task output;

    private ServerProcess(string folder, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in (IEnumerable<string>)["exec", typeof(GovernanceDbContext).Assembly.Location, .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        process = Process.Start(start)!;
        output = Task.WhenAll(Read(process.StandardOutput), Read(process.StandardError));
    }

    /// <summary>What it logged as an error or worse.</summary>
    public IEnumerable<string> Faults => lines.Where(l => l.Contains("\"LogLevel\":\"Error\"", StringComparison.Ordinal)
        || l.Contains("\"LogLevel\":\"Critical\"", StringComparison.Ordinal)
        || l.StartsWith("Unhandled exception", StringComparison.Ordinal));

    /// <summary>Processor time it has used since its start, on all cores.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Bytes of memory it holds.</summary>
    public long Memory
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    /// <summary>The most it has held.</summary>
    public long MemoryAtMost
    {
        get
        {
            process.Refresh();
            return process.PeakWorkingSet64;
        }
    }

    /// <summary>The settings by which a server, and a command of its command line, find the folder's database and keys.</summary>
    public static string[] Hosting(string folder) =>
    [
        "--environment", "Production", "--urls", "http://127.0.0.1:0", $"--Database:Connection=Data Source={Path.Combine(folder, "load.db")}",
        $"--DataProtection:Keys={Path.Combine(folder, "keys")}", $"--Journal:Keys={Path.Combine(folder, "journal-keys")}",
    ];

    /// <summary>Starts the server and waits until it takes requests.</summary>
    /// <returns>The server, and where it answers.</returns>
    /// <exception cref="InvalidOperationException">It ended, or did not listen within two minutes; the message has what it said.</exception>
    public static async Task<(ServerProcess Server, Uri Address)> Start(string folder, CancellationToken ct)
    {
        var server = new ServerProcess(folder, Hosting(folder));
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(StartsWithin);
        try
        {
            await Task.WhenAny(server.listening.Task, server.output).WaitAsync(patience.Token);
            if (server.listening.Task.IsCompleted)
            {
                return (server, await server.listening.Task);
            }
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            // Told below, with what the server said.
        }

        var said = string.Join('\n', server.lines);
        server.Dispose();
        ct.ThrowIfCancellationRequested();
        throw new InvalidOperationException($"The server did not start:\n{said}");
    }

    /// <summary>Runs a command of the server's command line to its end.</summary>
    /// <returns>Its exit code and what it printed.</returns>
    public static async Task<(int ExitCode, string Text)> Run(string folder, CancellationToken ct, params string[] command)
    {
        using var running = new ServerProcess(folder, [.. command, .. Hosting(folder)]);
        await running.process.WaitForExitAsync(ct);
        await running.output;
        return (running.process.ExitCode, string.Join('\n', running.lines));
    }

    /// <summary>Ends it as <c>kill -9</c> does, in the middle of whatever it is doing, and waits until it is gone.</summary>
    public async Task Kill()
    {
        process.Kill();
        await process.WaitForExitAsync();
        await output;
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
    }

    private async Task Read(StreamReader from)
    {
        while (await from.ReadLineAsync() is { } line)
        {
            lines.Enqueue(line);
            if (Listening().Match(line) is { Success: true } found)
            {
                listening.TrySetResult(new Uri(found.Groups["address"].Value + "/"));
            }
        }
    }

    [GeneratedRegex(@"Now listening on: (?<address>http://127\.0\.0\.1:\d+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Listening();
}
