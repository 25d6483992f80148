using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Votes.VoteCourse;
using Cohesion.Governance.Server.Tests.Harness;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Votes;

public sealed class VoteCourseTests
{
    [Fact]
    public async Task It_tells_a_process_when_ballots_open_and_close()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();

        Assert.Equal(
            new VoteCourseView(VoteStage.Open, GovernanceApp.Begin, GovernanceApp.Begin.AddDays(7), null),
            (await place.App.SendAsProcess(new VoteCourseQuery(voteId))).Value);
    }

    [Fact]
    public async Task It_is_for_processes()
    {
        await using var place = await VoteTown.Found();

        Assert.IsType<ProcessNeeded>((await place.App.Send(place.Town.Secretary, new VoteCourseQuery(await place.Open()))).Refusal);
    }
}
