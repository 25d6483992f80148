using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Rules;
using Xunit;

namespace Cohesion.Governance.Domain.Tests.Rules;

public sealed class ProxyLimitsReaderTests
{
    [Fact]
    public void Everything_a_pack_may_say_of_proxies_is_read()
    {
        var limits = Read("""
            "proxy": { "source": "art. 22", "written": true, "longest": "P90D", "notHeldBy": ["propertyManager", "visitingWorker"], "headsOver": 20,
                       "limits": [ {"any": [{"givers": 3}, {"share": "1/10", "of": "sh", "withOwn": true}]}, {"share": "1/5", "of": "seats"} ] }
            """).Proxy!;

        Assert.Equal(("art. 22", true, true, "P90D", 20), (limits.Source!.En, limits.Allowed, limits.Written, limits.Longest!.Text, limits.HeadsOver));
        Assert.Equal([Office.PropertyManager, Office.VisitingWorker], limits.NotHeldBy);
        Assert.Equal(2, limits.Limits.Count);
        Assert.Equal([new ProxyBound { Givers = 3 }, new ProxyBound { Share = new Rational(1, 10), Of = "sh", WithOwn = true }], limits.Limits[0].AnyOf);
        Assert.Equal([new ProxyBound { Share = new Rational(1, 5), Of = "seats" }], limits.Limits[1].AnyOf);
    }

    [Theory]
    [InlineData("""{"count": 3}""", "$.proxy.count")]
    [InlineData("""{"limits": [{"givers": 3, "share": "1/10"}]}""", "$.proxy.limits[0].share")]
    [InlineData("""{"limits": [{"givers": 0}]}""", "$.proxy.limits[0].givers")]
    [InlineData("""{"limits": [{"givers": 1.5}]}""", "$.proxy.limits[0].givers")]
    [InlineData("""{"limits": [{"share": "11/10", "of": "sh"}]}""", "$.proxy.limits[0].share")]
    [InlineData("""{"limits": [{"share": "1/10"}]}""", "$.proxy.limits[0]")]
    [InlineData("""{"limits": [{"share": "1/10", "of": "a b"}]}""", "$.proxy.limits[0].of")]
    [InlineData("""{"limits": [{"any": []}]}""", "$.proxy.limits[0].any")]
    [InlineData("""{"notHeldBy": ["caretaker"]}""", "$.proxy.notHeldBy[0]")]
    [InlineData("""{"longest": "90 days"}""", "$.proxy.longest")]
    [InlineData("""{"headsOver": 20}""", "$.proxy.headsOver")]
    [InlineData("""{"written": "yes"}""", "$.proxy.written")]
    public void What_it_does_not_understand_is_refused_with_its_place(string proxy, string path)
    {
        var fault = Assert.Throws<RuleFormatException>(() => Read($"\"proxy\": {proxy}"));

        Assert.Equal(("pack.json", path), (fault.File, fault.Path));
    }

    [Fact]
    public void A_pack_says_whether_ballots_may_be_changed_and_they_may_where_it_says_nothing()
    {
        Assert.Equal(BallotChange.Never, Read("\"ballot\": {\"change\": \"never\"}").Change);
        Assert.Equal(BallotChange.UntilClosing, Read("\"ballot\": {\"change\": \"untilClosing\"}").Change);
        Assert.Equal(BallotChange.UntilClosing, Read("\"casting\": \"chair\"").Change);
    }

    [Theory]
    [InlineData("""{"change": "always"}""", "$.ballot.change")]
    [InlineData("""{}""", "$.ballot")]
    [InlineData("""{"change": "never", "secret": true}""", "$.ballot.secret")]
    public void A_word_on_changes_that_nobody_knows_is_refused_with_its_place(string ballot, string path)
        => Assert.Equal(path, Assert.Throws<RuleFormatException>(() => Read($"\"ballot\": {ballot}")).Path);

    private static RulePack Read(string property) => RulePackReader.Read(
        $$"""{ "id": "x", "jurisdiction": "COUNCIL", "title": {"en": "X"}, "source": "charter", "evidence": "draft", {{property}}, "rounds": [ { "pass": ["yes.heads > no.heads"] } ] }""",
        "pack.json")[0];
}
