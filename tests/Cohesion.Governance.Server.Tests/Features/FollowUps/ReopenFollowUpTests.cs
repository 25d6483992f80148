using Cohesion.Governance.Domain.FollowUps;
using Cohesion.Governance.Server.Features.FollowUps.ConfirmFollowUp;
using Cohesion.Governance.Server.Features.FollowUps.ReopenFollowUp;
using Cohesion.Governance.Server.Tests.Harness;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.FollowUps;

public sealed class ReopenFollowUpTests
{
    private static readonly TimeSpan Grace = TimeSpan.FromDays(7);

    private static async Task<Guid> NotKept(Promise p, int days)
    {
        var id = await p.Evidenced(days);
        await p.App.Send(p.Town.TenantA, new ConfirmFollowUpCommand(id, false, "It stands still"));
        return id;
    }

    [Fact]
    public async Task It_goes_back_to_its_owner_and_counts_as_reopened()
    {
        await using var p = await Promise.Resolved();
        var id = await NotKept(p, days: 30);

        await p.App.SendAsProcess(new ReopenFollowUpCommand(id, Grace));

        var action = await p.Action(id);
        Assert.Equal((FollowUpStage.Accepted, 1, (bool?)null, GovernanceApp.Begin.AddDays(30)), (action.Stage, action.Reopened, action.FoundKept, action.DueAt));
        Assert.Equal(["followup.returned"], await p.Told(p.Town.Property));
    }

    [Fact]
    public async Task The_owner_has_some_time_to_put_it_right()
    {
        await using var p = await Promise.Resolved();
        var id = await NotKept(p, days: 2);

        await p.App.SendAsProcess(new ReopenFollowUpCommand(id, Grace));

        Assert.Equal(p.Now + Grace, (await p.Action(id)).DueAt);
    }

    [Fact]
    public async Task Sent_twice_it_is_reopened_once()
    {
        await using var p = await Promise.Resolved();
        var id = await NotKept(p, days: 30);
        await Task.WhenAll(p.App.SendAsProcess(new ReopenFollowUpCommand(id, Grace)), p.App.SendAsProcess(new ReopenFollowUpCommand(id, Grace)));
        Assert.Equal(1, (await p.Action(id)).Reopened);
        Assert.Equal(["followup.returned"], await p.Told(p.Town.Property));
    }

    [Fact]
    public async Task What_was_not_found_wanting_stays_as_it_is()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Evidenced();
        await p.App.SendAsProcess(new ReopenFollowUpCommand(id, Grace));
        Assert.Equal(FollowUpStage.Evidenced, (await p.Action(id)).Stage);
    }

    [Fact]
    public async Task Is_not_for_people()
    {
        await using var p = await Promise.Resolved();
        await p.IsNotForPeople(new ReopenFollowUpCommand(await NotKept(p, 30), Grace));
    }
}
