using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Notices;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.FollowUps.ChaseFollowUp;

internal sealed class ChaseFollowUpHandler(GovernanceDbContext db, NoticeBoard notices, FollowUpHistory history, TimeProvider clock)
    : IRequestHandler<ChaseFollowUpCommand, Outcome<int>>
{
    private const string Kind = "followup.chase";

    // By name alone: Enum.TryParse would take numbers too.
    private static readonly Dictionary<string, Office> Offices = Enum.GetValues<Office>().ToDictionary(o => o.ToString(), StringComparer.Ordinal);

    public async Task<Outcome<int>> Handle(ChaseFollowUpCommand request, CancellationToken cancellationToken)
    {
        var (owner, offices) = (false, new List<Office>());
        foreach (var name in request.Audience.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (name is Rungs.Owner)
            {
                owner = true;
            }
            else if (Offices.TryGetValue(name, out var office))
            {
                offices.Add(office);
            }
            else
            {
                return new UnknownAudience(name);
            }
        }

        var now = clock.GetUtcNow();
        var action = await db.FollowUps.SingleAsync(f => f.Id == request.FollowUpId, cancellationToken);
        if (await Rungs.TakenToday(db, action, request.Level, now, cancellationToken) || !action.Chase(request.Level))
        {
            return 0;
        }

        db.Chases.Add(Rungs.Take(action, request.Level, request.Audience, now));
        var texts = await FollowUpTexts.Of(db, action, cancellationToken);
        var late = Rungs.DaysLate(action, now);
        if (owner)
        {
            notices.Tell(action.OwnerPersonId, action.CouncilId, Kind, texts.ChaseOwner(late), texts.Path);
        }

        var told = offices.Count == 0 ? 0 : await Tell(offices);
        if (offices.Count > 0 && told == 0)
        {
            told = await Tell([Office.StreetConvenor]);
        }

        await history.Announce(action, cancellationToken);
        return told + (owner ? 1 : 0);

        Task<int> Tell(IReadOnlyCollection<Office> to) => notices.TellOffices(
            action.CouncilId, to, Kind, texts.ChaseOffice(late), texts.Path, cancellationToken, except: action.OwnerPersonId);
    }
}
