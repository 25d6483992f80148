using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Live;
using Cohesion.Governance.Server.Notices;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Needs.AnswerNeed;

internal sealed class AnswerNeedHandler(GovernanceDbContext db, LiveFeed live, NoticeBoard notices) : IRequestHandler<AnswerNeedCommand, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(AnswerNeedCommand request, CancellationToken cancellationToken)
    {
        var need = await db.Needs.SingleAsync(n => n.Id == request.NeedId, cancellationToken);
        if (need.Reply(request.Answer).Refused(out var refusal))
        {
            return refusal;
        }

        notices.Tell(
            need.AskedByPersonId, need.CouncilId, "need.answered",
            new LocalText("Your need {0} has been answered: {1}", "您的第 {0} 号诉求已答复：{1}").With(need.Number, request.Answer), $"/councils/{need.CouncilId:D}");
        await live.Announce(Topics.Council(need.CouncilId), "need.answered", new { need.Id, need.Number }, cancellationToken);
        return default(Done);
    }
}
