using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Votes.CancelVote;
using Cohesion.Governance.Server.Features.Votes.ListVisits;
using Cohesion.Governance.Server.Features.Votes.RecordVisit;
using Cohesion.Governance.Server.Pipeline;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Votes;

public sealed class RecordVisitTests
{
    [Fact]
    public async Task A_visit_is_noted_on_the_list_and_a_later_one_takes_its_place()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        await place.App.SendAsProcess(new ListVisitsCommand(voteId));

        await place.App.Send(place.Town.VisitingWorker, new RecordVisitCommand(voteId, place.Town.SeatC, "Nobody there"));
        place.App.Clock.Advance(TimeSpan.FromHours(2));
        await place.App.Send(place.Town.VisitingWorker, new RecordVisitCommand(voteId, place.Town.SeatC, "Met Ms Sun, will vote online"));

        var visit = await place.App.Db(db => db.VisitList.SingleAsync(v => v.SeatId == place.Town.SeatC));
        Assert.Equal((place.Town.VisitingWorker, "Met Ms Sun, will vote online"), (visit.VisitedByPersonId, visit.Note));
        Assert.Equal(place.App.Clock.GetUtcNow(), visit.VisitedAt);
        Assert.Equal(2, await place.App.Db(db => db.Journal.CountAsync(j => j.Command == "RecordVisit")));
    }

    [Fact]
    public async Task Two_at_once_to_a_seat_that_was_not_listed_are_both_taken()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();

        var both = await Task.WhenAll(
            place.App.Send(place.Town.VisitingWorker, new RecordVisitCommand(voteId, place.Town.SeatC, "Met")),
            place.App.Send(place.Town.Secretary, new RecordVisitCommand(voteId, place.Town.SeatC, "Met as well")));

        Assert.All(both, o => Assert.True(o.IsGranted));
        Assert.Equal(1, await place.App.Db(db => db.VisitList.CountAsync()));
    }

    [Fact]
    public async Task Refused_for_a_stranger_seat_an_empty_note_and_a_vote_that_is_not_open()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Create();
        var command = new RecordVisitCommand(voteId, place.Town.SeatC, "Met");

        Assert.IsType<VoteNotOpenYet>((await place.App.Send(place.Town.VisitingWorker, command)).Refusal);
        await place.Open();
        Assert.IsType<SeatNotOnRoll>((await place.App.Send(place.Town.VisitingWorker, command with { SeatId = Guid.CreateVersion7() })).Refusal);
        Assert.IsType<InvalidRequest>((await place.App.Send(place.Town.VisitingWorker, command with { Note = "" })).Refusal);
        await place.App.Send(place.Town.Secretary, new CancelVoteCommand(voteId, "Wrong text"));
        Assert.IsType<VoteWasCancelled>((await place.App.Send(place.Town.VisitingWorker, command)).Refusal);
    }

    [Fact]
    public async Task Refused_once_the_vote_has_closed()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        place.App.Clock.SetUtcNow((await place.Vote(voteId)).ClosesAt!.Value);

        Assert.IsType<VoteHasClosed>((await place.App.Send(place.Town.VisitingWorker, new RecordVisitCommand(voteId, place.Town.SeatC, "Met"))).Refusal);
    }

    [Fact]
    public async Task Only_visiting_workers_and_the_secretary_record_visits()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();

        Assert.IsType<OfficeNeeded>((await place.App.Send(place.Town.TenantA, new RecordVisitCommand(voteId, place.Town.SeatC, "Met"))).Refusal);
        Assert.IsType<NotFound>((await place.App.Send(place.Town.Outsider, new RecordVisitCommand(voteId, place.Town.SeatC, "Met"))).Refusal);
    }
}
