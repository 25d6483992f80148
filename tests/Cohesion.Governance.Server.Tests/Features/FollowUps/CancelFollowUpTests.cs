using Cohesion.Governance.Domain.FollowUps;
using Cohesion.Governance.Server.Features.FollowUps.CancelFollowUp;
using Cohesion.Governance.Server.Features.FollowUps.CloseFollowUp;
using Cohesion.Governance.Server.Features.FollowUps.RuleOnFollowUp;
using Cohesion.Governance.Server.Features.FollowUps.SubmitEvidence;
using Cohesion.Governance.Server.Features.Resolutions.DeclareNoActionNeeded;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.FollowUps;

public sealed class CancelFollowUpTests
{
    private static CancelFollowUpCommand Command(Guid id) => new(id, "The firm moved out");

    [Fact]
    public async Task It_is_given_up_and_its_owner_is_told_why()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Accepted();

        Assert.Null((await p.App.Send(p.Town.Secretary, Command(id))).Refusal);

        Assert.Equal(FollowUpStage.Cancelled, (await p.Action(id)).Stage);
        Assert.Equal(["followup.answered", "followup.cancelled"], await p.Signalled(id));
        var notice = await p.App.Db(db => db.Notifications.SingleAsync(n => n.PersonId == p.Town.Property && n.Kind == "followup.cancelled"));
        Assert.Contains("The firm moved out", notice.Text.En, StringComparison.Ordinal);
        Assert.Contains("The firm moved out", notice.Text.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_resolution_whose_only_action_was_cancelled_is_not_settled_by_that()
    {
        await using var p = await Promise.Resolved();
        await p.App.Send(p.Town.Secretary, new DeclareNoActionNeededCommand(p.Resolutions[1], "It is there"));
        var id = await p.Accepted();

        await p.App.Send(p.Town.Secretary, Command(id));

        Assert.Empty(await p.Signalled(p.ProposalId));
    }

    [Fact]
    public async Task The_last_open_action_beside_a_kept_one_settles_the_proposal()
    {
        await using var p = await Promise.Resolved();
        await p.App.Send(p.Town.Secretary, new DeclareNoActionNeededCommand(p.Resolutions[1], "It is there"));
        var kept = await p.LeftToRuling();
        var other = await p.Assign(title: "Paint it");
        await p.App.Send(p.Town.Secretary, new RuleOnFollowUpCommand(kept, true, "Seen"));
        await p.App.SendAsProcess(new CloseFollowUpCommand(kept));
        Assert.Empty(await p.Signalled(p.ProposalId));

        await p.App.Send(p.Town.Secretary, Command(other));

        Assert.Equal(["followups.settled"], await p.Signalled(p.ProposalId));
    }

    [Fact]
    public async Task Sent_twice_it_happens_once()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Assign();
        await p.App.Send(p.Town.Secretary, Command(id));

        Assert.IsType<FollowUpNotOpen>((await p.App.Send(p.Town.Secretary, Command(id))).Refusal);
        Assert.Equal(["followup.cancelled"], await p.Signalled(id));
    }

    [Fact]
    public async Task Of_cancelling_and_evidence_at_once_one_counts()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Accepted();

        var cancelled = p.App.Send(p.Town.Secretary, Command(id));
        var evidenced = p.App.Send(p.Town.Property, new SubmitEvidenceCommand(id, "It runs"));
        await Task.WhenAll(cancelled, evidenced);

        Assert.NotEqual((await cancelled).IsGranted, (await evidenced).IsGranted);
        Assert.Equal((await cancelled).IsGranted ? FollowUpStage.Cancelled : FollowUpStage.Evidenced, (await p.Action(id)).Stage);
    }

    [Fact]
    public async Task Refuses_while_evidence_is_being_checked()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Evidenced();
        Assert.IsType<EvidenceUnderReview>((await p.App.Send(p.Town.Secretary, Command(id))).Refusal);
    }

    [Fact]
    public async Task Refuses_without_a_reason()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Accepted();
        Assert.IsType<InvalidRequest>((await p.App.Send(p.Town.Secretary, Command(id) with { Reason = "" })).Refusal);
    }

    [Fact]
    public async Task Is_for_the_secretary_and_the_party_committee()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Accepted();
        await p.IsNotFor(Command(id), p.Town.Property, p.Town.TenantA, p.Town.Auditor);
        Assert.Null((await p.App.Send(p.Town.PartyCommittee, Command(id))).Refusal);
    }
}
