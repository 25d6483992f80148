using Cohesion.Governance.Server.Features.FollowUps.AskForConfirmation;
using Cohesion.Governance.Server.Features.FollowUps.SubmitEvidence;
using Cohesion.Governance.Server.Tests.Harness;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.FollowUps;

public sealed class AskForConfirmationTests
{
    private static readonly TimeSpan Window = TimeSpan.FromDays(7);

    [Fact]
    public async Task Everybody_who_asked_but_the_owner_is_asked_once()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Accepted();
        await p.App.Send(p.Town.Property, new SubmitEvidenceCommand(id, "It runs"));

        Assert.Equal(2, (await p.App.SendAsProcess(new AskForConfirmationCommand(id, Window))).Value);
        Assert.Equal(2, (await p.App.SendAsProcess(new AskForConfirmationCommand(id, Window))).Value);

        Assert.Equal(["followup.confirm"], await p.Told(p.Town.TenantA));
        Assert.Equal(["followup.confirm"], await p.Told(p.Town.TenantB));
        Assert.Empty(await p.Told(p.Town.Property));
        Assert.Equal(p.Now + Window, (await p.Action(id)).StageUntil);
    }

    [Fact]
    public async Task The_proposer_is_asked_where_somebody_else_owns_the_action()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Assign(owner: p.Town.TenantA);
        await p.App.Send(p.Town.TenantA, new SubmitEvidenceCommand(id, "It runs"));

        Assert.Equal(2, (await p.App.SendAsProcess(new AskForConfirmationCommand(id, Window))).Value);

        Assert.Equal(["followup.confirm"], await p.Told(p.Town.Property));
    }

    [Fact]
    public async Task Is_not_for_people()
    {
        await using var p = await Promise.Resolved();
        await p.IsNotForPeople(new AskForConfirmationCommand(await p.Evidenced(), Window));
    }
}
