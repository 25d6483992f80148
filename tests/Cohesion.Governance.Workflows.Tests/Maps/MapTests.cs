using System.Text.Json.Nodes;
using Cohesion.Governance.Workflows.Engine;
using Cohesion.Governance.Workflows.Maps;
using Cohesion.Governance.Workflows.Running;
using Cohesion.Governance.Workflows.Tests.Support;
using Xunit;
using static Cohesion.Governance.Workflows.Tests.Support.Flow;

namespace Cohesion.Governance.Workflows.Tests.Maps;

public sealed class MapTests
{
    private static JsonObject At(double x, double y) => new()
    {
        ["displayText"] = "Step",
        ["displayTextZh"] = "步骤",
        ["designer"] = new JsonObject { ["position"] = new JsonObject { ["x"] = x, ["y"] = y } },
    };

    private static Flow Vote() => new Flow("f")
        .Add("talk", "Elsa.Delay", ("timeSpan", Literal("P7D")))
        .Add("vote", "Governance.OpenVote", ("proposalId", Literal("p")))
        .Add("again", "Elsa.FlowDecision", ("condition", Js("true"))).Add("post", "Governance.Post").Add("end", "Elsa.Finish")
        .Path("talk", "vote:Adopted", "post", "end").Path("vote:Rejected", "again:True", "talk").Path("again:False", "end").Root("start", "talk");

    private static Driver Run() => new(Vote().Read())
    {
        Host = call => call.Type is "Governance.Post" ? ActivityResult.Complete()
            : call.Resumption is null ? ActivityResult.WaitFor(call.Now.AddDays(3), new EventKey("D", "p"))
            : ActivityResult.Complete("Rejected"),
    };

    [Fact]
    public void Shows_what_is_done_where_it_is_and_what_may_come_next()
    {
        var run = Run().Start().After(TimeSpan.FromDays(7));
        var map = WorkflowMap.Of(Vote().Read(), ProcessView.Of(run.State));
        MapNode Node(string id) => map.Nodes.Single(node => node.Id == id);

        Assert.Equal((MapState.Done, MapState.Here, MapState.Untouched), (Node("talk").State, Node("vote").State, Node("end").State));
        Assert.Equal(Driver.Begin.AddDays(10), Node("vote").DueAt);
        // Beyond the decision, which takes no time: back to talking, or the end.
        Assert.Equal(["again", "end", "post", "talk"], map.Nodes.Where(node => node.MayComeNext).Select(node => node.Id).Order(StringComparer.Ordinal));
        Assert.True(map.Edges.Single(edge => edge.From is "talk").Taken);
        Assert.False(map.Edges.Single(edge => edge is { From: "vote", Port: "Adopted" }).Taken);
    }

    [Fact]
    public void Counts_rounds_and_marks_the_way_last_taken()
    {
        var run = Run().Start().After(TimeSpan.FromDays(7)).After(TimeSpan.FromDays(3));
        var map = WorkflowMap.Of(Vote().Read(), ProcessView.Of(run.State));

        Assert.Equal((MapState.Here, 2), (map.Nodes[0].State, map.Nodes[0].Visit!.Times));
        Assert.True(map.Edges.Single(edge => edge is { From: "vote", Port: "Rejected" }).Taken);
        Assert.True(map.Edges.Single(edge => edge is { From: "again", To: "talk" }).Backward);
        Assert.Equal("是", map.Edges.Single(edge => edge is { From: "again", To: "talk" }).Label!.Zh);
    }

    [Fact]
    public void Shows_what_is_stuck_and_what_was_cancelled()
    {
        var flow = new Flow("f")
            .Add("fork", "Elsa.FlowFork", ("branches", Literal(new JsonArray("A", "B")))).Add("a", "Elsa.Delay", ("timeSpan", Literal("P1D"))).Add("b", "Elsa.Delay", ("timeSpan", Literal("P2D")))
            .Add("join", "Elsa.FlowJoin", ("mode", Literal("WaitAny"))).Add("post", "Governance.Post").Add("end", "Elsa.Finish")
            .Path("fork:A", "a", "join", "post", "end").Path("fork:B", "b", "join");
        var run = new Driver(flow.Read()) { Host = _ => ActivityResult.Fault("x", new("x", "x")) }.Start().After(TimeSpan.FromDays(1));
        var map = WorkflowMap.Of(flow.Read(), ProcessView.Of(run.State));

        Assert.Equal((MapState.Faulted, "x"), (map.Nodes.Single(node => node.Id is "post").State, map.Nodes.Single(node => node.Id is "post").Fault!.Code));
        Assert.Equal(MapState.Cancelled, map.Nodes.Single(node => node.Id is "b").State);
        Assert.Equal([MapShape.Fork, MapShape.Wait, MapShape.Wait, MapShape.Join, MapShape.Activity, MapShape.End], map.Nodes.Select(node => node.Shape));
        Assert.True(map.Edges.Single(edge => edge is { From: "fork", Port: "B" }).Taken);
    }

    [Fact]
    public void Stands_where_the_designer_put_it_with_a_margin_and_its_chinese_name()
    {
        var map = WorkflowMap.Of(new Flow("f").Add("a", "Governance.Post", ("metadata", At(-100, 300))).Add("end", "Elsa.Finish", ("metadata", At(140, 250))).Path("a", "end").Read());

        Assert.Equal((20, 70), (map.Nodes[0].X, map.Nodes[0].Y));
        Assert.Equal((260, 20), (map.Nodes[1].X, map.Nodes[1].Y));
        Assert.Equal((420, 140), (map.Width, map.Height));
        Assert.Equal("步骤", map.Nodes[0].DisplayName.Zh);
    }

    [Fact]
    public void Lays_itself_out_without_overlaps_when_nobody_drew_it()
    {
        var map = WorkflowMap.Of(Vote().Read());

        foreach (var (a, b) in map.Nodes.SelectMany(a => map.Nodes.Where(b => !ReferenceEquals(a, b)).Select(b => (a, b))))
            Assert.False(a.X < b.X + b.Width && b.X < a.X + a.Width && a.Y < b.Y + b.Height && b.Y < a.Y + a.Height);
        Assert.All(map.Edges.Where(edge => !edge.Backward), edge =>
            Assert.True(map.Nodes.Single(node => node.Id == edge.From).X < map.Nodes.Single(node => node.Id == edge.To).X));
    }

    [Fact]
    public void Refuses_a_process_of_another_version() =>
        Assert.Throws<ArgumentException>(() => WorkflowMap.Of(new Flow("f").Add("end", "Elsa.Finish").Read(), ProcessView.Of(Run().Start().State)));

    [Fact]
    public void Is_readable_as_text()
    {
        var run = Run().Start().After(TimeSpan.FromDays(7));
        var text = MapText.Render(WorkflowMap.Of(Vote().Read(), ProcessView.Of(run.State)));

        Assert.Equal("""
              ✓ talk   talk (Elsa.Delay)
                       → vote
              ▶ vote   vote (Governance.OpenVote) ⏲ 2026-03-11 01:00Z
                       → post  [adopted]
                       → again  [rejected]
                again  again (Elsa.FlowDecision)
                       ↺ talk  [yes]
                       → end  [no]
                post   post (Governance.Post)
                       → end
                end    end (Elsa.Finish) ∎

            """, text, ignoreLineEndingDifferences: true);
        Assert.Contains("[通过]", MapText.Render(WorkflowMap.Of(Vote().Read()), "zh-Hans"), StringComparison.Ordinal);
    }
}
