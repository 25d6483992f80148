using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Features.Meetings.DecideAgendaItem;
using Cohesion.Governance.Server.Features.Meetings.TakeUpAgendaItem;
using Cohesion.Governance.Server.Features.Votes.FreezeRoll;
using Cohesion.Governance.Server.Features.Votes.VotePage;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Tests.Features.Meetings;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Votes.Secrecy;

public sealed class SecrecyRefusedTests
{
    [Fact]
    public async Task Where_weights_would_betray_voters_the_roll_is_not_frozen_and_the_reason_names_them_in_both_languages()
    {
        // By each bloc's consent: the property company is alone in its bloc.
        await using var place = await VoteTown.Found();
        var voteId = await place.Create(secret: true);

        var refusal = Assert.IsType<WeightsBetrayVoters>((await place.App.SendAsProcess(new FreezeRollCommand(voteId))).Refusal);

        Assert.Equal((SecrecyWeaknessKind.SmallClass, 1), (refusal.Weakness, refusal.Parties));
        Assert.Contains("“Property", refusal.Message.En, StringComparison.Ordinal);
        Assert.Contains("“物业", refusal.Message.Zh, StringComparison.Ordinal);
        Assert.Equal(VoteStage.Planned, (await place.Vote(voteId)).Stage);
        Assert.Equal(0, await place.App.Db(db => db.RollEntries.CountAsync()));
        Assert.Equal(refusal.Message, (await place.App.Send(place.Town.Secretary, new VotePageQuery(voteId))).Value.CannotBeSecret);
    }

    [Fact]
    public async Task A_group_is_named_by_what_it_weighs()
    {
        var (place, _) = await SecretTown.Found(more: 0);
        await using var done = place;
        var voteId = await place.Create(secret: true);

        var refusal = Assert.IsType<WeightsBetrayVoters>((await place.App.SendAsProcess(new FreezeRollCommand(voteId))).Refusal);

        Assert.Equal(("everybody, weight 2", "全体，weight 2", 2), (refusal.Who.En, refusal.Who.Zh, refusal.Parties));
    }

    [Fact]
    public async Task A_party_with_several_seats_that_the_rule_counts_as_one_head_cannot_vote_in_secret()
    {
        await using var place = await VoteTown.Found("test.rule", packs: VoteTown.Pack("""
            "notice": "P7D"
            """));
        var party = await place.App.Db(db => db.SeatEntries.Where(s => s.SeatId == place.Town.SeatA).Select(s => s.PartyId).SingleAsync());
        await SecretTown.Add(place, "Galaxy Tech, annex", party);
        var voteId = await place.Create(secret: true);

        var refusal = Assert.IsType<WeightsBetrayVoters>((await place.App.SendAsProcess(new FreezeRollCommand(voteId))).Refusal);

        Assert.Equal((SecrecyWeaknessKind.SeveralSeats, "Galaxy Tech"), (refusal.Weakness, refusal.Who.En));
    }

    [Fact]
    public async Task A_meeting_says_that_the_vote_it_sends_a_proposal_to_is_secret()
    {
        await using var town = await MeetingTown.Start();
        var proposal = await town.Proposal();
        var meeting = await town.InSession(proposal);
        var item = (await town.Agenda(meeting))[0].Id;
        await town.App.Send(town.People.Convenor, new TakeUpAgendaItemCommand(meeting, item));
        Assert.IsType<InvalidRequest>((await town.App.Send(town.People.Convenor, new DecideAgendaItemCommand(meeting, item, AgendaDecision.Deferred, "later", Secret: true))).Refusal);

        MeetingTown.Granted(await town.App.Send(town.People.Convenor, new DecideAgendaItemCommand(meeting, item, AgendaDecision.ToVote, Secret: true)));
        Assert.True((await town.Agenda(meeting))[0].SecretVote);
        Assert.Contains("\"secret\":true", await town.App.Db(db => db.Journal.Where(e => e.Command == "DecideAgendaItem").Select(e => e.Content).SingleAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_vote_is_secret_where_the_process_or_the_meeting_that_sent_it_says_so_and_a_named_one_otherwise()
    {
        await using var named = await VoteTown.Found();
        Assert.False((await named.Vote(await named.Create())).Secret);
        await using var place = await VoteTown.Found();
        await place.App.Db(async db =>
        {
            db.AgendaItems.Add(new AgendaItem
            {
                Id = Guid.CreateVersion7(GovernanceApp.Begin), MeetingId = Guid.CreateVersion7(GovernanceApp.Begin), Position = 1, Title = "Elevator", ProposalId = place.ProposalId,
                Decision = AgendaDecision.ToVote, DecidedAt = GovernanceApp.Begin, SecretVote = true,
            });
            await Task.CompletedTask;
        });
        Assert.True((await place.Vote(await place.Create())).Secret);
    }
}
