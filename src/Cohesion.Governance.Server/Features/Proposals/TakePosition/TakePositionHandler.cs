using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Live;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Proposals.TakePosition;

internal sealed class TakePositionHandler(GovernanceDbContext db, CurrentMember member, LiveFeed live, TimeProvider clock)
    : IRequestHandler<TakePositionCommand, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(TakePositionCommand request, CancellationToken cancellationToken)
    {
        var proposal = await db.Proposals.SingleAsync(p => p.Id == request.ProposalId, cancellationToken);
        if (proposal.TakeOpinion().Refused(out var refusal))
        {
            return refusal;
        }

        var blocs = await db.Blocs.Where(b => b.CouncilId == proposal.CouncilId).OrderBy(b => b.Position).ToListAsync(cancellationToken);
        if (blocs.Find(b => b.Code == request.BlocCode) is not { } bloc)
        {
            return new UnknownBloc(request.BlocCode, [.. blocs.Select(b => b.Code)]);
        }

        var mine = member.Holdings.Where(h => h.SeatId is not null).Select(h => h.SeatId!.Value).ToList();
        if (!await db.SeatEntries.AnyAsync(s => s.BlocId == bloc.Id && s.ToVersion == null && mine.Contains(s.SeatId), cancellationToken))
        {
            return new NotOfThatBloc(bloc.Code);
        }

        await Put(proposal, request, cancellationToken);
        await live.Announce(Topics.Proposal(proposal.Id), "proposal.position", new { Bloc = bloc.Code, request.Position }, cancellationToken);
        return default(Done);
    }

    private async Task Put(Proposal proposal, TakePositionCommand request, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var position = await db.BlocPositions.SingleOrDefaultAsync(
            p => p.ProposalId == proposal.Id && p.TextVersion == proposal.TextVersion && p.BlocCode == request.BlocCode, ct);
        if (position is null)
        {
            db.BlocPositions.Add(new BlocPosition
            {
                ProposalId = proposal.Id, TextVersion = proposal.TextVersion, BlocCode = request.BlocCode, Position = request.Position, Note = request.Note,
                ByPersonId = member.Id, At = now,
            });
        }
        else
        {
            (position.Position, position.Note, position.ByPersonId, position.At) = (request.Position, request.Note, member.Id, now);
        }
    }
}
