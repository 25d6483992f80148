using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using Cohesion.Governance.Server.Operations;
using Cohesion.Governance.Server.Persistence;
using Microsoft.AspNetCore.SignalR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Live;

/// <summary>Hands new events to those who watch, in order, soon after their commit.</summary>
/// <remarks>A push may be lost (a crash after marking) or come twice (two servers at once): watchers number what they get and ask for gaps.</remarks>
internal sealed partial class LiveRelay(
    IServiceScopeFactory scopes, WriteGate gate, AfterCommit afterCommit, IHubContext<LiveHub, ILiveClient> hub, IEnumerable<IRegionPush> regions,
    TimeProvider clock, ILogger<LiveRelay> logger) : BackgroundService
{
    /// <summary>How often it looks for events that no commit of this process announced.</summary>
    public static readonly TimeSpan SweepEvery = TimeSpan.FromSeconds(15);

    private const int BatchSize = 500;

    // One pending wake-up is enough: a pass takes everything there is.
    private readonly Channel<bool> wakeUps = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        afterCommit.Subscribe(() => wakeUps.Writer.TryWrite(true), typeof(LiveEvent));
        using var sweep = clock.CreateTimer(_ => wakeUps.Writer.TryWrite(true), null, SweepEvery, SweepEvery);
        wakeUps.Writer.TryWrite(true);
        await foreach (var _ in wakeUps.Reader.ReadAllAsync(stoppingToken))
        {
            await PassUntilDone(stoppingToken);
        }
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "The relay outlives a database that is away for a while; the sweep tries again.")]
    private async Task PassUntilDone(CancellationToken ct)
    {
        try
        {
            while (await Pass(ct) == BatchSize)
            {
                ct.ThrowIfCancellationRequested();
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            LogPassFailed(logger, exception);
        }
    }

    /// <returns>How many events were waiting, at most <see cref="BatchSize"/>.</returns>
    private async Task<int> Pass(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GovernanceDbContext>();
        var waiting = await db.LiveEvents.AsNoTracking()
            .Where(e => !e.Pushed)
            .OrderBy(e => e.Topic).ThenBy(e => e.Sequence)
            .Take(BatchSize)
            .ToListAsync(ct);
        var pushed = new List<(string Topic, long Last)>();
        foreach (var topic in waiting.GroupBy(e => e.Topic))
        {
            var (first, last) = (topic.First().Sequence, topic.Last().Sequence);
            if (await Claim(db, topic.Key, first, last, ct))
            {
                await Guard(topic.Key, () => Push(topic.Key, topic.Select(LiveMessage.Of)), ct);
                pushed.Add((topic.Key, last));
            }
        }

        // Rendering takes longer than sending: no topic's events wait for another's pages.
        foreach (var (topic, last) in pushed)
        {
            foreach (var region in regions)
            {
                await Guard(topic, () => region.Push(topic, last, ct), ct);
            }
        }

        return waiting.Count;
    }

    // Where another server marked some of them meanwhile, the rest is still ours to push; what went out twice is told apart by its number.
    private async Task<bool> Claim(GovernanceDbContext db, string topic, long first, long last, CancellationToken ct)
    {
        using (await gate.Enter(ct))
        {
            return await db.LiveEvents
                .Where(e => e.Topic == topic && e.Sequence >= first && e.Sequence <= last && !e.Pushed)
                .ExecuteUpdateAsync(set => set.SetProperty(e => e.Pushed, true), ct) > 0;
        }
    }

    private async Task Push(string topic, IEnumerable<LiveMessage> messages)
    {
        var watchers = hub.Clients.Group(Topics.EventGroup(topic));
        foreach (var message in messages)
        {
            await watchers.Event(message);
            Telemetry.EventsPushed.Add(1);
        }
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "A lost push is harmless, watchers ask for gaps; one topic's failure must not hold up the others.")]
    private async Task Guard(string topic, Func<Task> push, CancellationToken ct)
    {
        try
        {
            await push();
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            LogPushFailed(logger, topic, exception);
        }
    }

    [LoggerMessage(LogLevel.Error, "Live events could not be relayed; the next sweep tries again")]
    private static partial void LogPassFailed(ILogger logger, Exception exception);

    [LoggerMessage(LogLevel.Warning, "A push to {Topic} was lost; its watchers will ask for it")]
    private static partial void LogPushFailed(ILogger logger, string topic, Exception exception);
}
