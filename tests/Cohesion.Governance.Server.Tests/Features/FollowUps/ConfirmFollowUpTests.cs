using Cohesion.Governance.Domain.FollowUps;
using Cohesion.Governance.Server.Features.FollowUps.ConfirmFollowUp;
using Cohesion.Governance.Server.Features.FollowUps.ReopenFollowUp;
using Cohesion.Governance.Server.Features.FollowUps.SubmitEvidence;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.FollowUps;

public sealed class ConfirmFollowUpTests
{
    [Fact]
    public async Task It_is_kept_when_everybody_who_asked_says_so()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Evidenced();

        Assert.Null((await p.App.Send(p.Town.TenantA, new ConfirmFollowUpCommand(id, true))).Refusal);
        Assert.Null((await p.Action(id)).FoundKept);

        Assert.Null((await p.App.Send(p.Town.TenantB, new ConfirmFollowUpCommand(id, true, "Rode it"))).Refusal);
        Assert.True((await p.Action(id)).FoundKept);
        Assert.Equal("followup.confirmed", (await p.Signalled(id))[^1]);
    }

    [Fact]
    public async Task One_no_returns_it()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Evidenced();

        Assert.Null((await p.App.Send(p.Town.TenantB, new ConfirmFollowUpCommand(id, false, "It stands still"))).Refusal);

        Assert.False((await p.Action(id)).FoundKept);
        Assert.Equal("followup.confirmed", (await p.Signalled(id))[^1]);
    }

    [Fact]
    public async Task Two_last_words_at_once_settle_it_once()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Evidenced();

        var outcomes = await Task.WhenAll(
            p.App.Send(p.Town.TenantA, new ConfirmFollowUpCommand(id, true)), p.App.Send(p.Town.TenantB, new ConfirmFollowUpCommand(id, true)));

        Assert.All(outcomes, o => Assert.Null(o.Refusal));
        Assert.True((await p.Action(id)).FoundKept);
        Assert.Single(await p.Signalled(id), "followup.confirmed");
    }

    [Fact]
    public async Task A_visiting_worker_enters_the_word_of_somebody_he_asked()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Evidenced();

        Assert.Null((await p.App.Send(p.Town.VisitingWorker, new ConfirmFollowUpCommand(id, true, "Asked at the door", p.Town.TenantA))).Refusal);

        var word = await p.App.Db(db => db.Confirmations.SingleAsync());
        Assert.Equal((p.Town.TenantA, p.Town.VisitingWorker), (word.ByPersonId, word.RecordedByPersonId));
    }

    [Fact]
    public async Task Refuses_the_word_of_somebody_else_from_whoever_has_no_office_for_it()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Evidenced();
        Assert.IsType<NotForOthers>((await p.App.Send(p.Town.TenantB, new ConfirmFollowUpCommand(id, true, "", p.Town.TenantA))).Refusal);
    }

    [Fact]
    public async Task Refuses_whoever_did_not_ask_and_the_owner_himself()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Evidenced();

        Assert.IsType<NotAmongThoseWhoAsked>((await p.App.Send(p.Town.TenantC, new ConfirmFollowUpCommand(id, true))).Refusal);
        Assert.IsType<NotAmongThoseWhoAsked>((await p.App.Send(p.Town.Property, new ConfirmFollowUpCommand(id, true))).Refusal);
        await p.IsNotForOutsiders(new ConfirmFollowUpCommand(id, true));
    }

    [Fact]
    public async Task Sent_twice_it_is_one_word()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Evidenced();
        await p.App.Send(p.Town.TenantA, new ConfirmFollowUpCommand(id, true));

        Assert.IsType<ConfirmedAlready>((await p.App.Send(p.Town.TenantA, new ConfirmFollowUpCommand(id, true))).Refusal);
        Assert.Equal(1, await p.App.Db(db => db.Confirmations.CountAsync()));
    }

    [Fact]
    public async Task Each_round_of_evidence_asks_for_a_word_of_its_own()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Evidenced();
        await p.App.Send(p.Town.TenantA, new ConfirmFollowUpCommand(id, false, "It stands still"));
        await p.App.SendAsProcess(new ReopenFollowUpCommand(id, TimeSpan.FromDays(7)));
        await p.App.Send(p.Town.Property, new SubmitEvidenceCommand(id, "It runs again"));

        Assert.Null((await p.App.Send(p.Town.TenantA, new ConfirmFollowUpCommand(id, true))).Refusal);
        Assert.Equal([0, 1], await p.App.Db(db => db.Confirmations.OrderBy(c => c.Round).Select(c => c.Round).ToListAsync()));
    }

    [Fact]
    public async Task Refuses_before_there_is_evidence_and_after_it_was_found()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Accepted();
        Assert.IsType<NothingToConfirm>((await p.App.Send(p.Town.TenantA, new ConfirmFollowUpCommand(id, true))).Refusal);

        var other = await p.Evidenced(resolution: 1);
        await p.App.Send(p.Town.TenantA, new ConfirmFollowUpCommand(other, false, "No"));
        Assert.IsType<NothingToConfirm>((await p.App.Send(p.Town.TenantB, new ConfirmFollowUpCommand(other, true))).Refusal);
    }

    [Fact]
    public async Task Refuses_a_no_without_saying_what_is_missing()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Evidenced();
        Assert.IsType<InvalidRequest>((await p.App.Send(p.Town.TenantA, new ConfirmFollowUpCommand(id, false))).Refusal);
    }
}
