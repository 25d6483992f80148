using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Live;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Councils.ReviseRegister;

internal sealed class ReviseRegisterHandler(GovernanceDbContext db, CurrentMember member, LiveFeed live, TimeProvider clock)
    : IRequestHandler<ReviseRegisterCommand, Outcome<ReviseRegisterAnswer>>
{
    public async Task<Outcome<ReviseRegisterAnswer>> Handle(ReviseRegisterCommand request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var council = await db.Councils.SingleAsync(c => c.Id == request.CouncilId, cancellationToken);
        var blocs = await db.Blocs.Where(b => b.CouncilId == council.Id).ToListAsync(cancellationToken);
        var measures = await db.Measures.Where(m => m.CouncilId == council.Id).ToListAsync(cancellationToken);
        var current = await db.SeatEntries.Where(s => s.CouncilId == council.Id && s.ToVersion == null).ToListAsync(cancellationToken);
        var parties = await db.Parties.Where(p => p.CouncilId == council.Id).Select(p => p.Id).ToHashSetAsync(cancellationToken);

        var changes = new RegisterChanges(request.Add ?? [], request.Change ?? [], request.Remove ?? []);
        if (!RegisterRevision.Decide(council, blocs, measures, current, parties, request.BasedOn, changes, now).Granted(out var revised, out var refusal))
        {
            return refusal;
        }

        council.RegisterVersion = revised.Number;
        db.RegisterVersions.Add(new RegisterVersion { CouncilId = council.Id, Number = revised.Number, At = now, ByPersonId = member.Id, Note = request.Note });
        db.Parties.AddRange(revised.Parties);
        db.SeatEntries.AddRange(revised.Added);
        foreach (var line in revised.Ended)
        {
            line.ToVersion = revised.Number;
        }

        var gone = revised.RemovedSeats;
        foreach (var holding in await db.OfficeHoldings.Where(h => h.SeatId != null && gone.Contains(h.SeatId.Value) && h.Until == null).ToListAsync(cancellationToken))
        {
            holding.Until = now;
        }

        await live.Announce(Topics.Council(council.Id), "council.register", new { version = revised.Number }, cancellationToken);
        var known = current.Select(s => s.SeatId).ToHashSet();
        return new ReviseRegisterAnswer(
            revised.Number, [.. revised.Added.Where(s => !known.Contains(s.SeatId)).Select(s => new AddedSeat(s.SeatId, s.Label))]);
    }
}
