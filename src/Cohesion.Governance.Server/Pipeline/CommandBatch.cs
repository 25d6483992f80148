using System.Diagnostics.CodeAnalysis;
using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Journal;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Persistence;

namespace Cohesion.Governance.Server.Pipeline;

/// <summary>Handles at once what many people ask at the same moment: reads for all of them together and leaves one transaction. Beside the handler that takes the
/// same commands one by one.</summary>
/// <typeparam name="TCommand">The command.</typeparam>
/// <typeparam name="T">What it is answered.</typeparam>
internal interface IBatchHandler<TCommand, T>
    where TCommand : ICommand<T>
{
    /// <summary>Answers those of the items that are of the plain kind. Those it leaves without an answer are handled one by one.</summary>
    Task Handle(IReadOnlyList<BatchItem<TCommand, T>> items, CancellationToken ct);
}

/// <summary>One command of several that are handled together, access and content checked already.</summary>
/// <param name="command">What is asked.</param>
/// <param name="member">Who asks.</param>
/// <param name="key">His idempotency key; null where he sent none.</param>
internal sealed class BatchItem<TCommand, T>(TCommand command, CurrentMember member, string? key)
    where TCommand : ICommand<T>
{
    private readonly TaskCompletionSource<(bool Answered, Outcome<T> Answer)> told = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TCommand Command => command;

    public CurrentMember Member => member;

    public string? Key => key;

    /// <summary>What it is answered; null as long as it is left to be handled by itself.</summary>
    public Outcome<T>? Answer { get; private set; }

    /// <summary>The rows it leaves.</summary>
    public IReadOnlyCollection<RowDigest> Rows { get; private set; } = [];

    /// <summary>Whether the answer is one that was given before, so that nothing is left behind.</summary>
    public bool IsRepetition { get; private set; }

    /// <summary>Completes when what it does is on the disk, or when it is left to be handled by itself.</summary>
    public Task<(bool Answered, Outcome<T> Answer)> Told => told.Task;

    public void Reply(Outcome<T> answer, params IReadOnlyCollection<RowDigest> rows) => (Answer, Rows) = (answer, rows);

    public void Repeat(Outcome<T> earlier) => (Answer, IsRepetition) = (earlier, true);

    /// <summary>Nothing was done for it yet.</summary>
    public void Forget() => (Answer, Rows, IsRepetition) = (null, [], false);

    public void Tell() => told.SetResult(Answer is { } answer ? (true, answer) : (false, default!));
}

/// <summary>Where a command is handled together with others of its kind.</summary>
internal interface ICommandBatch<in TCommand, TResponse>
{
    /// <summary>Has the command handled with whoever else waits.</summary>
    /// <param name="command">What is asked, access and content checked.</param>
    /// <param name="member">Who asks.</param>
    /// <param name="key">His idempotency key; null where he sent none.</param>
    /// <returns>Whether it was answered, and the answer; where not, nothing was done.</returns>
    Task<(bool Answered, TResponse Answer)> Offer(TCommand command, CurrentMember member, string? key);
}

