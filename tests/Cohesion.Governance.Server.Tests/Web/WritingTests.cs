using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Web;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Web;

public sealed class WritingTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 30, 6, 0, 0, TimeSpan.Zero);
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
    private static readonly Writing Chinese = new(Language.Chinese, Shanghai, Now);
    private static readonly Writing English = new(Language.English, Shanghai, Now);

    [Fact]
    public void A_moment_is_written_as_the_councils_clock_shows_it()
    {
        // 16:30 UTC on 3 December is half past midnight of the 4th, a Friday, in Shanghai.
        var at = new DateTimeOffset(2026, 12, 3, 16, 30, 0, TimeSpan.Zero);

        Assert.Equal("12月4日（周五）00:30", Chinese.Time(at));
        Assert.Equal("4 December (Fri), 00:30", English.Time(at));
        Assert.Equal(("12-04", "4 Dec"), (Chinese.ShortDate(at), English.ShortDate(at)));
        Assert.Equal("2026-12-04T00:30", English.ForInput(at));
    }

    [Fact]
    public void The_year_is_written_where_it_is_another()
    {
        var at = new DateTimeOffset(2027, 1, 5, 4, 0, 0, TimeSpan.Zero);

        Assert.Equal("2027年1月5日（周二）", Chinese.Date(at));
        Assert.Equal("5 January 2027 (Tue)", English.Date(at));
        Assert.Equal("2027-01-05", Chinese.ShortDate(at));
    }

    [Theory]
    [InlineData(52, 0, "还剩 2 天 4 小时", "2 days 4 hours left")]
    [InlineData(25, 0, "还剩 1 天 1 小时", "1 day 1 hour left")]
    [InlineData(0, 90, "还剩 1 小时 30 分钟", "1 hour 30 minutes left")]
    [InlineData(0, 0, "还剩 不到 1 分钟", "less than a minute left")]
    [InlineData(-80, 0, "已逾期 3 天", "3 days late")]
    public void What_is_left_is_told_in_its_two_largest_parts(int hours, int minutes, string zh, string en)
    {
        var until = Now.AddHours(hours).AddMinutes(minutes);

        Assert.Equal(zh, Chinese.Left(until));
        Assert.Equal(en, English.Left(until));
    }

    [Fact]
    public void Numbers_are_exact_with_their_places_and_unit()
    {
        Assert.Equal("61,480.00 m²", English.Number(6_148_000, 2, "m²"));
        Assert.Equal("9,007,199,254,740,993", English.Number(9_007_199_254_740_993));
        Assert.Equal(("41.25%", "60%"), (English.Percent(4125), English.Percent(6000)));
        Assert.Equal(("1,860,000 元", "CNY 1,860,000"), (Chinese.Money(186_000_000, "CNY"), English.Money(186_000_000, "CNY")));
        Assert.Equal(("0.50 元", "EUR 12.05"), (Chinese.Money(50, "CNY"), Chinese.Money(1205, "EUR")));
    }
}
