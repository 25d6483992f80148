using Cohesion.Governance.Domain.Meetings;
using Xunit;

namespace Cohesion.Governance.Domain.Tests.Meetings;

public sealed class MeetingTimeTests
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    [Theory]
    [InlineData("2026-11-20T14:00")]
    [InlineData("2026-11-20T14:00:00")]
    [InlineData("2026-11-20 14:00")]
    [InlineData("2026-11-20T14:00+08:00")]
    [InlineData("2026-11-20T06:00:00Z")]
    [InlineData("2026-11-20T01:00-05:00")]
    public void A_time_is_local_unless_it_has_an_offset(string text) =>
        Assert.Equal(new DateTimeOffset(2026, 11, 20, 6, 0, 0, TimeSpan.Zero), MeetingTime.Read(text, Shanghai).Value);

    [Theory]
    [InlineData("")]
    [InlineData("tomorrow")]
    [InlineData("2026-11-20")]
    [InlineData("2026-13-20T14:00")]
    [InlineData("20/11/2026 14:00")]
    public void What_is_no_time_is_refused(string text) => Assert.IsType<MeetingTimeUnclear>(MeetingTime.Read(text, Shanghai).Refusal);

    [Fact]
    public void An_hour_that_the_change_of_clocks_leaves_out_is_refused() =>
        Assert.IsType<MeetingTimeUnclear>(MeetingTime.Read("2026-03-29T02:30", Paris).Refusal);

    [Fact]
    public void A_week_later_is_the_same_hour_of_the_clock()
    {
        // 24 March is winter time in Paris (UTC+1), 31 March summer time (UTC+2).
        var later = MeetingTime.Later(new DateTimeOffset(2026, 3, 24, 18, 0, 0, TimeSpan.FromHours(1)), TimeSpan.FromDays(7), Paris);

        Assert.Equal(new DateTimeOffset(2026, 3, 31, 18, 0, 0, TimeSpan.FromHours(2)), later);
    }

    [Fact]
    public void Days_and_hours_are_said_in_both_languages()
    {
        var said = MeetingTime.Say(new DateTimeOffset(2026, 11, 22, 1, 5, 0, TimeSpan.Zero), Shanghai);

        Assert.Equal(new LocalText("Sunday 22 November 2026, 09:05", "2026年11月22日（星期日）09:05"), said);
    }
}
