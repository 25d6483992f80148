using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Votes.ListVisits;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Votes;

public sealed class ListVisitsTests
{
    [Fact]
    public async Task The_silent_are_listed_and_visiting_worker_and_secretary_are_told_how_many()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        await place.Cast(voteId, place.Town.TenantA, place.Town.SeatA, BallotChoice.Yes);

        Assert.Equal(4, (await place.App.SendAsProcess(new ListVisitsCommand(voteId))).Value);

        Assert.DoesNotContain(place.Town.SeatA, await place.App.Db(db => db.VisitList.Select(v => v.SeatId).ToListAsync()));
        var told = await place.App.Db(db => db.Notifications.Where(n => n.Kind == "vote.visits").ToListAsync());
        Assert.Equal(new[] { place.Town.Secretary, place.Town.VisitingWorker }.Order(), told.Select(n => n.PersonId).Order());
        Assert.All(told, n => Assert.StartsWith("4 seats", n.Text.En, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Listed_twice_or_at_once_a_seat_stands_on_the_list_once()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();

        var counts = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => place.App.SendAsProcess(new ListVisitsCommand(voteId))));

        Assert.Equal(5, counts.Sum(c => c.Value));
        Assert.Equal(5, await place.App.Db(db => db.VisitList.CountAsync()));
        Assert.Equal(2, await place.App.Db(db => db.Notifications.CountAsync(n => n.Kind == "vote.visits")));
    }

    [Fact]
    public async Task Nothing_is_listed_once_the_ballots_have_ended()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        place.App.Clock.SetUtcNow((await place.Vote(voteId)).ClosesAt!.Value);

        Assert.Equal(0, (await place.App.SendAsProcess(new ListVisitsCommand(voteId))).Value);
    }

    [Fact]
    public async Task Nobody_but_a_process_lists()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();

        Assert.IsType<ProcessNeeded>((await place.App.Send(place.Town.VisitingWorker, new ListVisitsCommand(voteId))).Refusal);
    }
}
