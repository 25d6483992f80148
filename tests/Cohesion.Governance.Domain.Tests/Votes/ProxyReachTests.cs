using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Xunit;

namespace Cohesion.Governance.Domain.Tests.Votes;

/// <summary>How much one holder may speak for, by the limits of statutes.</summary>
public sealed class ProxyReachTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 2, 1, 0, 0, TimeSpan.Zero);

    // Loi 1965 art. 22 I: three delegations, or more where with his own the holder has at most ten per cent of the votes.
    private static readonly ProxyLimits France = new()
    {
        NotHeldBy = [Office.PropertyManager],
        Limits = [new ProxyLimit([new ProxyBound { Givers = 3 }, new ProxyBound { Share = new Rational(1, 10), Of = "sh", WithOwn = true }])],
    };

    // Disp. att. art. 67: where there are more than twenty, at most a fifth of the condomini and of the value.
    private static readonly ProxyLimits Italy = new()
    {
        HeadsOver = 20,
        Limits = [new ProxyLimit([new ProxyBound { Share = new Rational(1, 5), Of = "heads" }]), new ProxyLimit([new ProxyBound { Share = new Rational(1, 5), Of = "mm" }])],
    };

    [Theory]
    [InlineData(3, 200, 0, true)]
    [InlineData(4, 25, 0, true)]
    [InlineData(4, 25, 1, false)]
    [InlineData(4, 26, 0, false)]
    public void France_lets_three_givers_or_a_tenth_with_ones_own(int givers, long each, long own, bool allowed)
    {
        // 1,000 shares in all: the holder's own, the givers', the rest with a last seat.
        List<RollEntry> roll = [Line("sh", own), .. Enumerable.Range(0, givers).Select(_ => Line("sh", each))];
        roll.Add(Line("sh", 1000 - roll.Sum(r => r.Measures["sh"])));
        var reach = new ProxyReach(roll, roll.Skip(1).Take(givers).Select(r => r.SeatId).ToHashSet(), new HashSet<Guid> { roll[0].SeatId }, [Office.Owner]);

        Assert.Equal(allowed, reach.RefusalUnder(France) is null);
    }

    [Theory]
    [InlineData(20, 10, true)]
    [InlineData(25, 5, true)]
    [InlineData(25, 6, false)]
    public void Italy_binds_from_the_twenty_first_condomino_on(int heads, int spoken, bool allowed)
    {
        var roll = Enumerable.Range(0, heads).Select(_ => Line("mm", 40)).ToList();
        var reach = new ProxyReach(roll, roll.Take(spoken).Select(r => r.SeatId).ToHashSet(), new HashSet<Guid>(), []);

        Assert.Equal(allowed, reach.RefusalUnder(Italy) is null);
    }

    [Fact]
    public void Both_limits_of_Italy_must_be_kept()
    {
        // One of twenty-five heads, but 400 of 1,000 thousandths.
        List<RollEntry> roll = [Line("mm", 400), .. Enumerable.Range(0, 24).Select(_ => Line("mm", 25))];
        var reach = new ProxyReach(roll, new HashSet<Guid> { roll[0].SeatId }, new HashSet<Guid>(), []);

        Assert.IsType<ProxyLimitReached>(reach.RefusalUnder(Italy));
    }

    [Fact]
    public void An_office_that_may_hold_none_is_refused_whatever_the_number()
    {
        var roll = new List<RollEntry> { Line("sh", 10), Line("sh", 990) };
        var reach = new ProxyReach(roll, new HashSet<Guid> { roll[0].SeatId }, new HashSet<Guid>(), [Office.PropertyManager, Office.Owner]);

        Assert.Equal(new HolderMayNotHoldProxies(Office.PropertyManager), reach.RefusalUnder(France));
    }

    [Fact]
    public void A_giver_with_several_seats_is_one_giver()
    {
        var party = Guid.CreateVersion7(Now);
        var roll = Enumerable.Range(0, 5).Select(_ => Line("sh", 100, party)).Append(Line("sh", 500)).ToList();
        var reach = new ProxyReach(roll, roll.Take(5).Select(r => r.SeatId).ToHashSet(), new HashSet<Guid>(), []);

        Assert.Null(reach.RefusalUnder(France));
    }

    [Fact]
    public void A_rule_without_limits_lets_one_speak_for_all_and_one_without_proxies_for_none()
    {
        var roll = Enumerable.Range(0, 9).Select(_ => Line("sh", 100)).ToList();
        var reach = new ProxyReach(roll, roll.Select(r => r.SeatId).ToHashSet(), new HashSet<Guid>(), []);

        Assert.Null(reach.RefusalUnder(null));
        Assert.Null(reach.RefusalUnder(new ProxyLimits { Written = true }));
        Assert.IsType<ProxyNotAllowed>(reach.RefusalUnder(new ProxyLimits { Allowed = false }));
    }

    private static RollEntry Line(string measure, long value, Guid? party = null) => new()
    {
        VoteId = Guid.Empty, SeatId = Guid.CreateVersion7(Now), PartyId = party ?? Guid.CreateVersion7(Now), BlocCode = "owners", Label = "seat", PartyName = new("x", "x"),
        Measures = MeasureValues.Of((measure, value), ("heads", 1)),
    };
}
