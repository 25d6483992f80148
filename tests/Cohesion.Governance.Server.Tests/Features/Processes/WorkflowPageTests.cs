using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Processes;
using Cohesion.Governance.Server.Features.Processes.WorkflowPage;
using Cohesion.Governance.Server.Tests.Harness;
using Cohesion.Governance.Workflows.Maps;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Processes;

public sealed class WorkflowPageTests
{
    [Fact]
    public async Task The_map_says_how_many_of_the_councils_processes_wait_at_each_step()
    {
        await using var proposal = await ProposalCase.Raise();
        await ProposalCase.Raise(proposal.App, proposal.Town);
        await proposal.App.RunProcesses();

        var page = (await proposal.Send(proposal.Town.Secretary, new WorkflowPageQuery(proposal.Town.CouncilId, "proposal"))).Value;

        Assert.Equal(("screening", 2), page.Steps.Where(s => s.Running > 0).Select(s => (s.Id, s.Running)).Single());
        Assert.Equal((2, 0, 0), (page.Shown.Running, page.Shown.Faulted, page.Shown.Ended));
        Assert.Contains(page.Ways, w => w is { From: "screening", To: "consultation" });
        Assert.Null(page.Compared);
    }

    [Fact]
    public async Task A_step_at_which_a_process_is_stuck_says_so()
    {
        var (app, town, instance) = await FaultedProcess.Start();
        await using var _ = app;

        var page = (await app.Send(town.Convenor, new WorkflowPageQuery(town.CouncilId, instance[..instance.IndexOf(':', StringComparison.Ordinal)]))).Value;

        Assert.Equal(("fail", 0, 1), page.Steps.Where(s => s.Running + s.Faulted > 0).Select(s => (s.Id, s.Running, s.Faulted)).Single());
    }

    [Fact]
    public async Task Two_versions_are_compared_step_by_step_and_each_counts_its_own_processes()
    {
        var files = TestWorkflows.Write(TestWorkflows.WaitAndPause);
        await using var first = new GovernanceApp { WorkflowDirectory = files };
        var town = await Town.Found(first);
        var old = (await first.Send(town.Secretary, new WorkflowPageQuery(town.CouncilId, "proposal"))).Value.Shown.Hash;

        // The wait for the event goes, a shorter pause begins, and another step comes before the end.
        TestWorkflows.Rewrite(files, "proposal", """
            { "id": "ID-v2", "definitionId": "ID", "name": "ID", "version": 2, "isLatest": true, "isPublished": true,
              "variables": [ {"id": "v-pause", "name": "Pause", "typeName": "String", "isArray": false, "value": "P30D",
                "storageDriverTypeName": "Elsa.Workflows.WorkflowInstanceStorageDriver, Elsa.Workflows.Core"} ],
              "inputs": [], "outputs": [], "outcomes": [], "customProperties": {},
              "root": { "id": "flow", "type": "Elsa.Flowchart", "version": 1, "variables": [],
                "activities": [
                  { "id": "pause", "type": "Elsa.Delay", "version": 1, "timeSpan": {"typeName": "TimeSpan", "expression": {"type": "Variable", "value": {"id": "v-pause", "name": "Pause", "typeName": "String"}}} },
                  { "id": "more", "type": "Elsa.Delay", "version": 1, "timeSpan": {"typeName": "TimeSpan", "expression": {"type": "Literal", "value": "P1D"}} },
                  { "id": "end", "type": "Elsa.Finish", "version": 1, "metadata": {"designer": {"position": {"x": 400, "y": 0}}} } ],
                "connections": [
                  {"source": {"activity": "pause", "port": "Done"}, "target": {"activity": "more", "port": "In"}},
                  {"source": {"activity": "more", "port": "Done"}, "target": {"activity": "end", "port": "In"}} ] } }
            """);
        await using var second = first.Restart();

        var page = (await second.Send(town.Secretary, new WorkflowPageQuery(town.CouncilId, "proposal", Against: old))).Value;

        Assert.Equal(2, page.Versions.Count);
        Assert.True(page.Versions[0].IsCurrent);
        Assert.Equal(
            [("pause", StepChangeKind.Changed, "ways"), ("more", StepChangeKind.Added, ""), ("go", StepChangeKind.Gone, "")],
            page.Compared!.Changes.Select(c => (c.Id, c.Kind, string.Join(',', c.What))));
        Assert.Equal([new VariableChange("Pause", "P40D", "P30D")], page.Compared.Variables);
        Assert.Equal(StepChangeKind.Gone, page.Compared.Steps.Single(s => s.Id == "go").Change);
        Assert.Equal(old, (await second.Send(town.Secretary, new WorkflowPageQuery(town.CouncilId, "proposal", Version: old))).Value.Shown.Hash);

        using var visitor = await Visitor.SignedIn(second, town.Secretary);
        var shown = await visitor.Get($"/councils/{town.CouncilId}/workflows/proposal?against={old}");
        Assert.NotNull(shown.Document.QuerySelector(".map .added"));
        Assert.NotNull(shown.Document.QuerySelector(".map .gone"));
        Assert.Contains("40 days → 30 days", shown.Words, StringComparison.Ordinal);
        Directory.Delete(files, recursive: true);
    }

