using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Server.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Meetings;

/// <summary>Reads what the server knows of a meeting that was opened, for the minutes that are drafted of it and for those read while it goes on.</summary>
internal sealed class MinutesFactsReader(GovernanceDbContext db, MeetingQuorums quorums, Agenda agenda)
{
    /// <summary>What happened so far; all of it, once the meeting is closed.</summary>
    public async Task<MinutesFacts> Read(Meeting meeting, CancellationToken ct)
    {
        var council = await db.LoadCouncil(meeting.CouncilId, ct);
        var seats = await db.SeatsInForce(council)
            .Join(db.Parties, s => s.PartyId, p => p.Id, (s, p) => new { s.SeatId, s.Label, p.Name })
            .OrderBy(s => s.Label).ToListAsync(ct);
        var stays = await db.Attendances.Where(a => a.MeetingId == meeting.Id && a.Call == meeting.Call)
            .OrderBy(a => a.ArrivedAt).ThenBy(a => a.Id).ToListAsync(ct);
        Guid[] people = [.. stays.Select(s => s.PersonId).Append(meeting.ChairPersonId!.Value).Distinct()];
        var names = await db.People.Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
        var bySeat = seats.ToDictionary(s => s.SeatId);
        var items = await db.LoadAgenda(meeting.Id, ct);
        var proposals = await agenda.ProposalsOf(items, ct);
        var came = stays.Select(s => s.SeatId).ToHashSet();
        return new MinutesFacts(
            council.Name, meeting, names[meeting.ChairPersonId!.Value], MeetingTime.ZoneOf(council),
            [.. stays.Where(s => bySeat.ContainsKey(s.SeatId))
                .Select(s => new MinutesStay(bySeat[s.SeatId].Label, bySeat[s.SeatId].Name, names[s.PersonId], s.ArrivedAt, s.LeftAt))],
            [.. seats.Where(s => !came.Contains(s.SeatId)).Select(s => s.Label)],
            await quorums.Read(meeting, meeting.OpenedAt, ct),
            [.. items.Select((i, index) => new MinutesItem(
                index + 1, i.Title, i.ProposalId is { } id ? proposals[id].Number : null, i.Decision, i.DecisionNote, i.DecidedAt)
            {
                IsTakenUp = i.Id == meeting.CurrentItemId,
            })]);
    }
}
