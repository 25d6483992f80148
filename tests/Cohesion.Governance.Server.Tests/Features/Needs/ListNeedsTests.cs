using Cohesion.Governance.Domain.Needs;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Needs.AnswerNeed;
using Cohesion.Governance.Server.Features.Needs.ListNeeds;
using Cohesion.Governance.Server.Features.Needs.RaiseNeed;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Tests.Harness;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Needs;

public sealed class ListNeedsTests
{
    [Fact]
    public async Task Newest_come_first_a_page_at_a_time_and_can_be_narrowed()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        foreach (var text in new[] { "one", "two", "three" })
        {
            await app.Send(town.TenantA, new RaiseNeedCommand(town.CouncilId, text));
        }

        var last = (await app.Send(town.TenantB, new RaiseNeedCommand(town.CouncilId, "four"))).Value;
        await app.Send(town.Secretary, new AnswerNeedCommand(last, "no"));

        var first = (await app.Send(town.Observer, new ListNeedsQuery(town.CouncilId, Size: 3))).Value;
        var second = (await app.Send(town.Observer, new ListNeedsQuery(town.CouncilId, After: 2, Size: 3))).Value;
        var answered = (await app.Send(town.Observer, new ListNeedsQuery(town.CouncilId, NeedStage.Answered))).Value;
        var mine = (await app.Send(town.TenantB, new ListNeedsQuery(town.CouncilId, Mine: true))).Value;

        Assert.Equal([4, 3, 2], first.Items.Select(n => n.Number));
        Assert.Equal("2", first.Next);
        Assert.Equal([1], second.Items.Select(n => n.Number));
        Assert.Null(second.Next);
        Assert.Equal(("four", "no", "Mr Qian"), (answered.Items.Single().Text, answered.Items.Single().Answer, answered.Items.Single().AskedBy.En));
        Assert.Equal([4], mine.Items.Select(n => n.Number));
    }

    [Fact]
    public async Task A_page_of_nothing_is_refused_and_an_outsider_sees_no_list()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;

        Assert.IsType<InvalidRequest>((await app.Send(town.TenantA, new ListNeedsQuery(town.CouncilId, Size: 0))).Refusal);
        Assert.IsType<NotFound>((await app.Send(town.Outsider, new ListNeedsQuery(town.CouncilId))).Refusal);
    }
}
