using Cohesion.Governance.Domain.FollowUps;
using Cohesion.Governance.Server.Features.Resolutions.ListResolutions;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Tests.Harness;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Resolutions;

public sealed class ListResolutionsTests
{
    [Fact]
    public async Task The_latest_come_first_with_where_their_actions_stand()
    {
        await using var p = await Promise.Resolved();
        await p.Accepted(days: 1);
        p.App.Clock.Advance(TimeSpan.FromDays(2));

        var page = (await p.App.Send(p.Town.Observer, new ListResolutionsQuery(p.Town.CouncilId))).Value;

        Assert.Equal([2, 1], page.Items.Select(r => r.Number));
        Assert.Null(page.Next);
        Assert.Empty(page.Items[0].Actions);
        var action = Assert.Single(page.Items[1].Actions);
        Assert.Equal(("Order the elevator", FollowUpStage.Accepted, true), (action.Title, action.Stage, action.Overdue));
        Assert.Equal("Manager Zhou", action.Owner.En);
    }

    [Fact]
    public async Task Goes_on_where_the_page_before_ended()
    {
        await using var p = await Promise.Resolved();

        var first = (await p.App.Send(p.Town.Observer, new ListResolutionsQuery(p.Town.CouncilId, Size: 1))).Value;
        var second = (await p.App.Send(p.Town.Observer, new ListResolutionsQuery(p.Town.CouncilId, After: 2, Size: 1))).Value;

        Assert.Equal((2, "2"), (Assert.Single(first.Items).Number, first.Next));
        Assert.Equal((1, null), (Assert.Single(second.Items).Number, second.Next));
    }

    [Fact]
    public async Task Shows_those_of_one_proposal_where_asked()
    {
        await using var p = await Promise.Resolved();
        Assert.Equal(2, (await p.App.Send(p.Town.Observer, new ListResolutionsQuery(p.Town.CouncilId, p.ProposalId))).Value.Items.Count);
        Assert.Empty((await p.App.Send(p.Town.Observer, new ListResolutionsQuery(p.Town.CouncilId, p.Town.CouncilId))).Value.Items);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(201)]
    public async Task Refuses_a_page_of_no_or_too_many_rows(int size)
    {
        await using var p = await Promise.Resolved();
        Assert.IsType<InvalidRequest>((await p.App.Send(p.Town.Observer, new ListResolutionsQuery(p.Town.CouncilId, Size: size))).Refusal);
    }

    [Fact]
    public async Task Is_not_there_for_another_council()
    {
        await using var p = await Promise.Resolved();
        await p.IsNotForOutsiders(new ListResolutionsQuery(p.Town.CouncilId));
    }
}
