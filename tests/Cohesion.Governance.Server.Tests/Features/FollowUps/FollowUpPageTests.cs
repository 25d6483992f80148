using Cohesion.Governance.Domain.FollowUps;
using Cohesion.Governance.Domain.Resolutions;
using Cohesion.Governance.Server.Features.FollowUps.ConfirmFollowUp;
using Cohesion.Governance.Server.Features.FollowUps.EndConfirmation;
using Cohesion.Governance.Server.Features.FollowUps.FollowUpPage;
using Cohesion.Governance.Server.Features.FollowUps.RemindOwner;
using Cohesion.Governance.Server.Features.FollowUps.SubmitEvidence;
using Cohesion.Governance.Server.Tests.Harness;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.FollowUps;

public sealed class FollowUpPageTests
{
    private static async Task<FollowUpView> See(Promise p, Guid person, Guid id) => (await p.App.Send(person, new FollowUpPageQuery(id))).Value;

    [Fact]
    public async Task Shows_the_action_with_what_led_to_it_and_what_happened()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Accepted();
        await p.App.SendAsProcess(new RemindOwnerCommand(id));
        await p.App.Send(p.Town.Property, new SubmitEvidenceCommand(id, "It runs"));
        await p.App.Send(p.Town.VisitingWorker, new ConfirmFollowUpCommand(id, true, "Asked at the door", p.Town.TenantA));

        var view = await See(p, p.Town.Observer, id);

        Assert.Equal((1, "Order the elevator", FollowUpStage.Evidenced, "Manager Zhou"), (view.Number, view.Title, view.Stage, view.Owner.Name.En));
        Assert.Equal(("Freight elevator", 1, "A freight elevator"), (view.Resolution.Title, view.Resolution.ProposalNumber, view.Resolution.ProposalTitle));
        Assert.Equal("It runs", Assert.Single(view.Evidence).Text);
        Assert.Equal(0, Assert.Single(view.Chases).Level);
        Assert.Equal(
            [FollowUpChangeKind.Assigned, FollowUpChangeKind.Accepted, FollowUpChangeKind.Evidenced, FollowUpChangeKind.Confirmed],
            view.Changes.Select(c => c.Kind));
        var a = Assert.Single(view.Asked, x => x.PersonId == p.Town.TenantA);
        Assert.Equal((true, "Visitor He"), (a.Kept, a.RecordedBy?.En));
        Assert.Null(Assert.Single(view.Asked, x => x.PersonId == p.Town.TenantB).Kept);
    }

    [Fact]
    public async Task Says_what_the_reader_may_do_now()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Assign();
        Assert.True((await See(p, p.Town.Property, id)).May is { Answer: true, HandIn: true, Confirm: false, Cancel: false });
        Assert.True((await See(p, p.Town.Secretary, id)).May is { Answer: false, Reassign: true, Extend: true, Cancel: true });

        var other = await p.Evidenced(resolution: 1);
        Assert.True((await See(p, p.Town.TenantA, other)).May is { Confirm: true, Rule: false });
        Assert.True((await See(p, p.Town.TenantC, other)).May is { Confirm: false, HandIn: false });
        Assert.Equal(2, (await See(p, p.Town.VisitingWorker, other)).May.ConfirmFor.Count);

        await p.App.SendAsProcess(new EndConfirmationCommand(other));
        Assert.True((await See(p, p.Town.Secretary, other)).May is { Rule: true, Cancel: false });
        Assert.True((await See(p, p.Town.TenantA, other)).May is { Rule: false, Confirm: false });
    }

    [Fact]
    public async Task Is_not_there_for_another_council()
    {
        await using var p = await Promise.Resolved();
        await p.IsNotForOutsiders(new FollowUpPageQuery(await p.Assign()));
    }
}
