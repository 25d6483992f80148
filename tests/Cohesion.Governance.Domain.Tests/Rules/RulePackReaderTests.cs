using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Rules;
using Xunit;

namespace Cohesion.Governance.Domain.Tests.Rules;

public sealed class RulePackReaderTests
{
    [Theory]
    [InlineData("\"yes.heads = 1\"", "$[0].rounds[0].pass[0]", "'='")]
    [InlineData("\"yes.heads == 1\"", "$[0].rounds[0].pass[0]", "'=='")]
    [InlineData("\"yes.heads => 1\"", "$[0].rounds[0].pass[0]", "'=>'")]
    [InlineData("\"yes.heads 1\"", "$[0].rounds[0].pass[0]", "'1'")]
    [InlineData("\"maybe.heads > 1\"", "$[0].rounds[0].pass[0]", "'maybe' is not a tally")]
    [InlineData("\"Yes.heads > 1\"", "$[0].rounds[0].pass[0]", "'Yes' is not a tally")]
    [InlineData("\"yes > 1\"", "$[0].rounds[0].pass[0]", "has no measure")]
    [InlineData("\"yes. > 1\"", "$[0].rounds[0].pass[0]", "names no measure")]
    [InlineData("\"yes@.heads > 1\"", "$[0].rounds[0].pass[0]", "names no bloc")]
    [InlineData("\"yes.heads > 1/0 * all.heads\"", "$[0].rounds[0].pass[0]", "divides by zero")]
    [InlineData("\"yes.heads > 1/2\"", "$[0].rounds[0].pass[0]", "needs a tally")]
    [InlineData("\"yes.heads > 0.5 * all.heads\"", "$[0].rounds[0].pass[0]", "decimal")]
    [InlineData("\"yes.heads > -1\"", "$[0].rounds[0].pass[0]", "'-1' is not a tally")]
    [InlineData("\"yes.heads > 1/2 all.heads\"", "$[0].rounds[0].pass[0]", "needs a tally")]
    [InlineData("\"yes.heads > 1 > 0\"", "$[0].rounds[0].pass[0]", "left over")]
    [InlineData("\"2 > 1\"", "$[0].rounds[0].pass[0]", "reads no tally")]
    [InlineData("\"yes.heads > min(1)\"", "$[0].rounds[0].pass[0]", "at least two")]
    [InlineData("\"yes.heads > max(1, 2\"", "$[0].rounds[0].pass[0]", "not closed")]
    [InlineData("\"yes.heads >\"", "$[0].rounds[0].pass[0]", "ends where")]
    [InlineData("\"\"", "$[0].rounds[0].pass[0]", "is empty")]
    [InlineData("5", "$[0].rounds[0].pass[0]", "a condition is")]
    [InlineData("{\"any\":[]}", "$[0].rounds[0].pass[0].any", "always hold")]
    [InlineData("{\"none\":[]}", "$[0].rounds[0].pass[0].none", "unknown property")]
    [InlineData("{}", "$[0].rounds[0].pass[0]", "one of any")]
    [InlineData("{\"any\":[\"yes.heads > 1\"],\"all\":[\"yes.heads > 1\"]}", "$[0].rounds[0].pass[0].all", "unknown property 'all'")]
    [InlineData("{\"eachBloc\":[\"yes.heads > 1\"],\"of\":[]}", "$[0].rounds[0].pass[0].of", "names no bloc")]
    [InlineData("{\"eachBloc\":[\"yes.heads > 1\"],\"of\":[\"x\",\"x\"]}", "$[0].rounds[0].pass[0].of[1]", "listed twice")]
    [InlineData("{\"eachBloc\":[{\"eachBloc\":[\"yes.heads > 1\"]}]}", "$[0].rounds[0].pass[0].eachBloc[0]", "no blocs of their own")]
    [InlineData("{\"blocs\":{\"where\":[\"yes.heads > 1\"]},\"op\":\"=\",\"value\":1}", "$[0].rounds[0].pass[0].op", "'='")]
    [InlineData("{\"blocs\":{\"where\":[\"yes.heads > 1\"]},\"op\":\">\",\"value\":0.5}", "$[0].rounds[0].pass[0].value", "neither a fraction")]
    [InlineData("{\"blocs\":{\"where\":[\"yes.heads > 1\"]},\"op\":\">\",\"value\":\"4/0\"}", "$[0].rounds[0].pass[0].value", "neither a fraction")]
    [InlineData("{\"blocs\":{\"where\":[\"yes.heads > 1\"]},\"op\":\">\"}", "$[0].rounds[0].pass[0]", "lacks 'value'")]
    [InlineData("{\"blocs\":{\"measure\":\"count\"},\"op\":\">\",\"value\":1}", "$[0].rounds[0].pass[0].blocs", "lacks 'where'")]
    public void Refuses_what_is_no_condition_with_its_place_and_the_reason(string condition, string path, string reason)
        => Refused($$"""[{{{Head}},"rounds":[{"pass":[{{condition}}]}]}]""", path, reason);