    [Fact]
    public async Task A_version_compared_with_itself_differs_in_nothing()
    {
        await using var proposal = await ProposalCase.Raise();
        var query = new WorkflowPageQuery(proposal.Town.CouncilId, "proposal");
        var hash = (await proposal.Send(proposal.Town.Secretary, query)).Value.Shown.Hash;

        var compared = (await proposal.Send(proposal.Town.Secretary, query with { Against = hash })).Value.Compared!;

        Assert.Empty(compared.Changes);
        Assert.Empty(compared.Variables);
    }

    [Fact]
    public async Task Workflows_and_versions_that_are_none_are_not_found()
    {
        await using var proposal = await ProposalCase.Raise();
        var query = new WorkflowPageQuery(proposal.Town.CouncilId, "proposal");

        Assert.IsType<WorkflowVersionUnknown>((await proposal.Send(proposal.Town.Secretary, query with { DefinitionId = "lunch" })).Refusal);
        Assert.IsType<WorkflowVersionUnknown>((await proposal.Send(proposal.Town.Secretary, query with { Version = "0" })).Refusal);
        Assert.IsType<WorkflowVersionUnknown>((await proposal.Send(proposal.Town.Secretary, query with { Against = "0" })).Refusal);
    }

    [Fact]
    public async Task Only_secretary_convenor_and_administrator_may()
    {
        await using var proposal = await ProposalCase.Raise();
        var query = new WorkflowPageQuery(proposal.Town.CouncilId, "vote");

        Assert.Null((await proposal.Send(proposal.Town.Administrator, query)).Refusal);
        Assert.IsType<OfficeNeeded>((await proposal.Send(proposal.Town.Observer, query)).Refusal);
        Assert.IsType<NotFound>((await proposal.Send(proposal.Town.Outsider, query)).Refusal);
        Assert.IsType<SignInNeeded>((await proposal.Send(null, query)).Refusal);
    }

    [Fact]
    public async Task The_secretary_sets_a_period_on_the_page()
    {
        await using var proposal = await ProposalCase.Raise();
        using var visitor = await Visitor.SignedIn(proposal.App, proposal.Town.Secretary);
        var path = $"/councils/{proposal.Town.CouncilId}/workflows/proposal";
        var page = await visitor.Get(path);

        var answer = await visitor.Submit(page.Document.Forms.Single(f => f.GetAttribute("action") == "/do/SetWorkflowVariable"), ("variable", "PostingWindow"), ("value", "P10D"));

        Assert.Equal(path + "#periods", answer.Location);
        var row = (await visitor.Get(path)).Document.QuerySelectorAll("#periods li").Single(li => li.TextContent.StartsWith("Posting", StringComparison.Ordinal));
        Assert.Equal(("usually 7 days", "10 days"), (row.QuerySelector("small")!.TextContent, row.QuerySelector(".num")!.TextContent));
        Assert.Contains("only version", page.Words, StringComparison.Ordinal);
    }
}
