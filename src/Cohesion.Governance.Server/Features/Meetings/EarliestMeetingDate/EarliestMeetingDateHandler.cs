using System.Globalization;
using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Meetings.EarliestMeetingDate;

internal sealed class EarliestMeetingDateHandler(GovernanceDbContext db, NoticeRules notices, TimeProvider clock)
    : IRequestHandler<EarliestMeetingDateQuery, Outcome<EarliestDate>>
{
    public async Task<Outcome<EarliestDate>> Handle(EarliestMeetingDateQuery request, CancellationToken cancellationToken)
    {
        var council = await db.LoadCouncil(request.CouncilId, cancellationToken);
        Guid[] wanted = [.. Split(request.ProposalIds).Select(id => Guid.Parse(id, CultureInfo.InvariantCulture))];
        var proposals = await db.Proposals.AsNoTracking().Where(p => p.CouncilId == council.Id && wanted.Contains(p.Id)).ToListAsync(cancellationToken);
        var period = notices.For(council, proposals);
        return new EarliestDate(LawfulNotice.EarliestDay(clock.GetUtcNow(), period.Days, MeetingTime.ZoneOf(council)), period.Days, period.AskedBy);
    }

    internal static string[] Split(string? ids) =>
        (ids ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
