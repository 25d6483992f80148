using Cohesion.Governance.Domain.Rules;
using Xunit;

namespace Cohesion.Governance.Domain.Tests.Rules;

public sealed class DecisionCaseReaderTests
{
    private const string Pack = """{"rounds":[{"pass":["yes.heads > no.heads"]}]}""";
    private const string Expect = "\"expect\":{\"outcome\":\"adopted\"}";
    private const string Roll = "\"roll\":[{\"seat\":\"1\",\"party\":\"A\"},{\"seat\":\"2\",\"party\":\"B\"}]";

    [Theory]
    [InlineData("\"all\":{\"heads\":3},\"rounds\":[{\"maybe\":{\"heads\":2}}]", "$[0].rounds[0].maybe", "not a tally")]
    [InlineData("\"all\":{\"heads\":3},\"rounds\":[{\"all\":{\"heads\":2}}]", "$[0].rounds[0].all", "not a tally of a round")]
    [InlineData("\"all\":{\"heads\":-3},\"rounds\":[{}]", "$[0].all.heads", "negative")]
    [InlineData("\"all\":{\"heads\":\"three\"},\"rounds\":[{}]", "$[0].all.heads", "not a number")]
    [InlineData("\"all\":{\"heads\":3}", "$[0]", "lacks 'rounds'")]
    [InlineData("\"all\":{\"heads\":3},\"rounds\":[{}],\"ballots\":[]", "$[0].ballots", "case with a roll")]
    [InlineData("\"all\":{\"heads\":3},\"rounds\":[{}],\"balots\":[]", "$[0].balots", "unknown property")]
    [InlineData("\"all\":{\"heads\":3},\"rounds\":[{}],\"largestHolder\":{\"measure\":\"heads\"}", "$[0].largestHolder", "lacks 'weight'")]
    [InlineData("\"all\":{\"heads\":3},\"rounds\":[{}],\"largestHolder\":{\"measure\":\"heads\",\"weight\":2,\"side\":\"both\"}", "$[0].largestHolder.side", "not a tally")]
    [InlineData(Roll + ",\"all\":{\"heads\":3}", "$[0].all", "case with totals")]
    [InlineData(Roll + ",\"ballots\":[{\"seat\":\"3\",\"choice\":\"yes\"}]", "$[0].ballots[0].seat", "no seat of the roll")]
    [InlineData(Roll + ",\"ballots\":[{\"seat\":\"1\",\"choice\":\"maybe\"}]", "$[0].ballots[0].choice", "not a choice")]
    [InlineData(Roll + ",\"ballots\":[{\"seat\":\"1\",\"choice\":\"yes\"},{\"seat\":\"1\",\"choice\":\"no\"}]", "$[0].ballots[1]", "two ballots")]
    [InlineData(Roll + ",\"ballots\":[{\"seat\":\"1\",\"choice\":\"yes\",\"channel\":\"pigeon\"}]", "$[0].ballots[0].channel", "not a channel")]
    [InlineData(Roll + ",\"ballots\":[{\"seat\":\"1\",\"choice\":\"yes\",\"inPerson\":\"yes\"}]", "$[0].ballots[0].inPerson", "true or false")]
    [InlineData(Roll + ",\"facts\":{\"ruleInBylaws\":\"yes\"}", "$[0].facts.ruleInBylaws", "true or false")]
    [InlineData(Roll + ",\"service\":[{\"seat\":\"9\",\"served\":true}]", "$[0].service[0].seat", "no seat of the roll")]
    [InlineData(Roll + ",\"service\":{\"9\":true}", "$[0].service.9", "no seat of the roll")]
    [InlineData(Roll + ",\"excluded\":[\"9\"]", "$[0].excluded[0]", "no seat of the roll")]
    [InlineData(Roll + ",\"chair\":\"9\"", "$[0].chair", "not a choice")]
    [InlineData(Roll + ",\"castingVote\":\"perhaps\"", "$[0].castingVote", "not a choice")]
    [InlineData("\"roll\":[{\"seat\":\"1\"},{\"seat\":\"1\"}]", "$[0].roll[1]", "twice")]
    [InlineData("\"roll\":[{\"seat\":\"1\",\"floor\":2}]", "$[0].roll[0].floor", "unknown property")]
    [InlineData("\"roll\":[{\"party\":\"A\"}]", "$[0].roll[0]", "lacks 'seat'")]
    [InlineData("\"roll\":[{\"seat\":\"1\",\"measures\":{\"area\":-1}}]", "$[0].roll[0].measures.area", "negative")]
    public void Refuses_a_malformed_case_with_its_place_and_the_reason(string properties, string path, string reason)
    {
        var result = Assert.Single(Check($$"""[{"id":"x","pack":{{Pack}},{{properties}},{{Expect}}}]"""));
        Assert.False(result.Passed);
        Assert.Equal(path, result.Refusal!.Path);
        Assert.Contains(reason, result.Refusal.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"nowhere\"", Expect, "$[0].pack", "no pack 'nowhere'")]
    [InlineData(Pack, "\"expect\":{\"outcome\":\"passed\"}", "$[0].expect.outcome", "not an outcome")]
    [InlineData(Pack, "\"expect\":{\"outcome\":\"adopted\",\"round\":\"third\"}", "$[0].expect.round", "has no round")]
    [InlineData(Pack, "\"why\":\"x\"", "$[0]", "lacks 'expect'")]
    [InlineData("{\"rounds\":[{\"pass\":[\"yes.heads = 1\"]}]}", Expect, "$[0].pack.rounds[0].pass[0]", "'='")]
    public void Refuses_a_case_whose_pack_or_expectation_is_malformed(string pack, string expect, string path, string reason)
    {
        var result = Assert.Single(Check($$"""[{"id":"x","pack":{{pack}},{{Roll}},{{expect}}}]"""));
        Assert.Equal(path, result.Refusal!.Path);
        Assert.Contains(reason, result.Refusal.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_malformed_case_does_not_stop_the_others_and_a_repeated_id_is_refused()
    {
        var good = $$"""{"id":"good","pack":{{Pack}},{{Roll}},"ballots":[{"seat":"1","choice":"yes"}],{{Expect}}}""";
        var results = Check($$"""[{"id":"bad"},{{good}},{{good}}]""");
        Assert.Equal([false, true, false], results.Select(result => result.Passed));
        Assert.Equal(["bad", "good", "$[2]"], [results[0].Id, results[1].Id, results[2].Refusal!.Path]);
    }

    [Fact]
    public void A_case_that_expects_another_outcome_or_round_fails()
    {
        var results = Check($$"""
            [{"id":"a","pack":{{Pack}},{{Roll}},"ballots":[{"seat":"1","choice":"no"}],"expect":{"outcome":"adopted"} },
             {"id":"b","pack":{"rounds":[{"name":"one","pass":["yes.heads > no.heads"]},{"name":"two","on":["noQuorum"],"pass":["yes.heads > no.heads"]}] },{{Roll}},
              "ballots":[{"seat":"1","choice":"yes"}],"expect":{"outcome":"adopted","round":"two"} }]
            """);
        Assert.All(results, result => Assert.True(result is { Passed: false, Refusal: null }));
    }

    private static IReadOnlyList<DecisionCaseResult> Check(string json) => DecisionCases.Check(json, "cases.json", RuleFiles.Library.Find);
}
