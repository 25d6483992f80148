using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Server.Features;
using Cohesion.Governance.Server.Features.Votes;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Votes;

public sealed class RulePacksTests
{
    private const string Simple = """
        { "id": "ID", "jurisdiction": "COUNCIL", "title": {"en": "Simple", "zh": "简单多数"}, "source": "charter", "evidence": "draft", "notice": "P2W",
          "rounds": [ { "pass": ["yes.heads > 1/2 * all.heads"] } ] }
        """;

    [Fact]
    public async Task Other_areas_ask_the_catalogue_for_title_and_notice()
    {
        await using var place = await VoteTown.Found();
        var catalogue = place.App.Services.GetRequiredService<IRulePackCatalogue>();

        Assert.True(catalogue.Exists("council.each-bloc-consent"));
        Assert.False(catalogue.Exists("nobody.knows"));
        Assert.Equal("三界别一致同意", catalogue.Title("council.each-bloc-consent").Zh);
        Assert.Null(catalogue.NoticeDays("council.each-bloc-consent"));
    }

    [Fact]
    public void Packs_are_read_from_lists_objects_and_single_files_with_their_own_text()
    {
        var packs = new RulePacks(Folder(("a.json", $"[{Pack("one")}, {Pack("two")}]"), ("b.json", Pack("three")), ("c.json", $$"""{ "packs": [{{Pack("four")}}] }""")));

        Assert.Equal(["four", "one", "three", "two"], packs.Ids);
        Assert.Equal("two", RulePacks.Read(packs.TextOf("two"), "two").Id);
        Assert.Equal(14, packs.NoticeDays("one"));
    }

    [Fact]
    public void A_malformed_file_is_refused_with_its_name()
    {
        var fault = Assert.Throws<RuleFormatException>(() => new RulePacks(Folder(("bad.json", """[{ "id": "x" }]"""))));

        Assert.EndsWith("bad.json", fault.File, StringComparison.Ordinal);
    }

    [Fact]
    public void One_id_in_two_files_is_refused()
    {
        var fault = Assert.Throws<RuleFormatException>(() => new RulePacks(Folder(("a.json", Pack("one")), ("b.json", Pack("one")))));

        Assert.Contains("'one'", fault.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_built_server_has_the_rules_beside_it()
    {
        Assert.True(File.Exists(Path.Combine(AppContext.BaseDirectory, "workflows", "rules", "cn.json")));
        Assert.True(File.Exists(Path.Combine(AppContext.BaseDirectory, "workflows", "vote.json")));
    }

    private static string Pack(string id) => Simple.Replace("ID", id, StringComparison.Ordinal);

    private static string Folder(params (string Name, string Text)[] files)
    {
        var directory = Directory.CreateTempSubdirectory("cohesion-rules-").FullName;
        foreach (var (name, text) in files)
        {
            File.WriteAllText(Path.Combine(directory, name), text);
        }

        return directory;
    }
}
