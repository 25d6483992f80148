using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Votes.RevokeMandate;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Votes;

public sealed class RevokeMandateTests
{
    [Fact]
    public async Task Taken_back_it_serves_no_more_and_the_holder_is_told_once()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        var mandate = await place.Mandate(voteId, place.Town.TenantB, place.Town.SeatB, place.Town.TenantA);

        Assert.True((await Revoke(place, place.Town.TenantB, mandate)).IsGranted);
        Assert.True((await Revoke(place, place.Town.TenantB, mandate)).IsGranted);

        Assert.IsType<MandateRevoked>((await place.Cast(voteId, place.Town.TenantA, place.Town.SeatB, BallotChoice.Yes)).Refusal);
        Assert.Equal(1, await place.App.Db(db => db.Notifications.CountAsync(n => n.Kind == "mandate.ended" && n.PersonId == place.Town.TenantA)));
    }

    [Fact]
    public async Task The_secretary_may_take_it_back_for_the_seat()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        var mandate = await place.Mandate(voteId, place.Town.TenantB, place.Town.SeatB, place.Town.TenantA);

        Assert.True((await Revoke(place, place.Town.Secretary, mandate)).IsGranted);
    }

    [Fact]
    public async Task Once_used_it_stays()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        var mandate = await place.Mandate(voteId, place.Town.TenantB, place.Town.SeatB, place.Town.TenantA);
        await place.Cast(voteId, place.Town.TenantA, place.Town.SeatB, BallotChoice.Yes);

        Assert.IsType<MandateUsed>((await Revoke(place, place.Town.TenantB, mandate)).Refusal);
    }

    [Fact]
    public async Task Used_and_taken_back_at_once_it_is_one_or_the_other()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        var mandate = await place.Mandate(voteId, place.Town.TenantB, place.Town.SeatB, place.Town.TenantA);

        var cast = place.Cast(voteId, place.Town.TenantA, place.Town.SeatB, BallotChoice.Yes);
        var back = Revoke(place, place.Town.TenantB, mandate);
        await Task.WhenAll(cast, back);

        Assert.NotEqual((await cast).IsGranted, (await back).IsGranted);
        Assert.Equal((await cast).IsGranted, await place.BallotOf(voteId, place.Town.SeatB) is not null);
    }

    [Fact]
    public async Task Others_may_not_and_outsiders_find_nothing()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        var mandate = await place.Mandate(voteId, place.Town.TenantB, place.Town.SeatB, place.Town.TenantA);

        Assert.IsType<NotYourSeat>((await Revoke(place, place.Town.TenantA, mandate)).Refusal);
        Assert.IsType<OfficeNeeded>((await Revoke(place, place.Town.VisitingWorker, mandate)).Refusal);
        Assert.IsType<NotFound>((await Revoke(place, place.Town.Outsider, mandate)).Refusal);
        Assert.IsType<NotFound>((await Revoke(place, place.Town.TenantB, Guid.CreateVersion7())).Refusal);
    }

    private static Task<Outcome<Done>> Revoke(VoteTown place, Guid person, Guid mandate) =>
        place.App.Send(person, new RevokeMandateCommand(place.Town.CouncilId, mandate));
}
