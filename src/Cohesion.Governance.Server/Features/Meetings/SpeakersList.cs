using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Live;
using Cohesion.Governance.Server.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Meetings;

/// <summary>The speakers' list of what a meeting is dealing with. Each item has its own; who waited when the meeting went on to the next did not speak.</summary>
internal sealed class SpeakersList(GovernanceDbContext db, CurrentMember member, LiveFeed live, TimeProvider clock)
{
    /// <summary>Whether the caller may put this seat on the list or take it off: his own, or any as chair or secretary.</summary>
    public bool MayAskFor(Guid seatId) => member.ActsFor(seatId) || member.Holds(Office.StreetConvenor, Office.CouncilSecretary);

    /// <summary>Who waits or speaks, in the order of asking.</summary>
    public Task<List<SpeakerTurn>> Of(Meeting meeting, CancellationToken ct) => db.SpeakerTurns
        .Where(t => t.MeetingId == meeting.Id && t.ItemId == meeting.CurrentItemId && t.WithdrawnAt == null && t.EndedAt == null)
        .OrderBy(t => t.AskedAt).ThenBy(t => t.Id).ToListAsync(ct);

    /// <summary>Whoever has the floor has had it.</summary>
    /// <returns>Whether anybody had.</returns>
    public async Task<bool> End(Guid meetingId, CancellationToken ct)
    {
        var speaking = await db.SpeakerTurns.Where(t => t.MeetingId == meetingId && t.BeganAt != null && t.EndedAt == null).ToListAsync(ct);
        speaking.ForEach(t => t.EndedAt = clock.GetUtcNow());
        return speaking.Count > 0;
    }

    /// <summary>Tells those who watch the meeting that the list has changed.</summary>
    public Task Announce(Meeting meeting, CancellationToken ct) =>
        live.Announce(Topics.Meeting(meeting.Id), MeetingEvents.LiveSpeakers, new { meeting.Id }, ct);
}