    [Theory]
    [InlineData("\"rounds\":[]", "$[0].rounds", "at least one round")]
    [InlineData("\"note\":\"x\"", "$[0]", "lacks 'rounds'")]
    [InlineData("\"rounds\":[{}]", "$[0].rounds[0]", "lacks 'pass'")]
    [InlineData("\"rounds\":[{\"pass\":[]}]", "$[0].rounds[0].pass", "always hold")]
    [InlineData("\"rounds\":[{\"pass\":[\"yes.heads > 1\"],\"gate\":[\"yes.heads > 1\"]}]", "$[0].rounds[0].gate", "first round")]
    [InlineData("\"rounds\":[{\"pass\":[\"yes.heads > 1\"],\"on\":[\"rejected\"]}]", "$[0].rounds[0].on", "first round")]
    [InlineData("\"rounds\":[{\"pass\":[\"yes.heads > 1\"]},{\"pass\":[\"yes.heads > 1\"]}]", "$[0].rounds[1]", "lacks 'on'")]
    [InlineData("\"rounds\":[{\"pass\":[\"yes.heads > 1\"]},{\"on\":[\"lost\"],\"pass\":[\"yes.heads > 1\"]}]", "$[0].rounds[1].on[0]", "'lost' is not an outcome")]
    [InlineData("\"rounds\":[{\"pass\":[\"yes.heads > 1\"]},{\"on\":[],\"pass\":[\"yes.heads > 1\"]}]", "$[0].rounds[1].on", "at least one outcome")]
    [InlineData("\"rounds\":[{\"name\":\"a\",\"pass\":[\"yes.heads > 1\"]},{\"name\":\"a\",\"on\":[\"rejected\"],\"pass\":[\"yes.heads > 1\"]}]", "$[0].rounds[1]", "unique")]
    [InlineData("\"rounds\":[{\"pass\":[\"yes.heads > 1\"],\"threshold\":1}]", "$[0].rounds[0].threshold", "unknown property")]
    [InlineData("\"rounds\":[{\"pass\":[\"yes.heads > 1\"],\"confirm\":{\"window\":\"7 days\",\"failIf\":[\"no.heads > 1\"]}}]", "$[0].rounds[0].confirm.window", "ISO 8601")]
    [InlineData("\"rounds\":[{\"pass\":[\"yes.heads > 1\"],\"confirm\":{\"window\":\"P0D\",\"failIf\":[\"no.heads > 1\"]}}]", "$[0].rounds[0].confirm.window", "ISO 8601")]
    [InlineData("\"rounds\":[{\"pass\":[\"yes.heads > 1\"],\"confirm\":{\"window\":\"P7D\"}}]", "$[0].rounds[0].confirm", "lacks 'failIf'")]
    [InlineData("\"cap\":\"half\",\"rounds\":[{\"pass\":[\"yes.heads > 1\"]}]", "$[0].cap", "'half' is not a cap")]
    [InlineData("\"casting\":\"secretary\",\"rounds\":[{\"pass\":[\"yes.heads > 1\"]}]", "$[0].casting", "only chair")]
    [InlineData("\"notice\":\"15 days\",\"rounds\":[{\"pass\":[\"yes.heads > 1\"]}]", "$[0].notice", "ISO 8601")]
    [InlineData("\"silence\":{\"mode\":\"against\"},\"rounds\":[{\"pass\":[\"yes.heads > 1\"]}]", "$[0].silence.mode", "'against' is not")]
    [InlineData("\"silence\":{\"mode\":\"assent\",\"of\":\"everybody\"},\"rounds\":[{\"pass\":[\"yes.heads > 1\"]}]", "$[0].silence.of", "not known")]
    [InlineData("\"silence\":{\"needs\":[\"x\"]},\"rounds\":[{\"pass\":[\"yes.heads > 1\"]}]", "$[0].silence", "lacks 'mode'")]
    [InlineData("\"exclude\":[\"a b\"],\"rounds\":[{\"pass\":[\"yes.heads > 1\"]}]", "$[0].exclude[0]", "neither a reason")]
    [InlineData("\"exclude\":[{\"reason\":\"a\",\"bloc\":\"b\"}],\"rounds\":[{\"pass\":[\"yes.heads > 1\"]}]", "$[0].exclude[0]", "one of reason")]
    [InlineData("\"rule\":1,\"rounds\":[{\"pass\":[\"yes.heads > 1\"]}]", "$[0].rule", "unknown property")]
    public void Refuses_what_is_no_pack_with_its_place_and_the_reason(string properties, string path, string reason)
        => Refused($$"""[{{{Head}},{{properties}}}]""", path, reason);

