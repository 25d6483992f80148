using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Votes.CancelVote;
using Cohesion.Governance.Server.Features.Votes.CountVote;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Attendance = Cohesion.Governance.Domain.Meetings.Attendance;

namespace Cohesion.Governance.Server.Tests.Features.Votes;

public sealed class CountVoteTests
{
    [Theory]
    [InlineData(BallotChoice.Yes, BallotChoice.Yes, BallotChoice.No, BallotChoice.Yes, BallotChoice.Yes, "Adopted")] // A and C: 5,820.50 of 8,820.50 m²
    [InlineData(BallotChoice.Yes, BallotChoice.No, BallotChoice.Yes, BallotChoice.Yes, BallotChoice.Yes, "Rejected")] // B and C: 4,000.50, less than 4,410.25
    [InlineData(BallotChoice.No, BallotChoice.Yes, BallotChoice.Yes, BallotChoice.Yes, BallotChoice.Yes, "Rejected")] // without the property
    [InlineData(BallotChoice.Yes, BallotChoice.Yes, BallotChoice.Yes, BallotChoice.Yes, BallotChoice.Abstain, "Rejected")] // without the street
    [InlineData(BallotChoice.Yes, BallotChoice.Yes, BallotChoice.No, BallotChoice.No, BallotChoice.Yes, "Rejected")] // one firm of three
    public async Task Consent_of_every_bloc_is_counted_by_heads_and_the_tenants_by_area_too(
        BallotChoice property, BallotChoice a, BallotChoice b, BallotChoice c, BallotChoice street, string outcome)
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        await place.CastAll(voteId, property, a, b, c, street);

        Assert.Equal(outcome, (await place.Count(voteId)).Outcome);

