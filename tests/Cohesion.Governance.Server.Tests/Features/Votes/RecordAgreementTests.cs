using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Votes;
using Cohesion.Governance.Server.Features.Votes.BallotPage;
using Cohesion.Governance.Server.Features.Votes.CheckReceipt;
using Cohesion.Governance.Server.Features.Votes.ExcludeSeat;
using Cohesion.Governance.Server.Features.Votes.RecordAgreement;
using Cohesion.Governance.Server.Features.Votes.VotePage;
using Cohesion.Governance.Server.Pipeline;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Votes;

/// <summary>Co-owners of one seat exercise one ballot together: TenantB and the observer own seat B.</summary>
public sealed class RecordAgreementTests
{
    [Fact]
    public async Task One_co_owner_speaks_for_the_seat_until_another_differs_and_then_it_is_silent()
    {
        await using var place = await CoOwned();
        var voteId = await place.Open();

        Assert.Equal(BallotEffect.First, (await place.Cast(voteId, place.Town.TenantB, place.Town.SeatB, BallotChoice.Yes)).Value.Effect);
        Assert.Equal(BallotChoice.Yes, (await place.BallotOf(voteId, place.Town.SeatB))!.Choice);
        var second = await place.Cast(voteId, place.Town.Observer, place.Town.SeatB, BallotChoice.No);

        Assert.Equal(BallotEffect.Contested, second.Value.Effect);
        Assert.Null(await place.BallotOf(voteId, place.Town.SeatB));
        var page = (await place.App.Send(place.Town.Auditor, new VotePageQuery(voteId))).Value;
        Assert.True(page.Seats.Single(s => s.SeatId == place.Town.SeatB).IsContested);
        Assert.Equal(2, page.Uncounted.Count(u => u.State == ReceiptState.Contested));
        Assert.Equal(
            new[] { place.Town.Observer, place.Town.TenantB }.Order(),
            (await place.App.Db(db => db.Notifications.Where(n => n.Kind == "vote.contested").Select(n => n.PersonId).ToListAsync())).Order());
        Assert.Equal(ReceiptState.Contested, (await place.App.Send(place.Town.Auditor, new CheckReceiptQuery(voteId, second.Value.Receipt))).Value.State);
        Assert.Equal(BallotChoice.No, (await place.App.Send(place.Town.Observer, new BallotPageQuery(voteId))).Value.Seats.Single().Choice);
    }

    [Fact]
    public async Task A_contested_seat_counts_as_not_having_voted()
    {
        // Three of five heads must take part: property, A and the contested B are two only.
        await using var place = await CoOwned("council.simple-majority");
        var voteId = await place.Open();
        await place.Cast(voteId, place.Town.Property, place.Town.PropertySeat, BallotChoice.Yes);
        await place.Cast(voteId, place.Town.TenantA, place.Town.SeatA, BallotChoice.Yes);
        await Contest(place, voteId);

        Assert.Equal("NoQuorum", (await place.Count(voteId)).Outcome);
    }

    [Fact]
    public async Task When_they_come_to_agree_the_ballot_counts_again_and_both_receipts_say_so()
    {
        await using var place = await CoOwned();
        var voteId = await place.Open();
        var first = await place.Cast(voteId, place.Town.TenantB, place.Town.SeatB, BallotChoice.Yes);
        await place.Cast(voteId, place.Town.Observer, place.Town.SeatB, BallotChoice.No);

        var changed = await place.Cast(voteId, place.Town.Observer, place.Town.SeatB, BallotChoice.Yes);

        Assert.Equal(BallotEffect.Changed, changed.Value.Effect);
        Assert.Equal(BallotChoice.Yes, (await place.BallotOf(voteId, place.Town.SeatB))!.Choice);
        foreach (var receipt in new[] { first, changed })
        {
            Assert.Equal(ReceiptState.Counts, (await place.App.Send(place.Town.Auditor, new CheckReceiptQuery(voteId, receipt.Value.Receipt))).Value.State);
        }
    }

    [Fact]
    public async Task A_firms_two_clerks_are_not_co_owners_and_the_later_word_counts()
    {
        await using var place = await VoteTown.Found();
        await place.Join(place.Town.Observer, place.Town.SeatB, coOwner: false);
        var voteId = await place.Open();
        await place.Cast(voteId, place.Town.TenantB, place.Town.SeatB, BallotChoice.Yes);

        Assert.Equal(BallotEffect.Changed, (await place.Cast(voteId, place.Town.Observer, place.Town.SeatB, BallotChoice.No)).Value.Effect);
        Assert.Equal(BallotChoice.No, (await place.BallotOf(voteId, place.Town.SeatB))!.Choice);
    }

    [Fact]
    public async Task A_paper_signed_by_one_is_his_voice_and_one_signed_by_all_is_the_seats()
    {
        await using var place = await CoOwned(policy: DuplicatePolicy.LatestWins);
        var voteId = await place.Open();
        await place.Cast(voteId, place.Town.TenantB, place.Town.SeatB, BallotChoice.Yes);

        Assert.Equal(BallotEffect.Contested, (await place.Paper(voteId, place.Town.SeatB, BallotChoice.No, signedBy: place.Town.Observer)).Effect);
        place.App.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Null((await place.Paper(voteId, place.Town.SeatB, BallotChoice.Abstain)).Why);

        Assert.Equal(BallotChoice.Abstain, (await place.BallotOf(voteId, place.Town.SeatB))!.Choice);
    }

