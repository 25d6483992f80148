using System.Globalization;
using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Server.Web;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Meetings.ListMeetings;

internal sealed class ListMeetingsHandler(GovernanceDbContext db) : IRequestHandler<ListMeetingsQuery, Outcome<Page<MeetingLine>>>
{
    public async Task<Outcome<Page<MeetingLine>>> Handle(ListMeetingsQuery request, CancellationToken cancellationToken)
    {
        var lines = await db.Meetings.AsNoTracking()
            .Where(m => m.CouncilId == request.CouncilId)
            .Where(m => request.Stage == null || m.Stage == request.Stage)
            .Where(m => request.After == null || m.Number < request.After)
            .OrderByDescending(m => m.Number)
            .Take(request.Size + 1)
            .Select(m => new MeetingLine(
                m.Id, m.Number, m.Title, m.Place, m.StartsAt, m.Call, m.Stage, db.AgendaItems.Count(i => i.MeetingId == m.Id)))
            .ToListAsync(cancellationToken);
        var shown = lines.Take(request.Size).ToList();
        return new Page<MeetingLine>(shown, lines.Count > request.Size ? shown[^1].Number.ToString(CultureInfo.InvariantCulture) : null);
    }
}
