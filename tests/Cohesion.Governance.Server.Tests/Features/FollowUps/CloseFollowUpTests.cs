using Cohesion.Governance.Domain.FollowUps;
using Cohesion.Governance.Server.Features.FollowUps.CloseFollowUp;
using Cohesion.Governance.Server.Features.FollowUps.ConfirmFollowUp;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.FollowUps;

public sealed class CloseFollowUpTests
{
    private static async Task<Guid> Kept(Promise p, int resolution = 0)
    {
        var id = await p.Evidenced(resolution: resolution);
        await p.App.Send(p.Town.TenantA, new ConfirmFollowUpCommand(id, true));
        await p.App.Send(p.Town.TenantB, new ConfirmFollowUpCommand(id, true));
        return id;
    }

    [Fact]
    public async Task It_ends_as_kept_and_so_does_its_resolution()
    {
        await using var p = await Promise.Resolved();
        var id = await Kept(p);

        await p.App.SendAsProcess(new CloseFollowUpCommand(id));

        var action = await p.Action(id);
        Assert.Equal((FollowUpStage.Kept, (DateTimeOffset?)p.Now), (action.Stage, action.KeptAt));
        Assert.Equal(p.Now, await p.App.Db(db => db.Resolutions.Where(r => r.Id == p.Resolutions[0]).Select(r => r.KeptAt).SingleAsync()));
        Assert.Equal(["followup.kept"], await p.Told(p.Town.Property));
        Assert.Empty(await p.Signalled(p.ProposalId));
    }

    [Fact]
    public async Task Two_last_actions_closed_at_once_settle_the_proposal_once()
    {
        await using var p = await Promise.Resolved();
        Guid[] last = [await Kept(p), await Kept(p, resolution: 1)];

        await Task.WhenAll(last.Select(id => p.App.SendAsProcess(new CloseFollowUpCommand(id))));

        Assert.Equal(["followups.settled"], await p.Signalled(p.ProposalId));
    }

    [Fact]
    public async Task Sent_twice_it_ends_once()
    {
        await using var p = await Promise.Resolved();
        var id = await Kept(p);
        await p.App.SendAsProcess(new CloseFollowUpCommand(id));
        p.App.Clock.Advance(TimeSpan.FromDays(1));
        await p.App.SendAsProcess(new CloseFollowUpCommand(id));

        Assert.Equal(GovernanceApp.Begin, (await p.Action(id)).KeptAt);
        Assert.Equal(["followup.kept"], await p.Told(p.Town.Property));
    }

    [Fact]
    public async Task What_nobody_found_kept_does_not_end()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Evidenced();
        await p.App.SendAsProcess(new CloseFollowUpCommand(id));
        Assert.Equal(FollowUpStage.Evidenced, (await p.Action(id)).Stage);
    }

    [Fact]
    public async Task Is_not_for_people()
    {
        await using var p = await Promise.Resolved();
        await p.IsNotForPeople(new CloseFollowUpCommand(await Kept(p)));
    }
}
