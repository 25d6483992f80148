using Cohesion.Governance.Domain.Votes;
using Xunit;

namespace Cohesion.Governance.Domain.Tests.Votes;

public sealed class VoteMomentsTests
{
    private static readonly DateTimeOffset Opens = new(2026, 11, 2, 1, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(168, 84, 144)] // seven days: half time, then a day before the end
    [InlineData(72, 36, 48)]
    [InlineData(48, 24, 36)] // a day before the end is half time itself: the last quarter instead
    [InlineData(24, 12, 18)]
    [InlineData(1, 0.5, 0.75)]
    public void The_last_reminder_never_meets_the_first(double window, double half, double last)
    {
        var closes = Opens.AddHours(window);

        Assert.Equal(Opens.AddHours(half), VoteMoment.Half.Within(Opens, closes, TimeSpan.FromHours(24)));
        Assert.Equal(Opens.AddHours(last), VoteMoment.LastDay.Within(Opens, closes, TimeSpan.FromHours(24)));
        Assert.Equal(closes, VoteMoment.Close.Within(Opens, closes, TimeSpan.FromHours(24)));
    }
}
