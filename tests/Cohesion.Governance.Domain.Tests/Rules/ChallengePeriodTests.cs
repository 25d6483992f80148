using Cohesion.Governance.Domain.Rules;
using Xunit;

namespace Cohesion.Governance.Domain.Tests.Rules;

public sealed class ChallengePeriodTests
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    [Fact]
    public void Period_beginning_source_and_evidence_are_read()
    {
        var challenge = Read("""{"period": "P2M", "from": "notified", "source": "Loi 1965 art. 42 al. 2", "evidence": "secondary", "note": "minutes without annexes"}""").Challenge!;

        Assert.Equal(("P2M", ChallengeStart.Notified, "Loi 1965 art. 42 al. 2", Evidence.Secondary), (challenge.Period.Text, challenge.From, challenge.Source.Zh, challenge.Evidence));
    }

    [Fact]
    public void A_rule_may_name_none() => Assert.Null(RuleFiles.Pack("""[{"pass": ["yes.heads > no.heads"]}]""").Challenge);

    [Theory]
    [InlineData("""{"from": "decided", "source": "s", "evidence": "draft"}""", "$.challenge")]
    [InlineData("""{"period": "two months", "from": "decided", "source": "s", "evidence": "draft"}""", "$.challenge.period")]
    [InlineData("""{"period": "P2M", "source": "s", "evidence": "draft"}""", "$.challenge")]
    [InlineData("""{"period": "P2M", "from": "tomorrow", "source": "s", "evidence": "draft"}""", "$.challenge.from")]
    [InlineData("""{"period": "P2M", "from": "decided", "evidence": "draft"}""", "$.challenge")]
    [InlineData("""{"period": "P2M", "from": "decided", "source": "s"}""", "$.challenge")]
    [InlineData("""{"period": "P2M", "from": "decided", "source": "s", "evidence": "rumour"}""", "$.challenge.evidence")]
    [InlineData("""{"period": "P2M", "from": "decided", "source": "s", "evidence": "draft", "court": "x"}""", "$.challenge.court")]
    public void What_is_missing_or_not_understood_is_refused_with_its_place(string challenge, string path)
    {
        var fault = Assert.Throws<RuleFormatException>(() => Read(challenge));

        Assert.Equal(path, fault.Path);
        Assert.NotEqual(fault.Reason, fault.ReasonInChinese);
    }

    // The day of the decision is not counted; months end on the day of the same number, or on the last of a shorter month (BGB 188(3)).
    [Theory]
    [InlineData("P1M", "2026-11-02T10:00:00Z", "2026-12-02")]
    [InlineData("P1M", "2027-01-31T10:00:00Z", "2027-02-28")]
    [InlineData("P3M", "2026-11-30T10:00:00Z", "2027-02-28")]
    [InlineData("P30D", "2026-11-02T10:00:00Z", "2026-12-02")]
    [InlineData("P1Y", "2028-02-29T10:00:00Z", "2029-02-28")]
    [InlineData("P1M", "2026-11-02T15:59:00Z", "2026-12-02")]
    [InlineData("P1M", "2026-11-02T16:00:00Z", "2026-12-03")]
    public void The_last_day_is_one_of_the_councils_own_calendar(string period, string decidedAt, string lastDay)
    {
        var challenge = Read($$"""{"period": "{{period}}", "from": "decided", "source": "s", "evidence": "draft"}""").Challenge!;

        Assert.Equal(DateOnly.Parse(lastDay, System.Globalization.CultureInfo.InvariantCulture), challenge.LastDay(DateTimeOffset.Parse(decidedAt, System.Globalization.CultureInfo.InvariantCulture), Shanghai));
    }

    [Fact]
    public void Summer_time_moves_no_day()
    {
        var berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        var challenge = Read("""{"period": "P1M", "from": "decided", "source": "s", "evidence": "draft"}""").Challenge!;

        // 00:30 on 1 October in Berlin; a month later it is winter time.
        Assert.Equal(new DateOnly(2026, 11, 1), challenge.LastDay(new DateTimeOffset(2026, 9, 30, 22, 30, 0, TimeSpan.Zero), berlin));
    }

    private static RulePack Read(string challenge) => RuleFiles.Pack("""[{"pass": ["yes.heads > no.heads"]}]""", $"\"challenge\": {challenge},");
}