    [Fact]
    public async Task The_secretary_records_what_they_agreed_on_and_it_counts()
    {
        await using var place = await CoOwned();
        var voteId = await place.Open();
        await Contest(place, voteId);

        var outcome = await Agree(place, voteId);

        Assert.Equal(BallotChoice.Yes, (await place.BallotOf(voteId, place.Town.SeatB))!.Choice);
        var voice = await place.App.Db(db => db.BallotVoices.SingleAsync());
        Assert.Equal((BallotVoice.All, "Both signed on Tuesday.", VoteTown.Scan, outcome.Value.Receipt), (voice.PersonId, voice.AgreementReason, voice.DocumentHash, voice.Receipt));
        Assert.False((await place.App.Send(place.Town.Auditor, new VotePageQuery(voteId))).Value.Seats.Single(s => s.SeatId == place.Town.SeatB).IsContested);
    }

    [Fact]
    public async Task Recorded_twice_it_is_one_and_whoever_says_otherwise_afterwards_contests_again()
    {
        await using var place = await CoOwned();
        var voteId = await place.Open();
        await Contest(place, voteId);
        var first = await Agree(place, voteId);

        var again = await Agree(place, voteId);

        Assert.Equal((first.Value.Receipt, BallotEffect.Same), (again.Value.Receipt, again.Value.Effect));
        Assert.Equal(BallotEffect.Contested, (await place.Cast(voteId, place.Town.Observer, place.Town.SeatB, BallotChoice.No)).Value.Effect);
    }

    [Fact]
    public async Task Two_voices_at_once_that_differ_leave_the_seat_contested()
    {
        await using var place = await CoOwned();
        var voteId = await place.Open();

        var both = await Task.WhenAll(
            place.Cast(voteId, place.Town.TenantB, place.Town.SeatB, BallotChoice.Yes), place.Cast(voteId, place.Town.Observer, place.Town.SeatB, BallotChoice.No));

        Assert.Equal([BallotEffect.First, BallotEffect.Contested], both.Select(b => b.Value.Effect).Order());
        Assert.Null(await place.BallotOf(voteId, place.Town.SeatB));
    }

    [Fact]
    public async Task Refused_where_nothing_is_contested_for_a_seat_excluded_or_not_on_the_roll_and_after_closing()
    {
        await using var place = await CoOwned();
        var voteId = await place.Open();
        Assert.IsType<SeatNotContested>((await Agree(place, voteId)).Refusal);
        Assert.IsType<SeatNotOnRoll>((await Agree(place, voteId, Guid.CreateVersion7())).Refusal);
        Assert.IsType<InvalidRequest>((await place.App.Send(place.Town.Secretary, new RecordAgreementCommand(voteId, place.Town.SeatB, BallotChoice.Yes, ""))).Refusal);
        await Contest(place, voteId);
        Assert.IsType<OfficeNeeded>((await Agree(place, voteId, by: place.Town.TenantB)).Refusal);
        Assert.IsType<NotFound>((await Agree(place, voteId, by: place.Town.Outsider)).Refusal);
        await place.App.Send(place.Town.Secretary, new ExcludeSeatCommand(voteId, place.Town.SeatB, "arrears", "Fees."));
        Assert.IsType<SeatIsExcluded>((await Agree(place, voteId)).Refusal);
        place.App.Clock.SetUtcNow((await place.Vote(voteId)).ClosesAt!.Value);
        Assert.IsType<VoteHasClosed>((await Agree(place, voteId)).Refusal);
    }

    [Fact]
    public async Task Several_seats_of_one_owner_are_one_head_and_say_nothing_where_they_contradict_each_other()
    {
        // A and B belong to one owner: four heads. Property and street yes, the owner yes and no, so his head takes no side: 2 of 4 heads agree, none is against.
        await using var place = await VoteTown.Found(
            rule: "test.rule",
            packs: """{ "id": "test.rule", "jurisdiction": "COUNCIL", "title": {"en": "T"}, "source": "c", "evidence": "draft", "rounds": [ { "pass": ["yes.heads >= 1/2 * all.heads", "no.heads <= 0"] } ] }""");
        await place.App.Db(async db =>
        {
            var owner = (await db.SeatEntries.SingleAsync(s => s.SeatId == place.Town.SeatA)).PartyId;
            await db.SeatEntries.Where(s => s.SeatId == place.Town.SeatB).ExecuteUpdateAsync(set => set.SetProperty(s => s.PartyId, owner));
        });
        var voteId = await place.Open();
        await place.Cast(voteId, place.Town.Property, place.Town.PropertySeat, BallotChoice.Yes);
        await place.Cast(voteId, place.Town.Convenor, place.Town.StreetSeat, BallotChoice.Yes);
        await place.Cast(voteId, place.Town.TenantA, place.Town.SeatA, BallotChoice.Yes);
        await place.Cast(voteId, place.Town.TenantB, place.Town.SeatB, BallotChoice.No);

        Assert.Equal("Adopted", (await place.Count(voteId)).Outcome);
    }

    private static async Task<VoteTown> CoOwned(string rule = "council.each-bloc-consent", DuplicatePolicy policy = DuplicatePolicy.OnlinePrevails)
    {
        var place = await VoteTown.Found(rule, policy: policy);
        await place.Join(place.Town.Observer, place.Town.SeatB, coOwner: true);
        return place;
    }

    private static async Task Contest(VoteTown place, Guid voteId)
    {
        await place.Cast(voteId, place.Town.TenantB, place.Town.SeatB, BallotChoice.Yes);
        await place.Cast(voteId, place.Town.Observer, place.Town.SeatB, BallotChoice.No);
    }

    private static Task<Outcome<BallotReceipt>> Agree(VoteTown place, Guid voteId, Guid? seat = null, Guid? by = null) => place.App.Send(
        by ?? place.Town.Secretary, new RecordAgreementCommand(voteId, seat ?? place.Town.SeatB, BallotChoice.Yes, "Both signed on Tuesday.", VoteTown.Scan));
}
