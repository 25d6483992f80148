using Cohesion.Governance.Server.Commands;
using Cohesion.Governance.Workflows.Definitions;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Commands;

public sealed class WorkflowsCheckTests : IDisposable
{
    private const string Good = """
        { "definitionId": "f", "name": "F", "version": 1, "root": { "type": "Elsa.Flowchart",
          "activities": [
            { "id": "wait", "type": "Elsa.Delay", "timeSpan": { "expression": { "type": "Literal", "value": "P7D" } } },
            { "id": "end", "type": "Elsa.Finish" } ],
          "connections": [ { "source": { "activity": "wait", "port": "Done" }, "target": { "activity": "end" } } ] } }
        """;

    private readonly string directory = Directory.CreateTempSubdirectory("workflows-check").FullName;
    private readonly StringWriter output = new();
    private readonly StringWriter error = new();

    public void Dispose()
    {
        Directory.Delete(directory, recursive: true);
        output.Dispose();
        error.Dispose();
    }

    [Fact]
    public void Says_ok_and_draws_the_map_of_a_good_file()
    {
        File.WriteAllText(Path.Combine(directory, "f.json"), Good);

        Assert.Equal(0, Run());
        Assert.StartsWith("f.json: ok, 2 activities, version 1, ", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("→ end", output.ToString(), StringComparison.Ordinal);
        Assert.Empty(error.ToString());
    }

    [Fact]
    public void Prints_every_problem_of_every_file_in_both_languages()
    {
        File.WriteAllText(Path.Combine(directory, "f.json"), Good.Replace("P7D", "soon", StringComparison.Ordinal));
        File.WriteAllText(Path.Combine(directory, "g.json"), Good);

        Assert.Equal(1, Run());
        Assert.Contains("f.json: wait: bad-literal: timeSpan: \"soon\" is not a length of time", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("不是时长", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("g.json: file-name:", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Says_when_there_is_nothing_to_check()
    {
        Assert.Equal(2, Run());
        Assert.Equal(2, WorkflowsCheck.Run(Path.Combine(directory, "none"), ActivityCatalogue.Elsa, output, error));
    }

    private int Run() => WorkflowsCheck.Run(directory, ActivityCatalogue.Elsa, output, error);
}
