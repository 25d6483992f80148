using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Notices.MarkNoticeRead;

internal sealed class MarkNoticeReadHandler(GovernanceDbContext db, CurrentMember member, TimeProvider clock)
    : IRequestHandler<MarkNoticeReadCommand, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(MarkNoticeReadCommand request, CancellationToken cancellationToken)
    {
        var notice = await db.Notifications.SingleOrDefaultAsync(n => n.Id == request.NoticeId && n.PersonId == member.Id, cancellationToken);
        if (notice is null)
        {
            return new NotFound();
        }

        notice.ReadAt ??= clock.GetUtcNow();
        return default(Done);
    }
}
