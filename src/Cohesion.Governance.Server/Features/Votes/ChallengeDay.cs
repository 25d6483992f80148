using Cohesion.Governance.Domain.Votes;

namespace Cohesion.Governance.Server.Features.Votes;

/// <summary>Until when the result of a vote can be challenged.</summary>
internal static class ChallengeDay
{
    /// <summary>The last day in the council's time zone for whoever learned of the result when it was announced; null where the vote's rule names no period, and
    /// before it was counted.</summary>
    public static DateOnly? Of(Vote vote, string timeZone) =>
        vote is { Stage: VoteStage.Closed, ClosedAt: { } closed } && RulePacks.Read(vote.RulePackJson, vote.RulePack).Challenge is { } challenge
            ? challenge.LastDay(closed, TimeZoneInfo.FindSystemTimeZoneById(timeZone))
            : null;
}
