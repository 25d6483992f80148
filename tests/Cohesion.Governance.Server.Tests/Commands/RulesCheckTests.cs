using Cohesion.Governance.Server.Commands;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Commands;

public sealed class RulesCheckTests : IDisposable
{
    private const string Case = """{"id":"ID","pack":"p","all":{"heads":3},"rounds":[{"yes":{"heads":2}}],"expect":{"outcome":"OUTCOME"},"why":"two of three"}""";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("rules");
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    public RulesCheckTests() => Write("packs.json",
        """[{"id":"p","jurisdiction":"T","title":{"en":"t"},"source":"s","evidence":"draft","rounds":[{"pass":["yes.heads > 1/2 * all.heads"]}]}]""");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("decision-cases.json", 95)]
    [InlineData("more-cases.json", 0)]
    public void The_packs_of_the_repository_pass_every_case(string file, int cases)
    {
        var root = _folder;
        for (root = new DirectoryInfo(AppContext.BaseDirectory); !File.Exists(Path.Combine(root.FullName, "Cohesion.Governance.sln")); root = root.Parent!)
        {
        }

        var code = RulesCheck.Run(Path.Combine(root.FullName, "workflows", "rules"), Path.Combine(root.FullName, "tests", "Cohesion.Governance.Domain.Tests", "Rules", file), _output, _error);

        var lines = _output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal((0, ""), (code, _error.ToString()));
        Assert.True(cases == 0 || lines.Length == cases + 1);
        Assert.Equal($"{lines.Length - 1} cases, {lines.Length - 1} passed, 0 failed", lines[^1].TrimEnd('\r'));
        Assert.All(lines[..^1], line => Assert.StartsWith("ok ", line, StringComparison.Ordinal));
    }

    [Fact]
    public void A_case_that_fails_prints_what_was_expected_what_came_and_why_and_ends_in_1()
    {
        var code = Run($"[{Case.Replace("ID", "a").Replace("OUTCOME", "adopted")},{Case.Replace("ID", "b").Replace("OUTCOME", "rejected")}]");

        Assert.Equal(1, code);
        Assert.Contains("ok   a: adopted in round first", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("FAIL b: expected rejected, got adopted in round first", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("two of three", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("heads in favour is more than 1/2 of all heads: 2; threshold 1/2 × 3 = 1.5; holds", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("2 cases, 1 passed, 1 failed", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_malformed_case_is_refused_with_file_path_and_reason_and_the_others_still_run()
    {
        var code = Run($"[{Case.Replace("ID", "a").Replace("OUTCOME", "won")},{Case.Replace("ID", "b").Replace("OUTCOME", "adopted")}]");

        Assert.Equal(1, code);
        Assert.Contains("FAIL a: malformed at $[0].expect.outcome", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("cases.json: $[0].expect.outcome: 'won' is not an outcome", _error.ToString(), StringComparison.Ordinal);
        Assert.Contains("不是表决结果", _error.ToString(), StringComparison.Ordinal);
        Assert.Contains("ok   b: adopted", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_malformed_pack_ends_in_2_with_file_path_and_reason()
    {
        Write("packs.json", """[{"id":"p","jurisdiction":"T","title":{"en":"t"},"source":"s","evidence":"draft","rounds":[{"pass":["yes.heads = 1"]}]}]""");

        Assert.Equal(2, Run("[]"));
        Assert.Contains("packs.json: $[0].rounds[0].pass[0]:", _error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nowhere", "cases.json")]
    [InlineData("", "nowhere.json")]
    public void What_cannot_be_read_ends_in_2_and_says_so(string packs, string cases)
    {
        Write("cases.json", "[]");
        Assert.Equal(2, RulesCheck.Run(Path.Combine(_folder.FullName, packs), Path.Combine(_folder.FullName, cases), _output, _error));
        Assert.NotEmpty(_error.ToString());
    }

    [Fact]
    public void The_cases_may_lie_beside_the_packs() => Assert.Equal(0, Run("[]"));

    private int Run(string cases)
    {
        Write("cases.json", cases);
        return RulesCheck.Run(_folder.FullName, Path.Combine(_folder.FullName, "cases.json"), _output, _error);
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder.FullName, name), text);
}
