using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Meetings.DecideAgendaItem;
using Cohesion.Governance.Server.Features.Meetings.TakeUpAgendaItem;
using Cohesion.Governance.Server.Features.Votes.CancelVote;
using Cohesion.Governance.Server.Features.Votes.CreateVote;
using Cohesion.Governance.Server.Features.Votes.FreezeRoll;
using Cohesion.Governance.Server.Features.Votes.PutVoteByName;
using Cohesion.Governance.Server.Features.Votes.TellSecrecyRefused;
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
    public async Task The_process_waits_tells_secretary_and_convenor_and_goes_on_once_it_is_put_by_name()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Create(secret: true);
        await place.App.RunProcesses();

        Assert.Equal(VoteStage.Planned, (await place.Vote(voteId)).Stage);
        var told = await place.App.Db(db => db.Notifications.Where(n => n.Kind == "vote.notSecret").Select(n => n.PersonId).ToListAsync());
        Assert.Equal(new[] { place.Town.Secretary, place.Town.Convenor }.Order(), told.Order());

        Assert.IsType<OfficeNeeded>((await place.App.Send(place.Town.TenantA, new PutVoteByNameCommand(voteId, "too few"))).Refusal);
        Assert.IsType<NotFound>((await place.App.Send(place.Town.Outsider, new PutVoteByNameCommand(voteId, "too few"))).Refusal);
        Assert.IsType<InvalidRequest>((await place.App.Send(place.Town.Secretary, new PutVoteByNameCommand(voteId, ""))).Refusal);
        Assert.True((await place.App.Send(place.Town.Secretary, new PutVoteByNameCommand(voteId, "Too few of each kind"))).IsGranted);
        Assert.True((await place.App.Send(place.Town.Secretary, new PutVoteByNameCommand(voteId, "Too few of each kind"))).IsGranted);
        await place.App.RunProcesses();

        var vote = await place.Vote(voteId);
        Assert.Equal((VoteStage.Open, false), (vote.Stage, vote.Secret));
        Assert.Contains(await place.App.Db(db => db.Notifications.Where(n => n.Kind == "vote.byName").Select(n => n.Text.En).ToListAsync()), t => t.Contains("Too few of each kind", StringComparison.Ordinal));
        Assert.True(await place.App.Db(db => db.Journal.AnyAsync(e => e.Command == "PutVoteByName" && e.SubjectId == voteId && e.Content.Contains("Too few"))));
    }

    [Fact]
    public async Task The_process_ends_where_the_vote_is_cancelled_instead()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Create(secret: true);
        await place.App.RunProcesses();
        Assert.True((await place.App.Send(place.Town.Convenor, new CancelVoteCommand(voteId, "Not like this"))).IsGranted);
        await place.App.RunProcesses();

        Assert.Equal(VoteStage.Cancelled, (await place.Vote(voteId)).Stage);
        Assert.False(await place.App.Db(db => db.ProcessWaits.AnyAsync()));
        Assert.IsType<VoteWasCancelled>((await place.App.Send(place.Town.Secretary, new PutVoteByNameCommand(voteId, "too late"))).Refusal);
    }

    [Fact]
    public async Task Once_the_roll_is_frozen_a_secret_vote_stays_secret()
    {
        var (place, _) = await SecretTown.Found(more: 2);
        await using var done = place;
        var voteId = await place.Open(secret: true);
        Assert.IsType<SecrecyIsFrozen>((await place.App.Send(place.Town.Secretary, new PutVoteByNameCommand(voteId, "changed my mind"))).Refusal);
        Assert.True((await place.Vote(voteId)).Secret);
        Assert.Equal(0, (await place.App.SendAsProcess(new TellSecrecyRefusedCommand(voteId))).Value);
    }

    [Fact]
    public async Task Only_the_server_tells_that_a_vote_cannot_be_secret()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Create(secret: true);
        Assert.IsType<ProcessNeeded>((await place.App.Send(place.Town.Secretary, new TellSecrecyRefusedCommand(voteId))).Refusal);
        Assert.Equal(2, (await place.App.SendAsProcess(new TellSecrecyRefusedCommand(voteId))).Value);
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
        await town.App.Db(db => db.Proposals.Where(p => p.Id == proposal).ExecuteUpdateAsync(set => set.SetProperty(p => p.RulePack, "council.simple-majority")));
        var voteId = MeetingTown.Granted(await town.App.SendAsProcess(new CreateVoteCommand(proposal, "P7D")));

        Assert.True(await town.App.Db(db => db.Votes.Where(v => v.Id == voteId).Select(v => v.Secret).SingleAsync()));
        Assert.Contains("\"secret\":true", await town.App.Db(db => db.Journal.Where(e => e.Command == "DecideAgendaItem").Select(e => e.Content).SingleAsync()), StringComparison.Ordinal);
    }
}
