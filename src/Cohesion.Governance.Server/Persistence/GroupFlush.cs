namespace Cohesion.Governance.Server.Persistence;

/// <summary>Puts what was committed onto the disk, for all who wait with one flush. Nobody is answered before that.</summary>
/// <remarks>
/// SQLite with <c>synchronous</c> FULL flushes its log at every commit, while the only writer holds the database. Here it is NORMAL (flushed
/// before a checkpoint, never in between: https://www.sqlite.org/pragma.html#pragma_synchronous), a commit only appends to the log, and the
/// flush comes when the writer has let go: commits that come in meanwhile share the next one. A flush covers every commit before it, so that
/// whatever was acknowledged survives a power cut, as with FULL; what others read a moment before its flush may not. Other databases flush by
/// themselves. Safe for concurrent use.
/// </remarks>
/// <param name="log">What is flushed; null where the database does so itself.</param>
internal sealed class GroupFlush(IDurableLog? log)
{
    private readonly Lock gate = new();
    private TaskCompletionSource? waiting;
    private bool flushing;

    /// <summary>Completes when everything committed before the call is on the disk.</summary>
    /// <exception cref="IOException">The disk refused; whether the commit survives a power cut is not known.</exception>
    public Task Flush()
    {
        if (log is null)
        {
            return Task.CompletedTask;
        }

        lock (gate)
        {
            // A flush that runs already may have begun before the caller's commit: he waits for the next.
            waiting ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            if (!flushing)
            {
                flushing = true;
                ThreadPool.UnsafeQueueUserWorkItem(static flush => flush.Work(), this, preferLocal: false);
            }

            return waiting.Task;
        }
    }

    private void Work()
    {
        while (true)
        {
            TaskCompletionSource those;
            lock (gate)
            {
                if (waiting is null)
                {
                    flushing = false;
                    return;
                }

                (those, waiting) = (waiting, null);
            }

            try
            {
                log!.Flush();
                those.SetResult();
            }
            catch (Exception refused)
            {
                // Theirs to report: each of them is a command that must not be acknowledged.
                those.SetException(refused);
            }
        }
    }
}

/// <summary>A log that commits are appended to before they are on the disk.</summary>
internal interface IDurableLog
{
    /// <summary>Puts everything appended before the call onto the disk.</summary>
    /// <exception cref="IOException">The disk refused.</exception>
    void Flush();
}
