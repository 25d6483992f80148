using System.Net;
using System.Net.Http.Json;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Votes;
using Cohesion.Governance.Server.Features.Votes.CancelVote;
using Cohesion.Governance.Server.Features.Votes.CastBallot;
using Cohesion.Governance.Server.Features.Votes.CheckReceipt;
using Cohesion.Governance.Server.Features.Votes.CountVote;
using Cohesion.Governance.Server.Features.Votes.ExcludeSeat;
using Cohesion.Governance.Server.Features.Votes.VotePage;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Votes;

public sealed class CastBallotTests
{
    [Fact]
    public async Task A_representative_casts_the_ballot_of_his_seat_and_gets_a_receipt()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();

        var outcome = await place.Cast(voteId, place.Town.TenantA, place.Town.SeatA, BallotChoice.Yes);

        Assert.Equal(BallotEffect.First, outcome.Value.Effect);
        Assert.Matches("^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$", outcome.Value.Receipt);
        var ballot = await place.App.Db(db => db.Ballots.SingleAsync());
        Assert.Equal(
            (place.Town.SeatA, BallotChoice.Yes, BallotChannel.Online, place.Town.TenantA, outcome.Value.Receipt),
            (ballot.SeatId, ballot.Choice, ballot.Channel, ballot.CastByPersonId, ballot.Receipt));
        Assert.Equal(1, (await place.Vote(voteId)).BallotCount);
    }

    [Fact]
    public async Task A_ballot_may_be_changed_while_the_vote_is_open_and_the_earlier_one_is_kept()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        var first = await place.Cast(voteId, place.Town.TenantA, place.Town.SeatA, BallotChoice.Yes);

        var second = await place.Cast(voteId, place.Town.TenantA, place.Town.SeatA, BallotChoice.No);

        Assert.Equal(BallotEffect.Changed, second.Value.Effect);
        Assert.NotEqual(first.Value.Receipt, second.Value.Receipt);
        Assert.Equal(BallotChoice.No, (await place.App.Db(db => db.Ballots.SingleAsync())).Choice);
        Assert.Equal(
            [BallotChoice.Yes, BallotChoice.No], (await place.App.Db(db => db.BallotRecords.OrderBy(r => r.Id).Select(r => r.Choice).ToListAsync())).Order());
    }

    [Fact]
    public async Task The_same_ballot_sent_twice_is_one_ballot_with_one_receipt()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        var first = await place.Cast(voteId, place.Town.TenantA, place.Town.SeatA, BallotChoice.Yes);

        var again = await place.Cast(voteId, place.Town.TenantA, place.Town.SeatA, BallotChoice.Yes);

        Assert.Equal((first.Value.Receipt, BallotEffect.Same), (again.Value.Receipt, again.Value.Effect));
        Assert.Equal(1, await place.App.Db(db => db.BallotRecords.CountAsync()));
        Assert.Equal(1, (await place.Vote(voteId)).BallotCount);
    }

    [Fact]
    public async Task Two_ballots_of_one_seat_at_once_are_one_valid_ballot_and_both_are_recorded()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();

        var both = await Task.WhenAll(
            place.Cast(voteId, place.Town.TenantA, place.Town.SeatA, BallotChoice.Yes), place.Cast(voteId, place.Town.TenantA, place.Town.SeatA, BallotChoice.No));

        Assert.Equal([BallotEffect.First, BallotEffect.Changed], both.Select(b => b.Value.Effect).Order());
        var valid = await place.App.Db(db => db.Ballots.SingleAsync());
        Assert.Equal(both.Single(b => b.Value.Effect == BallotEffect.Changed).Value.Receipt, valid.Receipt);
        Assert.Equal(2, await place.App.Db(db => db.BallotRecords.CountAsync()));
        Assert.Equal(2, (await place.Vote(voteId)).BallotCount);
    }

    [Fact]
    public async Task Ballots_of_all_seats_at_once_are_all_there()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        var town = place.Town;

        var all = await Task.WhenAll(
            place.Cast(voteId, town.Property, town.PropertySeat, BallotChoice.Yes), place.Cast(voteId, town.TenantA, town.SeatA, BallotChoice.Yes),
            place.Cast(voteId, town.TenantB, town.SeatB, BallotChoice.No), place.Cast(voteId, town.TenantC, town.SeatC, BallotChoice.Abstain),
            place.Cast(voteId, town.Convenor, town.StreetSeat, BallotChoice.Yes));

        Assert.Equal(5, all.Select(b => b.Value.Receipt).Distinct().Count());
        Assert.Equal(5, await place.App.Db(db => db.Ballots.CountAsync()));
        Assert.Equal(5, (await place.Vote(voteId)).BallotCount);
    }

    [Fact]
    public async Task The_last_moment_before_closing_is_open_and_the_instant_of_closing_is_closed()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        var closes = (await place.Vote(voteId)).ClosesAt!.Value;

        place.App.Clock.SetUtcNow(closes.AddTicks(-1));
        Assert.True((await place.Cast(voteId, place.Town.TenantA, place.Town.SeatA, BallotChoice.Yes)).IsGranted);

        place.App.Clock.SetUtcNow(closes);
        Assert.IsType<VoteHasClosed>((await place.Cast(voteId, place.Town.TenantB, place.Town.SeatB, BallotChoice.Yes)).Refusal);
        Assert.IsType<VoteHasClosed>((await place.Cast(voteId, place.Town.TenantA, place.Town.SeatA, BallotChoice.No)).Refusal);
    }

    [Fact]
    public async Task Of_ballots_and_count_at_once_every_ballot_granted_is_counted()
    {
        await using var place = await VoteTown.Found(rule: "council.simple-majority");
        var voteId = await place.Open();
        place.App.Clock.SetUtcNow((await place.Vote(voteId)).ClosesAt!.Value.AddTicks(-1));
        var town = place.Town;

        var ballots = new[]
        {
            place.Cast(voteId, town.Property, town.PropertySeat, BallotChoice.Yes), place.Cast(voteId, town.TenantA, town.SeatA, BallotChoice.Yes),
            place.Cast(voteId, town.TenantB, town.SeatB, BallotChoice.Yes), place.Cast(voteId, town.TenantC, town.SeatC, BallotChoice.Yes),
        };
        place.App.Clock.SetUtcNow((await place.Vote(voteId)).ClosesAt!.Value);
        var count = place.App.SendAsProcess(new CountVoteCommand(voteId));
        var granted = (await Task.WhenAll(ballots)).Count(b => b.IsGranted);
        await count;

        // More than half of five heads must take part: three ballots make a quorum, two do not.
        Assert.Equal(granted, await place.App.Db(db => db.Ballots.CountAsync()));
        Assert.Equal(granted >= 3 ? "Adopted" : "NoQuorum", (await place.Vote(voteId)).Outcome);
    }

    [Fact]
    public async Task A_counted_vote_takes_no_ballots_even_if_the_clock_is_set_back()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        await place.Count(voteId);
        await place.App.Db(async db => { (await db.Votes.SingleAsync(v => v.Id == voteId)).ClosesAt = place.App.Clock.GetUtcNow().AddDays(1); });

        Assert.IsType<VoteHasClosed>((await place.Cast(voteId, place.Town.TenantA, place.Town.SeatA, BallotChoice.Yes)).Refusal);
    }

    [Fact]
    public async Task A_vote_that_has_not_opened_takes_no_ballots()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Create();

        Assert.IsType<VoteNotOpenYet>((await place.Cast(voteId, place.Town.TenantA, place.Town.SeatA, BallotChoice.Yes)).Refusal);
    }

    [Fact]
    public async Task A_cancelled_vote_takes_no_ballots()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        await place.App.Send(place.Town.Secretary, new CancelVoteCommand(voteId, "Wrong text"));

        Assert.IsType<VoteWasCancelled>((await place.Cast(voteId, place.Town.TenantA, place.Town.SeatA, BallotChoice.Yes)).Refusal);
    }

    [Fact]
    public async Task Somebody_elses_seat_is_refused()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();

        Assert.IsType<NotYourSeat>((await place.Cast(voteId, place.Town.TenantA, place.Town.SeatB, BallotChoice.Yes)).Refusal);
        Assert.Equal(0, await place.App.Db(db => db.Ballots.CountAsync()));
    }

    [Fact]
    public async Task A_seat_that_came_after_the_roll_was_frozen_is_refused()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        var late = Guid.CreateVersion7(place.App.Clock.GetUtcNow());
        await place.App.Db(db =>
        {
            db.OfficeHoldings.Add(new()
            {
                Id = Guid.CreateVersion7(place.App.Clock.GetUtcNow()), PersonId = place.Town.TenantA, Office = Domain.Councils.Office.TenantRepresentative,
                CouncilId = place.Town.CouncilId, SeatId = late, Since = place.App.Clock.GetUtcNow(),
            });
            return Task.CompletedTask;
        });

        Assert.IsType<SeatNotOnRoll>((await place.Cast(voteId, place.Town.TenantA, late, BallotChoice.Yes)).Refusal);
    }

    [Fact]
    public async Task An_excluded_seat_is_refused_with_the_reason()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        await place.App.Send(place.Town.Secretary, new ExcludeSeatCommand(voteId, place.Town.SeatA, "conflictOfInterest", "Builds the elevator."));

        Assert.Equal(new SeatIsExcluded("Builds the elevator."), (await place.Cast(voteId, place.Town.TenantA, place.Town.SeatA, BallotChoice.Yes)).Refusal);
    }

    [Fact]
    public async Task A_choice_that_does_not_exist_is_refused()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();

        Assert.IsType<InvalidRequest>((await place.Cast(voteId, place.Town.TenantA, place.Town.SeatA, (BallotChoice)9)).Refusal);
    }

    [Fact]
    public async Task Who_acts_for_no_seat_or_belongs_elsewhere_is_refused()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();

        Assert.IsType<OfficeNeeded>((await place.Cast(voteId, place.Town.Secretary, place.Town.SeatA, BallotChoice.Yes)).Refusal);
        Assert.IsType<NotFound>((await place.Cast(voteId, place.Town.Outsider, place.Town.SeatA, BallotChoice.Yes)).Refusal);
        Assert.IsType<SignInNeeded>((await place.App.Send(null, new CastBallotCommand(voteId, place.Town.SeatA, BallotChoice.Yes))).Refusal);
    }

    [Fact]
    public async Task The_journal_says_who_voted_and_not_what()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        await place.Cast(voteId, place.Town.TenantA, place.Town.SeatA, BallotChoice.No);

        var entry = await place.App.Db(db => db.Journal.SingleAsync(j => j.Command == "CastBallot"));

        Assert.Equal(place.Town.TenantA, entry.PersonId);
        Assert.DoesNotContain("choice", entry.Content, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Over_http_a_ballot_is_cast_with_its_receipt_and_repeated_under_its_key()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        using var client = await place.App.ClientOf(place.Town.TenantA);
        client.DefaultRequestHeaders.Add("Idempotency-Key", "ballot-1");
        var address = $"/api/votes/{voteId}/ballots";

        using var first = await client.PostAsJsonAsync(address, new { seatId = place.Town.SeatA, choice = "yes" });
        using var again = await client.PostAsJsonAsync(address, new { seatId = place.Town.SeatA, choice = "yes" });
        using var unreadable = await client.PostAsJsonAsync(address, new { seatId = place.Town.SeatA, choice = "perhaps" });

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal(await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.BadRequest, unreadable.StatusCode);
        Assert.Equal(1, await place.App.Db(db => db.BallotRecords.CountAsync()));
    }

    [Fact]
    public async Task Where_the_rule_knows_no_change_the_first_ballot_stands_and_a_paper_is_kept_aside()
    {
        await using var place = await VoteTown.Found(rule: "test.rule", packs: VoteTown.Pack("\"ballot\": {\"change\": \"never\"}"));
        var voteId = await place.Open();
        var first = await place.Cast(voteId, place.Town.TenantA, place.Town.SeatA, BallotChoice.Yes);

        Assert.IsType<BallotIsIrrevocable>((await place.Cast(voteId, place.Town.TenantA, place.Town.SeatA, BallotChoice.No)).Refusal);
        Assert.Equal(BallotEffect.Same, (await place.Cast(voteId, place.Town.TenantA, place.Town.SeatA, BallotChoice.Yes)).Value.Effect);
        Assert.Equal(BallotEffect.SetAside, (await place.Paper(voteId, place.Town.SeatA, BallotChoice.No)).Effect);

        Assert.Equal(first.Value.Receipt, (await place.BallotOf(voteId, place.Town.SeatA))!.Receipt);
        Assert.Equal(BallotChange.Never, (await place.Vote(voteId)).BallotChange);
    }

    [Fact]
    public async Task Where_paper_prevails_an_online_ballot_after_it_is_kept_and_the_voter_is_told_why()
    {
        await using var place = await VoteTown.Found(policy: DuplicatePolicy.PaperPrevails);
        var voteId = await place.Open();
        await place.Paper(voteId, place.Town.SeatA, BallotChoice.No);

        var online = await place.Cast(voteId, place.Town.TenantA, place.Town.SeatA, BallotChoice.Yes);

        Assert.Equal(BallotEffect.SetAside, online.Value.Effect);
        Assert.Contains("paper prevails", online.Value.Why!.En, StringComparison.Ordinal);
        Assert.Equal(BallotChannel.Paper, (await place.BallotOf(voteId, place.Town.SeatA))!.Channel);
        var check = (await place.App.Send(place.Town.TenantA, new CheckReceiptQuery(voteId, online.Value.Receipt))).Value;
        Assert.Equal((ReceiptState.SetAside, online.Value.Why), (check.State, check.Why));
    }

    [Theory]
    [InlineData(DuplicatePolicy.OnlinePrevails, BallotChannel.Online)]
    [InlineData(DuplicatePolicy.PaperPrevails, BallotChannel.Paper)]
    public async Task A_paper_and_an_online_ballot_at_once_leave_the_one_the_policy_prefers(DuplicatePolicy policy, BallotChannel counts)
    {
        await using var place = await VoteTown.Found(policy: policy);
        var voteId = await place.Open();
        var entry = await place.Enter(voteId, place.Town.SeatA, BallotChoice.Yes);

        await Task.WhenAll(place.Cast(voteId, place.Town.TenantA, place.Town.SeatA, BallotChoice.No), place.Check(voteId, entry, BallotChoice.Yes));

        Assert.Equal(counts, (await place.BallotOf(voteId, place.Town.SeatA))!.Channel);
        Assert.Equal(2, await place.App.Db(db => db.BallotRecords.CountAsync()));
    }

    [Fact]
    public async Task The_policy_is_frozen_with_the_vote()
    {
        await using var place = await VoteTown.Found(policy: DuplicatePolicy.FirstValidWins);
        var voteId = await place.Open();
        await place.Paper(voteId, place.Town.SeatA, BallotChoice.No);
        await place.App.Db(async db => { (await db.Councils.SingleAsync(c => c.Id == place.Town.CouncilId)).DuplicatePolicy = DuplicatePolicy.OnlinePrevails; });

        Assert.Equal(BallotEffect.SetAside, (await place.Cast(voteId, place.Town.TenantA, place.Town.SeatA, BallotChoice.Yes)).Value.Effect);
        Assert.Equal(DuplicatePolicy.FirstValidWins, (await place.App.Send(place.Town.Auditor, new VotePageQuery(voteId))).Value.DuplicatePolicy);
    }
}
