using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Votes.BallotPage;
using Cohesion.Governance.Server.Features.Votes.ExcludeSeat;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Votes;

public sealed class BallotPageTests
{
    [Fact]
    public async Task It_shows_the_readers_own_seats_their_weight_and_what_they_said()
    {
        await using var place = await VoteTown.Found(endsEarly: true);
        var voteId = await place.Open();
        await place.Cast(voteId, place.Town.TenantA, place.Town.SeatA, BallotChoice.No);

        var view = (await place.App.Send(place.Town.TenantA, new BallotPageQuery(voteId))).Value;

        var seat = Assert.Single(view.Seats);
        Assert.Equal((place.Town.SeatA, "入驻企业", (BallotChoice?)BallotChoice.No), (seat.SeatId, seat.Bloc.Zh, seat.Choice));
        Assert.Contains(seat.Measures, m => m is { Value: "4820.00", Unit: "m²" });
        Assert.Null(view.NotOpen);
        Assert.True(view.EndsEarly);
    }

    [Fact]
    public async Task It_says_why_no_ballot_is_taken()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Create();
        Assert.StartsWith("This vote has not opened yet.", (await place.App.Send(place.Town.TenantA, new BallotPageQuery(voteId))).Value.NotOpen, StringComparison.Ordinal);

        await place.Open();
        await place.App.Send(place.Town.Secretary, new ExcludeSeatCommand(voteId, place.Town.SeatA, "arrears", "Fees."));
        Assert.Equal("Fees.", (await place.App.Send(place.Town.TenantA, new BallotPageQuery(voteId))).Value.Seats[0].ExcludedFor);

        place.App.Clock.SetUtcNow((await place.Vote(voteId)).ClosesAt!.Value);
        Assert.StartsWith("This vote has closed", (await place.App.Send(place.Town.TenantA, new BallotPageQuery(voteId))).Value.NotOpen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_acts_for_no_seat_has_no_ballot_paper()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();

        Assert.IsType<OfficeNeeded>((await place.App.Send(place.Town.Secretary, new BallotPageQuery(voteId))).Refusal);
        Assert.IsType<NotFound>((await place.App.Send(place.Town.Outsider, new BallotPageQuery(voteId))).Refusal);
    }
}
