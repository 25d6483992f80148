using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Votes.ListMandates;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Votes;

public sealed class ListMandatesTests
{
    [Fact]
    public async Task The_secretary_sees_all_giver_and_holder_their_own_and_others_none()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        await place.Mandate(voteId, place.Town.TenantB, place.Town.SeatB, place.Town.TenantA);

        async Task<IReadOnlyList<MandateView>> Seen(Guid person) => (await place.App.Send(person, new ListMandatesQuery(place.Town.CouncilId))).Value;

        Assert.Equal(("Blue Harbour", "Ms Wu", true, true), (await Seen(place.Town.Secretary)) is [var m] ? (m.Seat, m.Holder.En, m.Serves, m.MayRevoke) : default);
        Assert.True(Assert.Single(await Seen(place.Town.TenantB)).MayRevoke);
        Assert.False(Assert.Single(await Seen(place.Town.TenantA)).MayRevoke);
        Assert.Empty(await Seen(place.Town.TenantC));
        Assert.IsType<NotFound>((await place.App.Send(place.Town.Outsider, new ListMandatesQuery(place.Town.CouncilId))).Refusal);
    }
}
