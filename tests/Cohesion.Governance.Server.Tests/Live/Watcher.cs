using System.Text.Json;
using Microsoft.AspNetCore.SignalR.Client;

namespace Cohesion.Governance.Server.Tests.Live;

/// <summary>A client of the hub as docs/live.md tells other programs to write one: it numbers what it gets, drops what it has and asks for gaps.</summary>
internal sealed class Watcher(string topic)
{
    private readonly Lock mutex = new();
    private readonly List<Message> seen = [];
    private readonly SortedDictionary<long, Message> early = [];
    private readonly List<(Func<IReadOnlyList<Message>, bool> Until, TaskCompletionSource Reached)> waiting = [];
    private HubConnection? connection;

    /// <summary>The events in the order in which the client took them up.</summary>
    public IReadOnlyList<Message> Seen
    {
        get
        {
            lock (mutex)
            {
                return [.. seen];
            }
        }
    }

    public async Task Connect(HubConnection hub)
    {
        connection = hub;
        hub.On<Message>("Event", message => Take([message]));
        await hub.StartAsync();
        await CatchUp();
    }

    public async Task Lose()
    {
        await connection!.DisposeAsync();
        lock (mutex)
        {
            early.Clear();
        }
    }

    /// <summary>Waits until what was seen is enough; fails after ten seconds.</summary>
    public async Task Until(Func<IReadOnlyList<Message>, bool> enough)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (mutex)
        {
            if (enough(seen))
            {
                return;
            }

            waiting.Add((enough, reached));
        }

        await reached.Task.WaitAsync(TimeSpan.FromSeconds(10));
    }

    private async Task CatchUp()
    {
        Missed missed;
        do
        {
            long last;
            lock (mutex)
            {
                last = seen.Count == 0 ? 0 : seen[^1].Sequence;
            }

            missed = (await connection!.InvokeAsync<Answer>("Watch", topic, last)).Missed!;
            Take(missed.Events);
        }
        while (missed.More);
    }

    private void Take(IEnumerable<Message> messages)
    {
        lock (mutex)
        {
            foreach (var message in messages)
            {
                early.TryAdd(message.Sequence, message);
            }

            var last = seen.Count == 0 ? 0 : seen[^1].Sequence;
            while (early.Count > 0 && early.First().Key <= last + 1)
            {
                var (sequence, message) = early.First();
                early.Remove(sequence);
                if (sequence == last + 1)
                {
                    seen.Add(message);
                    last++;
                }
            }

            foreach (var (until, reached) in waiting.Where(w => w.Until(seen)).ToList())
            {
                waiting.Remove((until, reached));
                reached.SetResult();
            }
        }
    }

    internal sealed record Message(string Topic, long Sequence, string Kind, JsonElement Payload, DateTimeOffset At);

    internal sealed record Answer(Missed? Missed, Refused? Refusal);

    internal sealed record Refused(string Code, string Message);

    internal sealed record PageAnswer(Dictionary<string, long>? Latest, Refused? Refusal);

    internal sealed record Missed(string Topic, IReadOnlyList<Message> Events, long Latest, bool More);
}
