using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Councils.FoundCouncil;

internal sealed class FoundCouncilHandler(GovernanceDbContext db, IRulePackCatalogue packs, TimeProvider clock)
    : IRequestHandler<FoundCouncilCommand, Outcome<Guid>>
{
    public async Task<Outcome<Guid>> Handle(FoundCouncilCommand request, CancellationToken cancellationToken)
    {
        if (request.Rules.UnknownPack(packs) is { } unknown)
        {
            return new NoSuchRulePack(unknown);
        }

        var siblings = await db.Councils.Where(c => c.StreetId == request.StreetId).Select(c => c.Name).ToListAsync(cancellationToken);
        if (siblings.Contains(request.Name))
        {
            return new CouncilExists();
        }

        var standing = await db.Buildings.Where(b => b.StreetId == request.StreetId).Select(b => b.Id).ToListAsync(cancellationToken);
        if (request.Buildings.Except(standing).Cast<Guid?>().FirstOrDefault() is { } missing)
        {
            return new BuildingUnknown(missing);
        }

        var now = clock.GetUtcNow();
        var council = new Council
        {
            Id = Guid.CreateVersion7(now), StreetId = request.StreetId, Name = request.Name, TimeZone = request.TimeZone,
            NoticeDays = request.Rules.NoticeDays, DefaultRulePack = request.Rules.DefaultRulePack,
            MeetingQuorumPack = request.Rules.MeetingQuorumPack, EarlyDecision = request.Rules.EarlyDecision, DuplicatePolicy = request.Rules.DuplicatePolicy,
        };
        db.Councils.Add(council);
        db.CouncilBuildings.AddRange(request.Buildings.Distinct().Select(b => new CouncilBuilding { CouncilId = council.Id, BuildingId = b }));
        db.Blocs.AddRange(request.Blocs.Select((b, i) => new Bloc
        {
            Id = Guid.CreateVersion7(now), CouncilId = council.Id, Code = b.Code, Name = b.Name, Position = i,
        }));
        db.Measures.AddRange(request.Measures.Select(m => new Measure
        {
            CouncilId = council.Id, Code = m.Code, Name = m.Name, Unit = m.Unit, Scale = m.Scale,
        }));
        return council.Id;
    }
}
