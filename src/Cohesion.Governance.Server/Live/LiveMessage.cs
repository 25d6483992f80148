using System.Text.Json;

namespace Cohesion.Governance.Server.Live;

/// <summary>An event as watchers get it.</summary>
/// <param name="Topic">What it is about: <c>vote:…</c> with the id, and so on (see docs/live.md).</param>
/// <param name="Sequence">1, 2, 3 … within the topic, without gaps.</param>
/// <param name="Kind">What happened: <c>proposal.stage</c>, <c>vote.tally</c> …</param>
/// <param name="Payload">A JSON object; its properties depend on the kind.</param>
/// <param name="At">When it happened.</param>
public sealed record LiveMessage(string Topic, long Sequence, string Kind, JsonElement Payload, DateTimeOffset At)
{
    internal static LiveMessage Of(LiveEvent row) =>
        new(row.Topic, row.Sequence, row.Kind, JsonSerializer.Deserialize<JsonElement>(row.Payload), row.At);
}

/// <summary>What a watcher missed.</summary>
/// <param name="Topic">The topic asked for.</param>
/// <param name="Events">The events after the asked sequence number, in order and without a gap; at most <see cref="PageSize"/>.</param>
/// <param name="Latest">The last sequence number given out in the topic; 0 when nothing has happened in it.</param>
/// <param name="More">Whether more were missed: ask again with the last sequence number of <paramref name="Events"/>.</param>
internal sealed record LiveCatchUp(string Topic, IReadOnlyList<LiveMessage> Events, long Latest, bool More)
{
    /// <summary>Most events in one answer.</summary>
    public const int PageSize = 500;

    /// <summary>The value of <c>since</c> that asks for nothing missed, only for what comes.</summary>
    public const long FromNow = -1;
}

/// <summary>The hub's answer to <c>Watch</c>: what was missed, or why the topic cannot be watched.</summary>
internal sealed record WatchAnswer(LiveCatchUp? Missed, LiveRefusal? Refusal);

/// <summary>The hub's answer to <c>WatchPage</c>.</summary>
/// <param name="Latest">Where each topic stood when the watch had begun; a page that shows an older state must load itself again.</param>
/// <param name="Refusal">Why the page cannot be watched; no topic is watched then.</param>
internal sealed record WatchPageAnswer(IReadOnlyDictionary<string, long>? Latest, LiveRefusal? Refusal);

/// <summary>A refusal as the hub tells it: a value, since clients expect it and logs should not count it as a fault.</summary>
/// <param name="Code">The stable code.</param>
/// <param name="Message">The sentence in the caller's language.</param>
internal sealed record LiveRefusal(string Code, string Message);

/// <summary>What the hub calls on its clients. Public because SignalR writes its implementation at run time.</summary>
public interface ILiveClient
{
    /// <summary>Something happened in a watched topic. May come twice or (after a reconnection) late: compare <see cref="LiveMessage.Sequence"/>.</summary>
    Task Event(LiveMessage message);

    /// <summary>A part of a watched page has changed; only for connections that called <c>WatchPage</c>.</summary>
    /// <param name="topic">The topic that changed.</param>
    /// <param name="region">Id of the element to replace.</param>
    /// <param name="sequence">The event it shows the state after; an older one than already shown is ignored.</param>
    /// <param name="html">The new content.</param>
    Task Region(string topic, string region, long sequence, string html);
}

/// <summary>Renders what changed on pages and sends it to those who look at them.</summary>
internal interface IRegionPush
{
    /// <summary>Called by the relay after the events of a topic up to <paramref name="sequence"/> went out.</summary>
    Task Push(string topic, long sequence, CancellationToken ct);
}
