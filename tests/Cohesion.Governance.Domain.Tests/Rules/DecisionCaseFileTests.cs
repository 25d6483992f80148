using Cohesion.Governance.Domain.Rules;
using Xunit;

namespace Cohesion.Governance.Domain.Tests.Rules;

public sealed class DecisionCaseFileTests
{
    public static TheoryData<string, string> EveryCase()
    {
        var data = new TheoryData<string, string>();
        foreach (var file in (string[])["decision-cases.json", "more-cases.json"])
        {
            foreach (var result in Results(file))
                data.Add(file, result.Id);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(EveryCase))]
    public void The_outcome_is_the_published_or_derived_one(string file, string id)
    {
        var result = Results(file).Single(each => each.Id == id);

        Assert.Null(result.Refusal);
        Assert.True(result.Passed, $"{result.Case!.Why}\n{ExplanationText.Render(result.Decision!, RuleLanguage.English, MeasureLabels.Plain)}");
    }

    [Fact]
    public void The_published_sample_and_our_own_cases_are_all_there()
    {
        Assert.Equal(95, Results("decision-cases.json").Count);
        Assert.True(Results("more-cases.json").Count >= 60);
        Assert.All(Results("more-cases.json"), result => Assert.False(string.IsNullOrWhiteSpace(result.Case?.Why), result.Id));
    }

    [Fact]
    public void All_packs_of_the_repository_load_with_both_titles_and_a_source()
    {
        Assert.Equal(49, RuleFiles.Library.Packs.Count);
        Assert.All(RuleFiles.Library.Packs, pack =>
        {
            Assert.False(string.IsNullOrEmpty(pack.Title.Chinese), pack.Id);
            Assert.False(string.IsNullOrEmpty(pack.Source.En) || string.IsNullOrEmpty(pack.Source.Zh), pack.Id);
        });
    }

    private static IReadOnlyList<DecisionCaseResult> Results(string file)
        => DecisionCases.Check(File.ReadAllText(RuleFiles.Cases(file)), file, RuleFiles.Library.Find);
}
