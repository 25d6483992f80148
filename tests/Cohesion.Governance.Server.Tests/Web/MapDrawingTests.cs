using Cohesion.Governance.Server.Tests.Harness;
using Cohesion.Governance.Server.Web.Maps;
using Cohesion.Governance.Workflows.Maps;
using Cohesion.Governance.Workflows.Running;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using DrawnEdge = Cohesion.Governance.Server.Web.Maps.MapEdge;
using DrawnNode = Cohesion.Governance.Server.Web.Maps.MapNode;
using DrawnState = Cohesion.Governance.Server.Web.Maps.MapState;

namespace Cohesion.Governance.Server.Tests.Web;

/// <summary>The maps of the product's own processes can be read: ways go round boxes, labels lie on no box and no other label.</summary>
public sealed class MapDrawingTests
{
    [Theory]
    [InlineData("proposal")]
    [InlineData("meeting")]
    [InlineData("vote")]
    [InlineData("follow-up")]
    public async Task Ways_go_round_boxes_and_labels_lie_free(string definition)
    {
        await using var app = new GovernanceApp();
        var map = WorkflowMap.Of(app.Services.GetRequiredService<WorkflowLibrary>().Find(definition)!);
        foreach (var chinese in new[] { true, false })
        {
            string Say(Workflows.BilingualText text) => chinese ? text.Zh : text.En;
            var model = new MapModel(
                [.. map.Nodes.Select(n => new DrawnNode(n.Id, Say(n.DisplayName), n.X, n.Y, DrawnState.ToCome))],
                [.. map.Edges.Select(e => new DrawnEdge(e.From, e.To, e.Label is null ? null : Say(e.Label)))]).Joined();

            var drawing = MapDrawing.Of(model);

            Assert.Equal(model.Edges.Count, drawing.Ways.Count);
            foreach (var (edge, way) in drawing.Ways)
            {
                var segments = way.Zip(way.Skip(1)).ToList();
                Assert.All(segments, s => Assert.True(s.First.X == s.Second.X || s.First.Y == s.Second.Y, $"{edge} is not straight"));
                Assert.All(
                    drawing.Boxes,
                    box => Assert.DoesNotContain(segments, s => Inside(box.Value, s.First, s.Second)));
            }

            var labels = drawing.Labels.Select(l => (l.Key.Label, Area: MapDrawing.AreaOf(l.Key, l.Value))).ToList();
            Assert.Equal(model.Edges.Count(e => e.Label is not null), labels.Count);
            Assert.All(labels, l => Assert.DoesNotContain(drawing.Boxes.Values, b => l.Area.Meets(b.Area)));
            Assert.All(labels, l => Assert.DoesNotContain(labels, other => other != l && l.Area.Meets(other.Area)));
        }
    }

    [Fact]
    public void A_way_back_goes_round_what_lies_between()
    {
        var model = new MapModel(
            [new("a", "A", 0, 0, DrawnState.Done), new("b", "B", 240, 0, DrawnState.Here), new("c", "C", 480, 0, DrawnState.ToCome)],
            [new("a", "b"), new("b", "c"), new("c", "a", "again")]);

        var way = MapDrawing.Of(model).Ways[new DrawnEdge("c", "a", "again")];

        var middle = MapDrawing.Of(model).Boxes["b"];
        Assert.DoesNotContain(way.Zip(way.Skip(1)), s => Inside(middle, s.First, s.Second));
        Assert.True(way.Count >= 4, "It must turn to get back.");
    }

    [Fact]
    public void Labels_break_between_words_in_English_and_anywhere_in_Chinese()
    {
        Assert.Equal(["Ask those who", "asked whether it", "is done"], MapDrawing.Lines("Ask those who asked whether it is done"));
        Assert.Equal(["一二三四五六七八九十", "甲乙丙"], MapDrawing.Lines("一二三四五六七八九十甲乙丙"));
    }

    private static bool Inside(MapBox box, MapPoint a, MapPoint b) =>
        Math.Max(a.X, b.X) > box.Left && Math.Min(a.X, b.X) < box.Right && Math.Max(a.Y, b.Y) > box.Top && Math.Min(a.Y, b.Y) < box.Bottom;
}
