using Microsoft.Data.Sqlite;

namespace Cohesion.Governance.Server.Persistence;

/// <summary>A SQLite database's write-ahead log that is copied into the database file in the background when it has grown long.</summary>
/// <remarks>
/// SQLite itself has whoever commits copy it, who holds the database meanwhile: in a crowd, and the more so on a slow disk, everybody then waits for some thousand pages that lie
/// all over the file. Here most are copied while others go on writing, and only what they wrote meanwhile while nobody does (<c>docs/decisions/0010-one-flush-for-many-commits.md</c>).
/// Should that not keep up, SQLite's own way remains (<see cref="SqlitePragmas"/>). Safe for concurrent use.
/// </remarks>
/// <param name="log">The log.</param>
/// <param name="gate">Who holds it is the only writer.</param>
/// <param name="length">Frames from which on the log is copied.</param>
/// <param name="clock">Tells how long copying takes.</param>
/// <param name="logger">Told when copying fails.</param>
internal sealed partial class CopiedLog(WriteAheadLog log, WriteGate gate, int length, TimeProvider clock, ILogger<CopiedLog> logger) : IDurableLog, IAsyncDisposable
{
    /// <summary>The length in use, 64 MiB of pages: the longer, the more often a page has changed that is copied once; the shorter, the less a start has to read.</summary>
    public const int Long = 16_000;

    /// <summary>How many times that long the log may become before writers wait in any case.</summary>
    private const int VeryLong = 8;

    /// <summary>How long writers may be kept waiting for the end of the log.</summary>
    private static readonly TimeSpan ShortWait = TimeSpan.FromMilliseconds(100);

    private readonly Lock bounds = new();
    private Task copying = Task.CompletedTask;

    // Where the log was copied to that has not begun anew: somebody read from it, or its end would have taken too long.
    private (long Run, int Frames) copied;

    /// <summary>Completes when no copying is under way.</summary>
    public Task Copied
    {
        get
        {
            lock (bounds)
            {
                return copying;
            }
        }
    }

    public void Flush()
    {
        log.Flush();
        lock (bounds)
        {
            if (copying.IsCompleted && IsLong())
            {
                copying = Task.Run(Copy);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Copied;
        log.Dispose();
    }

    private bool IsLong()
    {
        if (!log.Holds(length, out var run))
        {
            return false;
        }

        return run != copied.Run || log.Holds(copied.Frames + length, out _);
    }

    private async Task Copy()
    {
        try
        {
            var began = clock.GetTimestamp();
            var frames = log.Copy();

            // It has grown meanwhile. Copying that takes no longer than this did, but nobody can write, so on a slow disk it waits for a quieter moment.
            if (clock.GetElapsedTime(began) > ShortWait && !log.Holds(length * VeryLong, out _))
            {
                Remember(frames);
                return;
            }

            using (await gate.Enter(CancellationToken.None))
            {
                Remember(log.Copy());
            }
        }
        catch (SqliteException refused)
        {
            // Nothing is lost: it stays in the log, and is tried again at the next flush.
            CouldNotCopy(logger, refused);
        }
    }

    private void Remember(int frames)
    {
        log.Holds(1, out var run);
        lock (bounds)
        {
            copied = (run, frames);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The write-ahead log could not be copied into the database file; it stays in the log, and is tried again")]
    private static partial void CouldNotCopy(ILogger log, Exception fault);
}