/// <summary>Gathers the commands of one kind that wait while a transaction runs, and has them handled in the next one together.</summary>
/// <remarks>
/// Whoever comes while nobody is served is served alone and at once; only a crowd is served in groups, so nobody waits for company. What a group's handler leaves,
/// and every one of a group whose transaction fails, goes the ordinary way in a transaction of its own. Safe for concurrent use.
/// What a group was served with (a context on an open connection, with its prepared statements and what it has read) serves the next one.
/// </remarks>
internal sealed partial class CommandBatch<TCommand, T>(IServiceScopeFactory scopes, ILogger<CommandBatch<TCommand, T>> log) : ICommandBatch<TCommand, Outcome<T>>, IAsyncDisposable
    where TCommand : class, ICommand<T>
{
    /// <summary>Most commands in one transaction: the first of them waits for the last.</summary>
    private const int Most = 64;

    private readonly Lock gate = new();
    private readonly Queue<BatchItem<TCommand, T>> waiting = [];
    private bool isServing;
    private bool isDisposed;

    // What groups are served with. Only the one being served touches it.
    private AsyncServiceScope? kept;

    public Task<(bool Answered, Outcome<T> Answer)> Offer(TCommand command, CurrentMember member, string? key)
    {
        var item = new BatchItem<TCommand, T>(command, member, key);
        lock (gate)
        {
            waiting.Enqueue(item);
            if (!isServing)
            {
                isServing = true;
                _ = Task.Run(ServeAll);
            }
        }

        return item.Told;
    }

    public async ValueTask DisposeAsync()
    {
        lock (gate)
        {
            isDisposed = true;
            if (isServing)
            {
                return;
            }
        }

        await Discard();
    }

    private async Task ServeAll()
    {
        while (true)
        {
            var isLeft = false;
            lock (gate)
            {
                if (waiting.Count == 0)
                {
                    isServing = false;
                    if (!isDisposed)
                    {
                        return;
                    }

                    isLeft = true;
                }
            }

            if (isLeft)
            {
                await Discard();
                return;
            }

            // While one group waits for the disk the next is in its transaction.
            var group = new List<BatchItem<TCommand, T>>();
            _ = Tell(group, await Serve(group));
        }
    }

    /// <returns>What completes when the group's transaction is on the disk.</returns>
    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "One command's fault must not be its neighbours': each is tried by itself, where its own fault comes up again.")]
    private async Task<Task> Serve(List<BatchItem<TCommand, T>> group)
    {
        try
        {
            kept ??= scopes.CreateAsyncScope();
            var services = kept.Value.ServiceProvider;
            await WriterConnection.KeepOpen(services.GetRequiredService<GovernanceDbContext>(), CancellationToken.None);
            var (_, durable) = await services.GetRequiredService<UnitOfWork>().Commit(
                async ct =>
                {
                    // Taken when the turn has come, so that whoever came while others were writing is in it, and whoever is on his way to us this very moment.
                    await Arrivals();
                    Fill(group);
                    group.ForEach(i => i.Forget());
                    await Handle(services, group, ct);
                    return group.Exists(i => i is { IsRepetition: false, Answer.IsGranted: true });
                },
                kept => kept,
                CancellationToken.None);
            return durable;
        }
        catch (Exception fault)
        {
            // A connection that has failed once is not trusted with the next group.
            await Discard();
            if (group.Count == 0)
            {
                Fill(group);
            }

            return Task.FromException(fault);
        }
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "See Serve.")]
    private async Task Tell(List<BatchItem<TCommand, T>> group, Task durable)
    {
        try
        {
            await durable;
        }
        catch (Exception fault)
        {
            LeftToThemselves(log, typeof(TCommand).Name, group.Count, fault);
            group.ForEach(i => i.Forget());
        }

        group.ForEach(i => i.Tell());
    }

    private async ValueTask Discard()
    {
        if (kept is { } scope)
        {
            kept = null;
            await scope.DisposeAsync();
        }
    }

    private static async Task Handle(IServiceProvider services, List<BatchItem<TCommand, T>> group, CancellationToken ct)
    {
        var answers = services.GetRequiredService<IdempotentAnswers>();
        var journal = services.GetRequiredService<JournalWriter>();
        await journal.TakeTurn(group.Select(i => i.Member.CouncilId), ct);
        var fresh = await answers.Sift(group, ct);
        await services.GetRequiredService<IBatchHandler<TCommand, T>>().Handle(fresh, ct);
        foreach (var item in fresh.Where(i => i.Answer is { IsGranted: true }))
        {
            // Written down once, for the journal and for what the answer is known by.
            var content = JournalWriter.ContentOf(item.Command);
            await journal.Append(item.Command, item.Member, item.Answer!.Value.Value, item.Rows, content, ct);
            answers.Keep(item, content);
        }
    }

    // A transaction costs much the same for one and for many. Where nobody else is on his way, this takes no time.
    private async Task Arrivals()
    {
        for (var before = 0; before < Count() && Count() < Most;)
        {
            before = Count();
            await Task.Yield();
        }
    }

    private int Count()
    {
        lock (gate)
        {
            return waiting.Count;
        }
    }

    private void Fill(List<BatchItem<TCommand, T>> group)
    {
        lock (gate)
        {
            while (group.Count < Most && waiting.TryDequeue(out var item))
            {
                group.Add(item);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Count} commands {Command} could not be handled together; each is tried by itself")]
    private static partial void LeftToThemselves(ILogger log, string command, int count, Exception fault);
}
