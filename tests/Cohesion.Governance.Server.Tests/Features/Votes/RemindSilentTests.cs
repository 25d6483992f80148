using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Votes.ExcludeSeat;
using Cohesion.Governance.Server.Features.Votes.RemindSilent;
using Cohesion.Governance.Server.Pipeline;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Votes;

public sealed class RemindSilentTests
{
    [Fact]
    public async Task Only_those_who_may_vote_and_have_not_are_reminded()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        await place.Cast(voteId, place.Town.TenantA, place.Town.SeatA, BallotChoice.Yes);
        await place.App.Send(place.Town.Secretary, new ExcludeSeatCommand(voteId, place.Town.SeatB, "arrears", "Fees."));

        var silent = await place.App.SendAsProcess(new RemindSilentCommand(voteId, VoteMoment.Half));

        Assert.Equal(3, silent.Value);
        Assert.Equal(
            new[] { place.Town.Property, place.Town.TenantC, place.Town.Convenor }.Order(),
            (await place.App.Db(db => db.Notifications.Where(n => n.Kind == "vote.reminder").Select(n => n.PersonId).ToListAsync())).Order());
    }

    [Fact]
    public async Task At_each_moment_they_are_reminded_once_however_often_it_is_sent()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => place.App.SendAsProcess(new RemindSilentCommand(voteId, VoteMoment.Half))));
        Assert.Equal(5, await place.App.Db(db => db.Notifications.CountAsync(n => n.Kind == "vote.reminder")));

        await place.App.SendAsProcess(new RemindSilentCommand(voteId, VoteMoment.LastDay));
        Assert.Equal(10, await place.App.Db(db => db.Notifications.CountAsync(n => n.Kind == "vote.reminder")));
    }

    [Fact]
    public async Task Nobody_is_reminded_of_a_vote_that_takes_no_more_ballots()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        place.App.Clock.SetUtcNow((await place.Vote(voteId)).ClosesAt!.Value);

        Assert.Equal(0, (await place.App.SendAsProcess(new RemindSilentCommand(voteId, VoteMoment.LastDay))).Value);
        Assert.Equal(0, await place.App.Db(db => db.Notifications.CountAsync(n => n.Kind == "vote.reminder")));
    }

    [Fact]
    public async Task The_end_is_no_moment_to_remind_at()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();

        Assert.IsType<InvalidRequest>((await place.App.SendAsProcess(new RemindSilentCommand(voteId, VoteMoment.Close))).Refusal);
    }

    [Fact]
    public async Task Nobody_but_a_process_reminds()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();

        Assert.IsType<ProcessNeeded>((await place.App.Send(place.Town.Secretary, new RemindSilentCommand(voteId, VoteMoment.Half))).Refusal);
    }
}
