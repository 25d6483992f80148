using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Votes.TellSecrecyRefused;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Votes;

public sealed class TellSecrecyRefusedTests
{
    [Fact]
    public async Task Only_the_server_tells_that_a_vote_cannot_be_secret()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Create(secret: true);
        Assert.IsType<ProcessNeeded>((await place.App.Send(place.Town.Secretary, new TellSecrecyRefusedCommand(voteId))).Refusal);
        Assert.Equal(2, (await place.App.SendAsProcess(new TellSecrecyRefusedCommand(voteId))).Value);
    }
}
