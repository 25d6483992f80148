using Cohesion.Governance.Workflows.Expressions;
using Cohesion.Governance.Workflows.Maps;
using Cohesion.Governance.Workflows.Tests.Support;
using Xunit;
using static Cohesion.Governance.Workflows.Tests.Support.Flow;

namespace Cohesion.Governance.Workflows.Tests.Maps;

public sealed class MainCourseTests
{
    private static Flow Talk() => new Flow("f")
        .Var("Pause", value: "P2D")
        .Add("talk", "Elsa.Delay", ("timeSpan", Variable("Pause")))
        .Add("vote", "Governance.OpenVote", ("proposalId", Literal("p")))
        .Add("again", "Elsa.FlowDecision", ("condition", Js("true"))).Add("post", "Elsa.Delay", ("timeSpan", Literal("P7D"))).Add("end", "Elsa.Finish")
        .Path("talk", "vote:Adopted", "post", "end").Path("vote:Rejected", "again:True", "talk").Path("again:False", "end").Root("start", "talk");

    private static readonly Dictionary<string, string> None = [];

    [Fact]
    public void Follows_the_first_outcome_of_each_step_with_what_each_takes()
    {
        var course = MainCourse.Of(Talk().Read(), null, None);

        Assert.Equal(["talk", "vote", "post", "end"], course.Select(s => s.ActivityId));
        Assert.Equal([new Duration(0, TimeSpan.FromDays(2)), null, new Duration(0, TimeSpan.FromDays(7)), null], course.Select(s => s.Takes));
    }

    [Fact]
    public void Takes_other_values_of_variables_and_leaves_nonsense_alone()
    {
        Duration? Talks(string value) => MainCourse.Of(Talk().Read(), null, new Dictionary<string, string> { ["Pause"] = value })[0].Takes;

        Assert.Equal(new Duration(1, TimeSpan.Zero), Talks("P1M"));
        Assert.Equal(new Duration(0, TimeSpan.FromDays(2)), Talks("soon"));
    }

    [Fact]
    public void Begins_where_it_is_told_and_never_goes_round_a_loop()
    {
        Assert.Equal(["again", "talk", "vote", "post", "end"], MainCourse.Of(Talk().Read(), "again", None).Select(s => s.ActivityId));
        Assert.Empty(MainCourse.Of(Talk().Read(), "nowhere", None));
    }
}
