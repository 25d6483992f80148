using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Votes.LiveTally;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Votes;

public sealed class LiveTallyTests
{
    [Fact]
    public async Task It_adds_up_seats_and_measures_by_choice_and_bloc()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        await place.CastAll(voteId, a: BallotChoice.No, c: BallotChoice.Abstain);

        var tally = (await place.App.Send(place.Town.Observer, new LiveTallyQuery(voteId))).Value;

        Assert.Equal((5, 3, 1, 1, 0), (tally.Whole.Seats, tally.Whole.Yes, tally.Whole.No, tally.Whole.Abstain, tally.Whole.Silent));
        var area = tally.Blocs.Single(b => b.Code == "tenants").Tally.Measures.Single(m => m.Code == "area");
        Assert.Equal(("8820.50", "3000.00", "4820.00", "1000.50"), (area.All, area.Yes, area.No, area.Abstain));
        Assert.Equal(5, tally.Revision);
    }

    [Fact]
    public async Task Somebody_from_elsewhere_is_not_told_that_it_exists()
    {
        await using var place = await VoteTown.Found();

        Assert.IsType<NotFound>((await place.App.Send(place.Town.Outsider, new LiveTallyQuery(await place.Open()))).Refusal);
    }
}
