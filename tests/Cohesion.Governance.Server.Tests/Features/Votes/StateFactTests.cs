using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Votes.CancelVote;
using Cohesion.Governance.Server.Features.Votes.StateFact;
using Cohesion.Governance.Server.Pipeline;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Votes;

public sealed class StateFactTests
{
    private const string Rule = "cn.civil-code.278.ordinary.silence-follows";

    [Fact]
    public async Task A_fact_is_stated_with_its_source_and_a_later_answer_takes_its_place()
    {
        await using var place = await VoteTown.Found(Rule);
        var voteId = await place.Open();
        await place.App.Send(place.Town.Secretary, new StateFactCommand(voteId, "ruleInBylaws", true, "Bylaws art. 12"));

        await place.App.Send(place.Town.Secretary, new StateFactCommand(voteId, "ruleInBylaws", false, "Bylaws as amended 2026"));

        var fact = await place.App.Db(db => db.VoteFacts.SingleAsync());
        Assert.Equal((false, "Bylaws as amended 2026", place.Town.Secretary), (fact.Holds, fact.Source, fact.StatedByPersonId));
    }

    [Fact]
    public async Task Two_at_once_leave_one_answer()
    {
        await using var place = await VoteTown.Found(Rule);
        var voteId = await place.Open();

        var both = await Task.WhenAll(
            place.App.Send(place.Town.Secretary, new StateFactCommand(voteId, "ruleInBylaws", true, "Art. 12")),
            place.App.Send(place.Town.Secretary, new StateFactCommand(voteId, "ruleInBylaws", true, "Art. 12")));

        Assert.All(both, o => Assert.True(o.IsGranted));
        Assert.Equal(1, await place.App.Db(db => db.VoteFacts.CountAsync()));
    }

    [Fact]
    public async Task A_fact_the_rule_does_not_ask_for_is_refused_with_those_it_asks_for()
    {
        await using var place = await VoteTown.Found(Rule);
        var voteId = await place.Open();

        var outcome = await place.App.Send(place.Town.Secretary, new StateFactCommand(voteId, "sunShines", true, "Window"));

        Assert.Equal(["ruleInBylaws", "provenDelivery", "consequenceStatedOnBallot"], Assert.IsType<FactNotAsked>(outcome.Refusal).Facts);
    }

    [Fact]
    public async Task Refused_without_a_source_before_the_roll_after_closing_and_once_cancelled()
    {
        await using var place = await VoteTown.Found(Rule);
        var voteId = await place.Create();
        var command = new StateFactCommand(voteId, "ruleInBylaws", true, "Art. 12");

        Assert.IsType<RollNotFrozen>((await place.App.Send(place.Town.Secretary, command)).Refusal);
        Assert.IsType<InvalidRequest>((await place.App.Send(place.Town.Secretary, command with { Source = "" })).Refusal);
        await place.Open();
        place.App.Clock.SetUtcNow((await place.Vote(voteId)).ClosesAt!.Value);
        Assert.IsType<VoteHasClosed>((await place.App.Send(place.Town.Secretary, command)).Refusal);
    }

    [Fact]
    public async Task Refused_in_a_cancelled_vote()
    {
        await using var place = await VoteTown.Found(Rule);
        var voteId = await place.Open();
        await place.App.Send(place.Town.Secretary, new CancelVoteCommand(voteId, "Wrong text"));

        Assert.IsType<VoteWasCancelled>((await place.App.Send(place.Town.Secretary, new StateFactCommand(voteId, "ruleInBylaws", true, "Art. 12"))).Refusal);
    }

    [Fact]
    public async Task Only_the_secretary_states_facts()
    {
        await using var place = await VoteTown.Found(Rule);
        var voteId = await place.Open();
        var command = new StateFactCommand(voteId, "ruleInBylaws", true, "Art. 12");

        Assert.IsType<OfficeNeeded>((await place.App.Send(place.Town.VisitingWorker, command)).Refusal);
        Assert.IsType<NotFound>((await place.App.Send(place.Town.Outsider, command)).Refusal);
    }
}
