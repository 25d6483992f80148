using Cohesion.Governance.Server.Features.FollowUps.AskForReassignment;
using Cohesion.Governance.Server.Features.FollowUps.ReassignFollowUp;
using Cohesion.Governance.Server.Tests.Harness;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.FollowUps;

public sealed class AskForReassignmentTests
{
    private static readonly TimeSpan Again = TimeSpan.FromDays(3);

    [Fact]
    public async Task Whoever_hands_out_actions_is_asked_again_when_the_time_is_over()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Declined();

        // The owner's "no" has told them already.
        Assert.Equal(0, (await p.App.SendAsProcess(new AskForReassignmentCommand(id, Again))).Value);
        p.App.Clock.Advance(Again);
        Assert.Equal(2, (await p.App.SendAsProcess(new AskForReassignmentCommand(id, Again))).Value);
        Assert.Equal(0, (await p.App.SendAsProcess(new AskForReassignmentCommand(id, Again))).Value);

        Assert.Equal(["followup.declined", "followup.declined"], await p.Told(p.Town.Secretary));
    }

    [Fact]
    public async Task Nobody_is_asked_once_there_is_another_owner()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Declined();
        await p.App.SendAsProcess(new AskForReassignmentCommand(id, Again));
        await p.App.Send(p.Town.Secretary, new ReassignFollowUpCommand(id, p.Town.TenantC, "Knows the firm"));
        p.App.Clock.Advance(Again);

        Assert.Equal(0, (await p.App.SendAsProcess(new AskForReassignmentCommand(id, Again))).Value);
    }

    [Fact]
    public async Task Is_not_for_people()
    {
        await using var p = await Promise.Resolved();
        await p.IsNotForPeople(new AskForReassignmentCommand(await p.Declined(), Again));
    }
}
