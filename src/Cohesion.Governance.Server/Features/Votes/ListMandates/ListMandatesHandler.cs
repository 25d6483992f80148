using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Votes.ListMandates;

internal sealed class ListMandatesHandler(GovernanceDbContext db, CurrentMember member, TimeProvider clock)
    : IRequestHandler<ListMandatesQuery, Outcome<IReadOnlyList<MandateView>>>
{
    public async Task<Outcome<IReadOnlyList<MandateView>>> Handle(ListMandatesQuery request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var seesAll = member.Holds(Office.CouncilSecretary, Office.StreetConvenor, Office.Auditor);
        var mine = member.Holdings.Where(h => h.SeatId is not null).Select(h => h.SeatId!.Value).ToList();
        var mandates = await db.Mandates.AsNoTracking()
            .Where(m => m.CouncilId == request.CouncilId && m.RevokedAt == null && (seesAll || m.HolderPersonId == member.PersonId || mine.Contains(m.SeatId)))
            .OrderBy(m => m.GivenAt)
            .ToListAsync(cancellationToken);
        var seats = mandates.Select(m => m.SeatId).Distinct().ToList();
        var lines = await db.SeatEntries.AsNoTracking().Where(s => seats.Contains(s.SeatId)).Select(s => new { s.SeatId, s.Label, s.FromVersion }).ToListAsync(cancellationToken);
        var labels = lines.GroupBy(s => s.SeatId).ToDictionary(g => g.Key, g => g.MaxBy(s => s.FromVersion)!.Label);
        var people = await PeopleNames.Of(db, mandates.Select(m => m.HolderPersonId), cancellationToken);
        var (votes, meetings) = (mandates.Select(m => m.VoteId).OfType<Guid>().ToList(), mandates.Select(m => m.MeetingId).OfType<Guid>().ToList());
        var questions = await db.Votes.Where(v => votes.Contains(v.Id)).ToDictionaryAsync(v => v.Id, v => v.Question, cancellationToken);
        var titles = await db.Meetings.Where(m => meetings.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.Title, cancellationToken);
        return mandates.ConvertAll(m => new MandateView(
            m.Id, m.SeatId, labels[m.SeatId], m.HolderPersonId, people[m.HolderPersonId], m.Scope, m.VoteId, m.MeetingId,
            m.VoteId is { } vote ? questions.GetValueOrDefault(vote) : m.MeetingId is { } meeting ? titles.GetValueOrDefault(meeting) : null,
            m.Until, m.GivenAt, m.RecordedByPersonId == m.GivenByPersonId, m.DocumentHash, m.UsedAt,
            m.RefusalAt(now, null) is null, (mine.Contains(m.SeatId) || member.Holds(Office.CouncilSecretary)) && !(m.Scope == MandateScope.Vote && m.UsedAt is not null)));
    }
}
