using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Proposals;
using Cohesion.Governance.Server.Live;
using Cohesion.Governance.Server.Notices;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Postings.RaiseObjection;

internal sealed class RaiseObjectionHandler(GovernanceDbContext db, CurrentMember member, LiveFeed live, NoticeBoard notices, TimeProvider clock)
    : IRequestHandler<RaiseObjectionCommand, Outcome<Guid>>
{
    public async Task<Outcome<Guid>> Handle(RaiseObjectionCommand request, CancellationToken cancellationToken)
    {
        var proposal = await db.Proposals.SingleAsync(p => p.Id == request.ProposalId, cancellationToken);
        var posting = await db.Postings.SingleOrDefaultAsync(p => p.ProposalId == proposal.Id && p.ClosedAt == null, cancellationToken);
        if (posting is null)
        {
            return new PostingIsClosed();
        }

        if (!SeatOf(request).Granted(out var seat, out var refusal))
        {
            return refusal;
        }

        var earlier = await db.Objections.Where(o => o.PostingId == posting.Id).ToListAsync(cancellationToken);
        if (!posting.Receive(member.Id, seat, request.Text, earlier, clock.GetUtcNow()).Granted(out var objection, out refusal))
        {
            return refusal;
        }

        db.Objections.Add(objection);
        await live.Announce(Topics.Proposal(proposal.Id), "objection.raised", new { objection.Id }, cancellationToken);
        var text = new LocalText("{0}: there is an objection to its result.", "{0}：公示结果收到异议。").With(ProposalNews.NameOf(proposal));
        var path = ProposalNews.PathOf(proposal.Id);
        await notices.TellOffices(proposal.CouncilId, [Office.CouncilSecretary, Office.StreetConvenor], "objection.raised", text, path, cancellationToken);
        notices.Tell(proposal.RaisedByPersonId, proposal.CouncilId, "objection.raised", text, path);
        return objection.Id;
    }

    private Outcome<Guid?> SeatOf(RaiseObjectionCommand request)
    {
        if (request.SeatId is { } seat)
        {
            return member.ActsFor(seat) ? seat : new NotTheObjectorsSeat();
        }

        var mine = member.Holdings.Where(h => h.SeatId is not null).Select(h => h.SeatId).Distinct().ToList();
        return mine.Count switch
        {
            0 => default(Guid?),
            1 => mine[0],
            _ => new SayWhichSeat(),
        };
    }
}
