using Cohesion.Governance.Domain.FollowUps;
using Cohesion.Governance.Server.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.FollowUps;

/// <summary>The rungs of the chase ladder that were taken for an action. One is taken once a day at most, so a repetition tells nobody twice.</summary>
internal static class Rungs
{
    /// <summary>The word for an action's owner in an audience.</summary>
    public const string Owner = "owner";

    /// <summary>Whole days since the due date; negative before it.</summary>
    public static int DaysLate(FollowUpAction action, DateTimeOffset now) => (int)Math.Floor((now - action.DueAt).TotalDays);

    public static Task<bool> TakenToday(GovernanceDbContext db, FollowUpAction action, int level, DateTimeOffset now, CancellationToken ct)
    {
        var late = DaysLate(action, now);
        return db.Chases.AnyAsync(c => c.FollowUpId == action.Id && c.DueAt == action.DueAt && c.Level == level && c.DaysLate == late, ct);
    }

    public static Chase Take(FollowUpAction action, int level, string audience, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        FollowUpId = action.Id,
        Level = level,
        DueAt = action.DueAt,
        DaysLate = DaysLate(action, now),
        At = now,
        Audience = audience,
    };
}
