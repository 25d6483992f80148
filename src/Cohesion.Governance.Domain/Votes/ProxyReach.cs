using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Rules;

namespace Cohesion.Governance.Domain.Votes;

/// <summary>For whom one holder speaks in a vote, against the vote's frozen roll.</summary>
/// <param name="Roll">The roll.</param>
/// <param name="Spoken">Seats whose ballots he casts by proxy, the present one included.</param>
/// <param name="Own">Seats he acts for himself.</param>
/// <param name="Offices">Offices he holds in the council or its street.</param>
public sealed record ProxyReach(
    IReadOnlyCollection<RollEntry> Roll, IReadOnlySet<Guid> Spoken, IReadOnlySet<Guid> Own, IReadOnlyCollection<Office> Offices)
{
    /// <summary>Why the rule does not let him cast so many ballots for others; null where it does.</summary>
    public Refusal? RefusalUnder(ProxyLimits? limits)
    {
        if (limits is null)
        {
            return null;
        }

        if (!limits.Allowed)
        {
            return new ProxyNotAllowed();
        }

        foreach (var office in limits.NotHeldBy)
        {
            if (Offices.Contains(office))
            {
                return new HolderMayNotHoldProxies(office);
            }
        }

        var voters = Roll.Where(r => r.ExcludedFor is null).ToList();
        if (limits.HeadsOver is { } few && Weight(voters, RuleWords.Heads) <= few)
        {
            return null;
        }

        return limits.Limits.FirstOrDefault(limit => !limit.AnyOf.Any(bound => Keeps(bound, voters))) is { } broken
            ? new ProxyLimitReached(broken)
            : null;
    }

    private bool Keeps(ProxyBound bound, List<RollEntry> voters)
    {
        var spoken = voters.Where(r => Spoken.Contains(r.SeatId)).ToList();
        if (bound.Givers is { } givers)
        {
            return spoken.Select(r => r.PartyId).Distinct().Count() <= givers;
        }

        var his = bound.WithOwn ? voters.Where(r => Spoken.Contains(r.SeatId) || Own.Contains(r.SeatId)).ToList() : spoken;
        return Weight(his, bound.Of) <= bound.Share * Weight(voters, bound.Of);
    }

    // Heads are parties, as the rule counts them, unless the register has counted them already.
    private Rational Weight(List<RollEntry> lines, string measure) => measure switch
    {
        ProxyBound.Seats => lines.Count,
        RuleWords.Heads when Roll.All(r => r.Measures[RuleWords.Heads] is 0 or 1) => lines.Select(r => r.PartyId).Distinct().Count(),
        _ => lines.Sum(r => r.Measures[measure]),
    };
}
