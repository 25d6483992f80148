using Cohesion.Governance.Domain.Meetings;
using Xunit;

namespace Cohesion.Governance.Domain.Tests.Meetings;

public sealed class LawfulNoticeTests
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    private static DateTimeOffset At(string time) => DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("2026-11-02T09:00+08:00", 15, "2026-11-18")] // 3 to 17 November are the fifteen days
    [InlineData("2026-11-02T00:00+08:00", 15, "2026-11-18")]
    [InlineData("2026-11-02T23:59:59+08:00", 15, "2026-11-18")]
    [InlineData("2026-11-02T16:00Z", 15, "2026-11-19")] // already the 3rd in Shanghai
    [InlineData("2026-02-20T12:00+08:00", 10, "2026-03-03")] // 21 to 28 February, 1 and 2 March
    [InlineData("2028-02-20T12:00+08:00", 10, "2028-03-02")] // leap year: 21 to 29 February, 1 March
    [InlineData("2026-11-02T09:00+08:00", 0, "2026-11-03")]
    public void Neither_the_day_of_the_notice_nor_that_of_the_meeting_is_counted(string notice, int days, string earliest) =>
        Assert.Equal(DateOnly.Parse(earliest, System.Globalization.CultureInfo.InvariantCulture), LawfulNotice.EarliestDay(At(notice), days, Shanghai));

    [Fact]
    public void The_first_lawful_day_allows_any_hour_and_the_day_before_none()
    {
        var notice = At("2026-11-02T18:00+08:00");
        var period = new NoticePeriod(15, null);

        Assert.Null(LawfulNotice.Check(At("2026-11-18T00:00+08:00"), notice, period, Shanghai));
        Assert.Equal(new DateOnly(2026, 11, 18), LawfulNotice.Check(At("2026-11-17T23:59:59+08:00"), notice, period, Shanghai)!.Earliest);
    }

    [Fact]
    public void A_day_of_23_hours_is_a_whole_day()
    {
        // Paris loses an hour on 29 March 2026.
        Assert.Equal(new DateOnly(2026, 4, 19), LawfulNotice.EarliestDay(At("2026-03-28T12:00+01:00"), 21, Paris));
    }

    [Fact]
    public void The_longest_period_counts_and_says_who_asks_for_it()
    {
        var owners = new NoticePeriod(15, new LocalText("Owners' assembly", "业主大会"));

        Assert.Equal(owners, NoticePeriod.Longest(7, [new NoticePeriod(10, new LocalText("Other", "其他")), owners]));
        Assert.Equal(new NoticePeriod(20, null), NoticePeriod.Longest(20, [owners]));
        Assert.Equal(new NoticePeriod(7, null), NoticePeriod.Longest(7, []));
    }
}
