using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Votes.ExcludeSeat;
using Cohesion.Governance.Server.Features.Votes.RecordVisit;
using Cohesion.Governance.Server.Features.Votes.RemindSilent;
using Cohesion.Governance.Server.Features.Votes.VisitSheet;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Votes;

public sealed class VisitSheetTests
{
    [Fact]
    public async Task It_has_one_line_for_each_seat_that_may_vote_and_has_not()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        await place.Cast(voteId, place.Town.TenantA, place.Town.SeatA, BallotChoice.Yes);
        await place.App.Send(place.Town.Secretary, new ExcludeSeatCommand(voteId, place.Town.SeatC, "arrears", "Fees."));
        await place.App.Send(place.Town.VisitingWorker, new RecordVisitCommand(voteId, place.Town.SeatB, "Nobody there"));

        var sheet = (await place.App.Send(place.Town.VisitingWorker, new VisitSheetQuery(voteId))).Value;

        Assert.Equal(["Jinhongqiao Property", "Blue Harbour", "Tianshan Road Street"], sheet.Lines.Select(l => l.Seat));
        Assert.Equal("Nobody there", sheet.Lines[1].Note);
        Assert.Null(sheet.NotTaking);
    }

    [Fact]
    public async Task Whose_paper_waits_to_be_checked_is_neither_visited_nor_reminded_until_it_is_found_void()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        var entry = await place.Enter(voteId, place.Town.SeatB, BallotChoice.Yes);

        Assert.DoesNotContain((await place.App.Send(place.Town.Secretary, new VisitSheetQuery(voteId))).Value.Lines, l => l.SeatId == place.Town.SeatB);
        Assert.Equal(4, (await place.App.SendAsProcess(new RemindSilentCommand(voteId, VoteMoment.Half))).Value);

        await place.Check(voteId, entry, BallotChoice.No);
        await place.App.Send(place.Town.Convenor, new Server.Features.Votes.SettleBallotEntry.SettleBallotEntryCommand(voteId, entry, null, "Blank."));
        Assert.Contains((await place.App.Send(place.Town.Secretary, new VisitSheetQuery(voteId))).Value.Lines, l => l.SeatId == place.Town.SeatB);
        Assert.Equal(5, (await place.App.SendAsProcess(new RemindSilentCommand(voteId, VoteMoment.LastDay))).Value);
    }

    [Fact]
    public async Task Of_a_co_owned_seat_one_paper_is_one_voice_and_the_others_are_still_asked()
    {
        await using var place = await VoteTown.Found();
        await place.App.Db(db => db.OfficeHoldings.Where(h => h.SeatId == place.Town.SeatA).ExecuteUpdateAsync(set => set.SetProperty(h => h.CoOwner, true)));
        await place.Join(place.Town.Observer, place.Town.SeatA, coOwner: true);
        var voteId = await place.Open();
        await place.Enter(voteId, place.Town.SeatA, BallotChoice.Yes, signedBy: place.Town.TenantA);

        Assert.Contains((await place.App.Send(place.Town.Secretary, new VisitSheetQuery(voteId))).Value.Lines, l => l.SeatId == place.Town.SeatA);
    }

    [Fact]
    public async Task Once_ballots_have_ended_there_is_nobody_to_visit_and_it_says_why()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        await place.Count(voteId);

        var sheet = (await place.App.Send(place.Town.VisitingWorker, new VisitSheetQuery(voteId))).Value;

        Assert.Empty(sheet.Lines);
        Assert.Equal(new VoteHasClosed().Message, sheet.NotTaking);
    }

    [Fact]
    public async Task Only_those_who_visit_may_read_it()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();

        Assert.IsType<OfficeNeeded>((await place.App.Send(place.Town.TenantA, new VisitSheetQuery(voteId))).Refusal);
        Assert.IsType<NotFound>((await place.App.Send(place.Town.Outsider, new VisitSheetQuery(voteId))).Refusal);
    }
}