        var vote = await place.Vote(voteId);
        Assert.Equal((VoteStage.Closed, outcome), (vote.Stage, vote.Outcome));
        Assert.Equal(outcome, Decision.FromJson(vote.DecisionJson!).Outcome.ToString());
    }

    [Fact]
    public async Task Seats_of_one_party_are_one_head()
    {
        // A and B belong to one firm: four heads in all. With ballots of A, B and C two heads of four take part, which is not more than half;
        // as seats they would be three of five.
        await using var place = await VoteTown.Found(rule: "council.simple-majority");
        await place.App.Db(async db =>
        {
            var party = await db.SeatEntries.Where(s => s.SeatId == place.Town.SeatA).Select(s => s.PartyId).SingleAsync();
            await db.SeatEntries.Where(s => s.SeatId == place.Town.SeatB).ExecuteUpdateAsync(set => set.SetProperty(s => s.PartyId, party));
        });
        var voteId = await place.Open();
        await place.Cast(voteId, place.Town.TenantA, place.Town.SeatA, BallotChoice.Yes);
        await place.Cast(voteId, place.Town.TenantB, place.Town.SeatB, BallotChoice.Yes);
        await place.Cast(voteId, place.Town.TenantC, place.Town.SeatC, BallotChoice.Yes);

        Assert.Equal("NoQuorum", (await place.Count(voteId)).Outcome);
    }

    [Fact]
    public async Task A_register_that_has_counted_heads_itself_is_taken_at_its_word()
    {
        // A has three heads of seven. A and C are four, more than half; three are more than half of four.
        await using var place = await VoteTown.Found(rule: "council.simple-majority");
        await place.ChangeRegister(place.Town.SeatA, ("area", 482_000), ("heads", 3));
        var voteId = await place.Open();
        await place.Cast(voteId, place.Town.TenantA, place.Town.SeatA, BallotChoice.Yes);
        await place.Cast(voteId, place.Town.TenantC, place.Town.SeatC, BallotChoice.No);

        Assert.Equal("Adopted", (await place.Count(voteId)).Outcome);
    }

    [Fact]
    public async Task What_changed_in_the_register_while_the_vote_was_open_does_not_count()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        await place.ChangeRegister(place.Town.SeatA, ("area", 1), ("heads", 1));
        await place.CastAll(voteId, b: BallotChoice.No);

        Assert.Equal("Adopted", (await place.Count(voteId)).Outcome);
    }

    [Fact]
    public async Task Those_who_attended_when_the_meeting_sent_it_to_the_vote_are_present_without_voting()
    {
        // Present must be more than half of five heads, and yes more than half of those present. A and B vote yes; property and C attended, C left before.
        await using var place = await VoteTown.Found(rule: "cn.residents-meeting");
        var now = place.App.Clock.GetUtcNow();
        var meetingId = Guid.CreateVersion7(now);
        await place.App.Db(db =>
        {
            db.AgendaItems.Add(new AgendaItem
            {
                Id = Guid.CreateVersion7(now), MeetingId = meetingId, Position = 1, Title = "Elevator", ProposalId = place.ProposalId,
                Decision = AgendaDecision.ToVote, DecidedAt = now,
            });
            db.Attendances.AddRange(
                Came(place.Town.PropertySeat, place.Town.Property, left: null), Came(place.Town.SeatC, place.Town.TenantC, left: now.AddMinutes(-5)));
            return Task.CompletedTask;
        });
        var voteId = await place.Open();
        await place.Cast(voteId, place.Town.TenantA, place.Town.SeatA, BallotChoice.Yes);
        await place.Cast(voteId, place.Town.TenantB, place.Town.SeatB, BallotChoice.Yes);

        // Three present of five, two of them in favour.
        Assert.Equal("Adopted", (await place.Count(voteId)).Outcome);

        Attendance Came(Guid seat, Guid person, DateTimeOffset? left) => new()
        {
            Id = Guid.CreateVersion7(now), MeetingId = meetingId, Call = 1, Stay = 1, SeatId = seat, PersonId = person, ArrivedAt = now.AddHours(-1), LeftAt = left,
            RecordedByPersonId = person,
        };
    }

    [Fact]
    public async Task Without_a_meeting_only_those_who_vote_are_present()
    {
        await using var place = await VoteTown.Found(rule: "cn.residents-meeting");
        var voteId = await place.Open();
        await place.Cast(voteId, place.Town.TenantA, place.Town.SeatA, BallotChoice.Yes);
        await place.Cast(voteId, place.Town.TenantB, place.Town.SeatB, BallotChoice.Yes);

        Assert.Equal("NoQuorum", (await place.Count(voteId)).Outcome);
    }

    [Fact]
    public async Task A_second_call_is_counted_under_its_own_round()
    {
        // Italy, Civil Code 1136: first call two thirds of the thousandths; second call one third of the thousandths and of the heads,
        // yes by most of those present with at least a third of the thousandths. A has 400, C 100 of 1,000.
        await using var place = await VoteTown.Found(rule: "it.cc.1136.ordinary");
        await place.Weigh("mm", property: 200, a: 400, b: 200, c: 100, street: 100);
        var first = await place.Open();
        await place.Cast(first, place.Town.TenantA, place.Town.SeatA, BallotChoice.Yes);
        var counted = await place.Count(first);
        Assert.Equal(("NoQuorum", "2nd"), (counted.Outcome, counted.NextSession));

        var second = await place.Open();
        await place.Cast(second, place.Town.TenantA, place.Town.SeatA, BallotChoice.Yes);
        await place.Cast(second, place.Town.TenantC, place.Town.SeatC, BallotChoice.Yes);

        var recounted = await place.Count(second);
        Assert.Equal(("Adopted", null), (recounted.Outcome, recounted.NextSession));
        Assert.Equal("2nd", Decision.FromJson((await place.Vote(second)).DecisionJson!).Round);
    }

    [Fact]
    public async Task Everybody_is_told_and_the_proposals_process_is_signalled_once()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        await place.CastAll(voteId);
        await place.Count(voteId);

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => place.App.SendAsProcess(new CountVoteCommand(voteId))));

        Assert.Equal(1, await place.Signalled("vote.decided"));
        Assert.Contains("Adopted", Assert.Single(await place.Announced(voteId, "vote.closed")), StringComparison.Ordinal);
        Assert.Contains("\"stage\":\"closed\"", (await place.Announced(voteId, "vote.tally"))[^1], StringComparison.Ordinal);
        var told = await place.App.Db(db => db.Notifications.Where(n => n.Kind == "vote.decided").ToListAsync());
        Assert.Equal(told.Count, told.Select(n => n.PersonId).Distinct().Count());
        Assert.Contains(place.Town.Observer, told.Select(n => n.PersonId));
    }

    [Fact]
    public async Task Counted_at_once_by_several_it_is_counted_once()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        await place.CastAll(voteId);
        place.App.Clock.SetUtcNow((await place.Vote(voteId)).ClosesAt!.Value);

        var all = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => place.App.SendAsProcess(new CountVoteCommand(voteId))));

        Assert.All(all, counted => Assert.Equal("Adopted", counted.Value.Outcome));
        Assert.Equal(1, await place.Signalled("vote.decided"));
    }

    [Fact]
    public async Task A_tick_before_the_end_it_is_refused()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        place.App.Clock.SetUtcNow((await place.Vote(voteId)).ClosesAt!.Value.AddTicks(-1));

        Assert.IsType<VoteStillOpen>((await place.App.SendAsProcess(new CountVoteCommand(voteId))).Refusal);
    }

    [Fact]
    public async Task Refused_before_opening_and_once_cancelled()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Create();

        Assert.IsType<VoteNotOpenYet>((await place.App.SendAsProcess(new CountVoteCommand(voteId))).Refusal);
        await place.App.Send(place.Town.Secretary, new CancelVoteCommand(voteId, "Wrong text"));
        Assert.IsType<VoteWasCancelled>((await place.App.SendAsProcess(new CountVoteCommand(voteId))).Refusal);
    }

    [Fact]
    public async Task Nobody_but_a_process_counts()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();

        Assert.IsType<ProcessNeeded>((await place.App.Send(place.Town.Secretary, new CountVoteCommand(voteId))).Refusal);
    }

    [Fact]
    public async Task The_root_over_the_counted_ballots_stands_in_the_result_the_page_the_journal_and_the_push()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        await place.CastAll(voteId);
        await place.App.Send(place.Town.Secretary, new Server.Features.Votes.ExcludeSeat.ExcludeSeatCommand(voteId, place.Town.SeatC, "arrears", "Fees."));

        var counted = await place.Count(voteId);

        // By hand: the leaves of all ballots but C's, in the order of their seats.
        var ballots = await place.App.Db(db => db.Ballots.AsNoTracking().Where(b => b.VoteId == voteId && b.SeatId != place.Town.SeatC).ToListAsync());
        var leaves = ballots.OrderBy(b => b.SeatId.ToString("D"), StringComparer.Ordinal).Select(b => Domain.Proof.MerkleTree.LeafHash(Domain.Proof.BallotLeaf.Of(
            voteId, b.SeatId, Domain.Rules.BallotChoice.Yes, Domain.Rules.BallotChannel.Online, b.CastAt, Domain.Proof.BallotLeaf.HashOfReceipt(b.Receipt))));
        Assert.Equal(4, ballots.Count);
        Assert.Equal(Convert.ToHexStringLower(Domain.Proof.MerkleTree.Root(leaves)), counted.BallotsRoot);
        Assert.Equal(counted.BallotsRoot, (await place.App.Send(place.Town.Auditor, new Server.Features.Votes.VotePage.VotePageQuery(voteId))).Value.BallotsRoot);
        Assert.Contains(counted.BallotsRoot, Assert.Single(await place.Announced(voteId, "vote.closed")), StringComparison.Ordinal);
        var entry = await place.App.Db(db => db.Journal.AsNoTracking().SingleAsync(j => j.Command == "CountVote"));
        Assert.Contains($"\"ballotsRoot\":\"{counted.BallotsRoot}\"", entry.Content, StringComparison.Ordinal);
    }
}
