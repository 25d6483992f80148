using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Votes.AnnounceTally;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Votes;

public sealed class AnnounceTallyTests
{
    [Fact]
    public async Task Watchers_are_told_once_what_has_changed_since_they_were_told_last()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        await place.Cast(voteId, place.Town.TenantA, place.Town.SeatA, BallotChoice.Yes);
        await place.Cast(voteId, place.Town.TenantB, place.Town.SeatB, BallotChoice.No);

        var told = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => place.App.SendAsProcess(new AnnounceTallyCommand(voteId))));

        Assert.Single(told, t => t.Value);
        var payload = Assert.Single(await place.Announced(voteId, "vote.tally"));
        Assert.Contains("\"revision\":2", payload, StringComparison.Ordinal);
        Assert.Contains("\"yes\":\"4820.00\",\"no\":\"3000.00\"", payload, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_stands_in_no_journal()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        await place.Cast(voteId, place.Town.TenantA, place.Town.SeatA, BallotChoice.Yes);
        var before = await place.App.Db(db => db.Journal.CountAsync());

        await place.App.SendAsProcess(new AnnounceTallyCommand(voteId));

        Assert.Equal(before, await place.App.Db(db => db.Journal.CountAsync()));
    }

    [Fact]
    public async Task Nobody_but_the_server_announces()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();

        Assert.IsType<ProcessNeeded>((await place.App.Send(place.Town.Secretary, new AnnounceTallyCommand(voteId))).Refusal);
    }
}