    [Theory]
    [InlineData("[{", "$", "not valid JSON")]
    [InlineData("5", "$", "a list is expected")]
    [InlineData("[5]", "$[0]", "an object is expected")]
    [InlineData("""[{"id":"a","id":"b"}]""", "$", "not valid JSON")]
    [InlineData("""[{"jurisdiction":"T"}]""", "$[0]", "lacks 'id'")]
    [InlineData("""[{"id":"a","jurisdiction":"T","title":{"en":"t"},"source":"s","evidence":"rumour","rounds":[{"pass":["yes.heads > 1"]}]}]""", "$[0].evidence", "level of evidence")]
    [InlineData("""[{"id":"a","jurisdiction":"T","title":{"zh":"t"},"source":"s","evidence":"draft","rounds":[{"pass":["yes.heads > 1"]}]}]""", "$[0].title", "lacks 'en'")]
    [InlineData("""[{"id":"a","jurisdiction":"T","title":{"en":"t"},"evidence":"draft","rounds":[{"pass":["yes.heads > 1"]}]}]""", "$[0]", "lacks 'source'")]
    public void Refuses_what_is_no_file_of_packs(string json, string path, string reason) => Refused(json, path, reason);

    [Fact]
    public void Refuses_an_id_used_twice_in_a_file_or_in_a_folder()
    {
        var pack = $$"""{{{Head}},"rounds":[{"pass":["yes.heads > 1"]}]}""";
        Refused($"[{pack},{pack}]", "$[1].id", "used twice");

        var folder = Directory.CreateTempSubdirectory("packs");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "a.json"), $"[{pack}]");
            File.WriteAllText(Path.Combine(folder.FullName, "b.json"), pack);
            var refusal = Assert.Throws<RuleFormatException>(() => RulePackLibrary.Load(folder.FullName));
            Assert.Contains("already in", refusal.Reason, StringComparison.Ordinal);
            Assert.Single(RulePackLibrary.Load(folder.FullName, except: Path.Combine(folder.FullName, "b.json")).Packs);
            Assert.Single(RulePackLibrary.Load(Path.Combine(folder.FullName, "a.json")).Packs);
            File.WriteAllText(Path.Combine(folder.FullName, "b.json"), """[{"id":"x","pack":"a","expect":{"outcome":"adopted"}}]""");
            Assert.Single(RulePackLibrary.Load(folder.FullName).Packs);
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        Assert.Throws<RuleFormatException>(() => RulePackLibrary.Load(folder.FullName));
    }

    [Theory]
    [InlineData("yes.heads>1/2*all.heads", "yes.heads > 1/2 * all.heads")]
    [InlineData("  yes . heads   >=\t2 / 3  *  all@tenants . heads ", "yes.heads >= 2/3 * all@tenants.heads")]
    [InlineData("yes.heads >= 4/6 * all.heads", "yes.heads >= 4/6 * all.heads")]
    [InlineData("10 <= no.面积", "10 <= no.面积")]
    [InlineData("yes@3号楼.ward-1 < 2 * no.x_1", "yes@3号楼.ward-1 < 2 * no.x_1")]
    [InlineData("min(1/3*all.a,max(2,no.b)) <= yes.a", "min(1/3 * all.a, max(2, no.b)) <= yes.a")]
    public void Reads_a_condition_whatever_its_white_space(string text, string canonical)
    {
        var (comparison, fault) = ConditionParser.Parse(text);
        Assert.Null(fault);
        Assert.Equal(canonical, comparison!.ToString());
        Assert.Equal(canonical, ConditionParser.Parse(canonical).Comparison!.ToString());
    }

    [Fact]
    public void A_source_is_cited_in_both_languages_where_the_file_does()
    {
        const string Rounds = """[{"pass":["yes.heads > 1"]}]""";

        Assert.Equal(new LocalText("Civil Code 279", "民法典第279条"), RuleFiles.Pack(Rounds, """ "challenge":{"period":"P1Y","from":"known","evidence":"secondary","source":{"en":"Civil Code 279","zh":"民法典第279条"}},""").Challenge!.Source);
        Assert.Equal(LocalText.Same("WEG 45"), RuleFiles.Pack(Rounds, """ "challenge":{"period":"P1M","from":"decided","evidence":"secondary","source":"WEG 45"},""").Challenge!.Source);
        Assert.Throws<RuleFormatException>(() => RuleFiles.Pack(Rounds, """ "challenge":{"period":"P1Y","from":"known","evidence":"secondary","source":{"en":"Civil Code 279"}},"""));
    }

    [Fact]
    public void A_negated_comparison_is_its_opposite()
        => Assert.Equal("any(no.heads < 1/4 * cast.heads; yes.heads <= 3)", RuleFiles.Pack(
            """[{"pass":[{"not":["no.heads >= 1/4 * cast.heads","yes.heads > 3"]}]}]""").Rounds[0].Pass[0].ToString());

    [Fact]
    public void Rounds_without_a_name_are_numbered_in_words_and_a_period_keeps_its_months()
    {
        var pack = RuleFiles.Pack("""[{"pass":["yes.heads > 1"]},{"on":["noQuorum"],"pass":["yes.heads > 1"]}]""", "\"notice\":\"P1M\",");
        Assert.Equal(["first", "second"], pack.Rounds.Select(round => round.Name));
        Assert.Equal(new DateTimeOffset(2026, 2, 28, 0, 0, 0, TimeSpan.Zero), pack.Notice!.After(new DateTimeOffset(2026, 1, 31, 0, 0, 0, TimeSpan.Zero)));
    }

    [Theory]
    [InlineData("P15D", true)]
    [InlineData("PT30M", true)]
    [InlineData("P1Y2M3W4DT5H6M7S", true)]
    [InlineData("P", false)]
    [InlineData("PT", false)]
    [InlineData("15D", false)]
    [InlineData("P-1D", false)]
    [InlineData("P1.5D", false)]
    public void A_period_is_iso_8601(string text, bool valid) => Assert.Equal(valid, IsoPeriod.TryParse(text) is not null);

    private static string Head => "\"id\":\"a\",\"jurisdiction\":\"T\",\"title\":{\"en\":\"t\"},\"source\":\"s\",\"evidence\":\"draft\"";

    private static void Refused(string json, string path, string reason)
    {
        var refusal = Assert.Throws<RuleFormatException>(() => RulePackReader.Read(json, "rules.json"));
        Assert.Equal("rules.json", refusal.File);
        Assert.Equal(path, refusal.Path);
        Assert.Contains(reason, refusal.Reason, StringComparison.Ordinal);
        Assert.NotEmpty(refusal.ReasonInChinese);
    }
}
