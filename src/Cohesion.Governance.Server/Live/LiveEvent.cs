using System.Text.Json;
using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Live;

/// <summary>Something watchers of a topic are told. The row is the truth; a push may be lost and is then read from here.</summary>
internal sealed class LiveEvent
{
    /// <summary><c>council:…</c>, <c>proposal:…</c>, <c>meeting:…</c>, <c>vote:…</c> or <c>person:…</c> with the id.</summary>
    public required string Topic { get; init; }

    /// <summary>1, 2, 3 … within the topic, without gaps.</summary>
    public required long Sequence { get; init; }

    /// <summary>What happened: <c>proposal.stage</c>, <c>vote.tally</c> …</summary>
    public required string Kind { get; init; }

    /// <summary>A JSON object.</summary>
    public required string Payload { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Whether it was handed to the watchers of this moment.</summary>
    public bool Pushed { get; set; }
}

/// <summary>The last sequence number given out in a topic.</summary>
internal sealed class LiveTopic : IVersioned
{
    public required string Topic { get; init; }
    public long LastSequence { get; set; }
    public int Version { get; set; }
}

/// <summary>Where a handler says what watchers should see; numbered and saved with the change itself.</summary>
internal sealed class LiveFeed(GovernanceDbContext db, TimeProvider clock)
{
    public async Task Announce(string topic, string kind, object payload, CancellationToken ct)
    {
        var head = db.LiveTopics.Local.FirstOrDefault(t => t.Topic == topic)
            ?? await db.LiveTopics.SingleOrDefaultAsync(t => t.Topic == topic, ct)
            ?? db.LiveTopics.Add(new LiveTopic { Topic = topic }).Entity;
        head.LastSequence++;
        db.LiveEvents.Add(new LiveEvent
        {
            Topic = topic,
            Sequence = head.LastSequence,
            Kind = kind,
            Payload = JsonSerializer.Serialize(payload, Web.Json.Options),
            At = clock.GetUtcNow(),
        });
    }
}
