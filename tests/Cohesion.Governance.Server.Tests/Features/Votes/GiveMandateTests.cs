using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features;
using Cohesion.Governance.Server.Features.MyDay.MyDay;
using Cohesion.Governance.Server.Features.Votes;
using Cohesion.Governance.Server.Features.Votes.BallotPage;
using Cohesion.Governance.Server.Features.Votes.GiveMandate;
using Cohesion.Governance.Server.Pipeline;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Votes;

public sealed class GiveMandateTests
{
    [Fact]
    public async Task Who_was_given_a_mandate_casts_the_seats_ballot_by_proxy_and_sees_for_whom_he_speaks()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        var mandate = await place.Mandate(voteId, place.Town.TenantB, place.Town.SeatB, place.Town.TenantA);

        Assert.True((await place.Cast(voteId, place.Town.TenantA, place.Town.SeatA, BallotChoice.Yes)).IsGranted);
        Assert.True((await place.Cast(voteId, place.Town.TenantA, place.Town.SeatB, BallotChoice.No)).IsGranted);

        var (own, given) = ((await place.BallotOf(voteId, place.Town.SeatA))!, (await place.BallotOf(voteId, place.Town.SeatB))!);
        Assert.Equal((BallotChoice.Yes, BallotChannel.Online), (own.Choice, own.Channel));
        Assert.Equal((BallotChoice.No, BallotChannel.Proxy, place.Town.TenantA), (given.Choice, given.Channel, given.CastByPersonId));
        Assert.Equal(mandate, (await place.App.Db(db => db.BallotRecords.SingleAsync(r => r.SeatId == place.Town.SeatB))).MandateId);
        var page = (await place.App.Send(place.Town.TenantA, new BallotPageQuery(voteId))).Value;
        Assert.Equal([("Galaxy Tech", false, BallotChoice.Yes), ("Blue Harbour", true, BallotChoice.No)], page.Seats.Select(s => (s.Label, s.ByMandate, s.Choice!.Value)));
        Assert.Equal(1, await place.App.Db(db => db.Notifications.CountAsync(n => n.Kind == "mandate.given" && n.PersonId == place.Town.TenantA)));
    }

    [Fact]
    public async Task A_holder_from_outside_the_council_votes_and_sees_the_ballot_paper_and_nothing_else()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        Assert.IsType<NotFound>((await place.Cast(voteId, place.Town.Outsider, place.Town.SeatB, BallotChoice.Yes)).Refusal);
        await place.Mandate(voteId, place.Town.TenantB, place.Town.SeatB, place.Town.Outsider);

        var page = (await place.App.Send(place.Town.Outsider, new BallotPageQuery(voteId))).Value;
        var day = (await place.App.Send(place.Town.Outsider, new MyDayQuery())).Value;

        Assert.True(Assert.Single(page.Seats).ByMandate);
        Assert.Equal(["Blue Harbour"], Assert.Single(day.Votes).Seats);
        Assert.True((await place.Cast(voteId, place.Town.Outsider, place.Town.SeatB, BallotChoice.Yes)).IsGranted);
        Assert.IsType<NotYourSeat>((await place.Cast(voteId, place.Town.Outsider, place.Town.SeatA, BallotChoice.Yes)).Refusal);
        Assert.IsType<NotFound>((await place.App.Send(place.Town.Outsider, new Server.Features.Votes.VotePage.VotePageQuery(voteId))).Refusal);
    }

    [Fact]
    public async Task A_mandate_that_expires_between_page_and_post_is_refused()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        var until = place.App.Clock.GetUtcNow().AddHours(1);
        Assert.True((await Give(place, until: until, scope: MandateScope.Until)).IsGranted);
        place.App.Clock.SetUtcNow(until.AddTicks(-1));
        Assert.Null((await place.App.Send(place.Town.TenantA, new BallotPageQuery(voteId))).Value.Seats.Single(s => s.ByMandate).WhyNot);

        place.App.Clock.SetUtcNow(until);

        Assert.IsType<MandateExpired>((await place.Cast(voteId, place.Town.TenantA, place.Town.SeatB, BallotChoice.Yes)).Refusal);
        Assert.NotNull((await place.App.Send(place.Town.TenantA, new BallotPageQuery(voteId))).Value.Seats.Single(s => s.ByMandate).WhyNot);
    }

    [Fact]
    public async Task One_for_another_vote_is_refused_with_that_reason()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        await place.Mandate(voteId, place.Town.TenantB, place.Town.SeatB, place.Town.TenantA);
        await place.App.Db(db => db.Mandates.ExecuteUpdateAsync(set => set.SetProperty(m => m.VoteId, Guid.CreateVersion7())));

        Assert.IsType<MandateForAnotherVote>((await place.Cast(voteId, place.Town.TenantA, place.Town.SeatB, BallotChoice.Yes)).Refusal);
    }

    [Fact]
    public async Task The_giver_may_vote_himself_which_ends_the_mandate_and_tells_the_holder()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        await place.Mandate(voteId, place.Town.TenantB, place.Town.SeatB, place.Town.TenantA);
        await place.Cast(voteId, place.Town.TenantA, place.Town.SeatB, BallotChoice.No);

        var own = await place.Cast(voteId, place.Town.TenantB, place.Town.SeatB, BallotChoice.Yes);

        Assert.Equal(BallotEffect.Changed, own.Value.Effect);
        Assert.Equal(BallotChannel.Online, (await place.BallotOf(voteId, place.Town.SeatB))!.Channel);
        Assert.IsType<MandateRevoked>((await place.Cast(voteId, place.Town.TenantA, place.Town.SeatB, BallotChoice.No)).Refusal);
        Assert.Equal(1, await place.App.Db(db => db.Notifications.CountAsync(n => n.Kind == "mandate.ended" && n.PersonId == place.Town.TenantA)));
    }

    [Fact]
    public async Task A_giver_on_paper_goes_before_his_proxy_too_and_a_mandate_until_a_date_stays_for_other_votes()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        await Give(place, until: place.App.Clock.GetUtcNow().AddDays(60), scope: MandateScope.Until);
        await place.Cast(voteId, place.Town.TenantA, place.Town.SeatB, BallotChoice.No);

        Assert.Equal(BallotEffect.Changed, (await place.Paper(voteId, place.Town.SeatB, BallotChoice.Yes)).Effect);

        Assert.IsType<SeatVotedItself>((await place.Cast(voteId, place.Town.TenantA, place.Town.SeatB, BallotChoice.No)).Refusal);
        Assert.Null((await place.App.Db(db => db.Mandates.SingleAsync())).RevokedAt);
    }

    [Fact]
    public async Task The_proxy_and_the_giver_at_once_leave_the_givers_word()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        await place.Mandate(voteId, place.Town.TenantB, place.Town.SeatB, place.Town.TenantA);

        await Task.WhenAll(
            place.Cast(voteId, place.Town.TenantA, place.Town.SeatB, BallotChoice.No), place.Cast(voteId, place.Town.TenantB, place.Town.SeatB, BallotChoice.Yes));

        Assert.Equal((BallotChoice.Yes, BallotChannel.Online), await place.BallotOf(voteId, place.Town.SeatB) is { } b ? (b.Choice, b.Channel) : default);
    }

    [Fact]
    public async Task A_mandate_is_not_passed_on()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        await place.Mandate(voteId, place.Town.TenantB, place.Town.SeatB, place.Town.TenantA);

        Assert.IsType<MandateCannotBePassedOn>((await Give(place, voteId, giver: place.Town.TenantA, holder: place.Town.TenantC)).Refusal);
        Assert.IsType<NotYourSeat>((await Give(place, voteId, giver: place.Town.TenantC, holder: place.Town.TenantA)).Refusal);
    }

    [Fact]
    public async Task The_secretary_records_a_written_one_and_the_seat_is_told()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();

        Assert.IsType<MandateMustBeWritten>((await Give(place, voteId, giver: place.Town.Secretary, hash: null)).Refusal);
        Assert.True((await Give(place, voteId, giver: place.Town.Secretary)).IsGranted);

        var kept = await place.App.Db(db => db.Mandates.SingleAsync());
        Assert.Equal((null, place.Town.Secretary, VoteTown.Scan), (kept.GivenByPersonId, kept.RecordedByPersonId, kept.DocumentHash));
        Assert.Equal(1, await place.App.Db(db => db.Notifications.CountAsync(n => n.Kind == "mandate.recorded" && n.PersonId == place.Town.TenantB)));
    }

    [Fact]
    public async Task The_same_one_twice_or_at_once_is_one_and_a_second_for_the_same_vote_is_refused()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();

        var both = await Task.WhenAll(Give(place, voteId), Give(place, voteId));

        Assert.Equal(both[0].Value, both[1].Value);
        Assert.IsType<SeatHasMandate>((await Give(place, voteId, holder: place.Town.TenantC)).Refusal);
        Assert.IsType<SeatHasMandate>((await Give(place, until: place.App.Clock.GetUtcNow().AddDays(3), scope: MandateScope.Until)).Refusal);
        Assert.Equal(1, await place.App.Db(db => db.Mandates.CountAsync()));
    }

    [Fact]
    public async Task Nobody_holds_one_for_his_own_seat_nor_for_a_seat_that_does_not_stand_nor_who_is_unknown()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();

        Assert.IsType<HolderActsForSeat>((await Give(place, voteId, holder: place.Town.TenantB)).Refusal);
        Assert.IsType<PersonUnknown>((await Give(place, voteId, holder: Guid.CreateVersion7())).Refusal);
        Assert.IsType<SeatNotRegistered>((await Give(place, voteId, seat: Guid.CreateVersion7())).Refusal);
        Assert.IsType<NotFound>((await Give(place, Guid.CreateVersion7())).Refusal);
        Assert.IsType<InvalidRequest>((await Give(place, voteId, scope: MandateScope.Until)).Refusal);
        Assert.IsType<InvalidRequest>((await Give(place, voteId, hash: "12")).Refusal);
        Assert.IsType<MandateExpired>((await Give(place, until: place.App.Clock.GetUtcNow(), scope: MandateScope.Until)).Refusal);
        await place.Count(voteId);
        Assert.IsType<VoteHasClosed>((await Give(place, voteId)).Refusal);
    }

    [Fact]
    public async Task Others_may_give_none()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();

        Assert.IsType<OfficeNeeded>((await Give(place, voteId, giver: place.Town.VisitingWorker)).Refusal);
        Assert.IsType<NotFound>((await Give(place, voteId, giver: place.Town.Outsider)).Refusal);
    }

    [Fact]
    public async Task The_rules_limits_bind_when_ballots_are_cast()
    {
        // One giver, or a fifth of the five seats: one ballot by proxy and no more.
        await using var place = await VoteTown.Found(
            rule: "test.rule", packs: VoteTown.Pack("""
                "proxy": { "written": true, "notHeldBy": ["propertyManager"], "limits": [ {"any": [{"givers": 1}, {"share": "1/5", "of": "seats"}]} ] }
                """));
        var voteId = await place.Open();
        Assert.IsType<MandateMustBeWritten>((await Give(place, voteId, hash: null)).Refusal);
        Assert.IsType<HolderMayNotHoldProxies>((await Give(place, voteId, holder: place.Town.Property)).Refusal);
        await place.Mandate(voteId, place.Town.TenantB, place.Town.SeatB, place.Town.TenantA);
        await place.Mandate(voteId, place.Town.TenantC, place.Town.SeatC, place.Town.TenantA);

        Assert.True((await place.Cast(voteId, place.Town.TenantA, place.Town.SeatB, BallotChoice.Yes)).IsGranted);
        Assert.IsType<ProxyLimitReached>((await place.Cast(voteId, place.Town.TenantA, place.Town.SeatC, BallotChoice.Yes)).Refusal);
        Assert.True((await place.Cast(voteId, place.Town.TenantA, place.Town.SeatB, BallotChoice.No)).IsGranted);
        Assert.Equal(1, await place.App.Db(db => db.Ballots.CountAsync()));
    }

    [Fact]
    public async Task Two_ballots_by_one_proxy_at_once_do_not_pass_the_limit_together()
    {
        await using var place = await VoteTown.Found(rule: "test.rule", packs: VoteTown.Pack("\"proxy\": { \"limits\": [ {\"givers\": 1} ] }"));
        var voteId = await place.Open();
        await place.Mandate(voteId, place.Town.TenantB, place.Town.SeatB, place.Town.TenantA);
        await place.Mandate(voteId, place.Town.TenantC, place.Town.SeatC, place.Town.TenantA);

        var both = await Task.WhenAll(
            place.Cast(voteId, place.Town.TenantA, place.Town.SeatB, BallotChoice.Yes), place.Cast(voteId, place.Town.TenantA, place.Town.SeatC, BallotChoice.Yes));

        Assert.IsType<ProxyLimitReached>(both.Single(o => !o.IsGranted).Refusal);
    }

    [Fact]
    public async Task A_rule_without_proxies_refuses_them()
    {
        await using var place = await VoteTown.Found(rule: "test.rule", packs: VoteTown.Pack("\"proxy\": { \"allowed\": false }"));
        var voteId = await place.Open();

        Assert.IsType<ProxyNotAllowed>((await Give(place, voteId)).Refusal);
        await Give(place, until: place.App.Clock.GetUtcNow().AddDays(3), scope: MandateScope.Until);
        Assert.IsType<ProxyNotAllowed>((await place.Cast(voteId, place.Town.TenantA, place.Town.SeatB, BallotChoice.Yes)).Refusal);
    }

    private static Task<Outcome<Guid>> Give(
        VoteTown place, Guid? voteId = null, Guid? giver = null, Guid? seat = null, Guid? holder = null, DateTimeOffset? until = null,
        MandateScope scope = MandateScope.Vote, string? hash = "") => place.App.Send(
        giver ?? place.Town.TenantB,
        new GiveMandateCommand(
            place.Town.CouncilId, seat ?? place.Town.SeatB, holder ?? place.Town.TenantA, scope, voteId, Until: until, DocumentHash: hash is "" ? VoteTown.Scan : hash));
}
