using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.FollowUps;
using Cohesion.Governance.Server.Features.FollowUps.EndConfirmation;
using Cohesion.Governance.Server.Features.FollowUps.RuleOnFollowUp;
using Cohesion.Governance.Server.Features.FollowUps.SubmitEvidence;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Tests.Harness;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.FollowUps;

public sealed class RuleOnFollowUpTests
{
    private static RuleOnFollowUpCommand Command(Guid id, bool kept = true) => new(id, kept, "Seen on the spot");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_secretary_decides_where_nobody_confirmed(bool kept)
    {
        await using var p = await Promise.Resolved();
        var id = await p.LeftToRuling();

        Assert.Null((await p.App.Send(p.Town.Secretary, Command(id, kept))).Refusal);

        Assert.Equal(kept, (await p.Action(id)).FoundKept);
        Assert.Equal("followup.ruled", (await p.Signalled(id))[^1]);
    }

    [Fact]
    public async Task Refuses_a_second_decision()
    {
        await using var p = await Promise.Resolved();
        var id = await p.LeftToRuling();
        await p.App.Send(p.Town.Secretary, Command(id));

        Assert.IsType<NotForRuling>((await p.App.Send(p.Town.PartyCommittee, Command(id, kept: false))).Refusal);
        Assert.Single(await p.Signalled(id), "followup.ruled");
    }

    [Fact]
    public async Task Of_two_decisions_at_once_one_counts()
    {
        await using var p = await Promise.Resolved();
        var id = await p.LeftToRuling();

        var outcomes = await Task.WhenAll(p.App.Send(p.Town.Secretary, Command(id)), p.App.Send(p.Town.PartyCommittee, Command(id, kept: false)));

        Assert.Single(outcomes, o => o.IsGranted);
        Assert.Single(outcomes, o => o.Refusal is NotForRuling);
    }

    [Fact]
    public async Task Refuses_while_those_who_asked_may_still_speak()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Evidenced();
        Assert.IsType<NotForRuling>((await p.App.Send(p.Town.Secretary, Command(id))).Refusal);
    }

    [Fact]
    public async Task Refuses_whoever_made_the_promise_himself()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Assign(owner: p.Town.Secretary);
        await p.App.Send(p.Town.Secretary, new SubmitEvidenceCommand(id, "Done"));
        await p.App.SendAsProcess(new EndConfirmationCommand(id));

        Assert.IsType<OwnPromise>((await p.App.Send(p.Town.Secretary, Command(id))).Refusal);
        Assert.Null((await p.App.Send(p.Town.PartyCommittee, Command(id))).Refusal);
    }

    [Fact]
    public async Task Refuses_without_a_note()
    {
        await using var p = await Promise.Resolved();
        var id = await p.LeftToRuling();
        Assert.IsType<InvalidRequest>((await p.App.Send(p.Town.Secretary, Command(id) with { Note = "" })).Refusal);
    }

    [Fact]
    public async Task Is_for_the_secretary_the_party_committee_and_the_convenor()
    {
        await using var p = await Promise.Resolved();
        var id = await p.LeftToRuling();
        await p.IsNotFor(Command(id), p.Town.Property, p.Town.TenantA, p.Town.VisitingWorker, p.Town.Observer);
        Assert.Null((await p.App.Send(p.Town.Convenor, Command(id))).Refusal);
    }
}
