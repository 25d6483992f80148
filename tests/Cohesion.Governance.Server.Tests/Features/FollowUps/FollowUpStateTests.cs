using Cohesion.Governance.Domain.FollowUps;
using Cohesion.Governance.Server.Features.FollowUps.FollowUpState;
using Cohesion.Governance.Server.Tests.Harness;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.FollowUps;

public sealed class FollowUpStateTests
{
    [Fact]
    public async Task The_process_sees_where_the_action_stands()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Evidenced();

        var standing = (await p.App.SendAsProcess(new FollowUpStateQuery(id))).Value;

        Assert.Equal(new FollowUpStanding(FollowUpStage.Evidenced, p.Now.AddDays(10), p.Now.AddDays(7), null), standing);
    }

    [Fact]
    public async Task Is_not_for_people()
    {
        await using var p = await Promise.Resolved();
        await p.IsNotForPeople(new FollowUpStateQuery(await p.Assign()));
    }
}
