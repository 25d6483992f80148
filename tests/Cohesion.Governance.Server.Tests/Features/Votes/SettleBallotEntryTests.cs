using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Votes;
using Cohesion.Governance.Server.Features.Votes.SettleBallotEntry;
using Cohesion.Governance.Server.Features.Votes.VotePage;
using Cohesion.Governance.Server.Pipeline;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Votes;

public sealed class SettleBallotEntryTests
{
    [Fact]
    public async Task The_secretary_settles_what_two_others_read_differently_and_it_counts()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        var entry = await Disputed(place, voteId, checker: place.Town.Convenor);

        var outcome = await Settle(place, voteId, entry, BallotChoice.No);

        Assert.Equal((BallotEntryStage.Entered, BallotEffect.First), (outcome.Value.Stage, outcome.Value.Effect));
        Assert.Equal((BallotChoice.No, place.Town.VisitingWorker), await Ballot(place, voteId));
        var kept = await place.App.Db(db => db.BallotEntries.SingleAsync());
        Assert.Equal((place.Town.Secretary, "The cross stands beside no."), (kept.SettledByPersonId, kept.SettledReason));
    }

    [Fact]
    public async Task Where_the_secretary_was_one_of_the_two_only_the_convenor_settles_it()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        var entry = await Disputed(place, voteId, checker: place.Town.Secretary);

        Assert.IsType<SettlerWasInvolved>((await Settle(place, voteId, entry, BallotChoice.No)).Refusal);
        Assert.True((await Settle(place, voteId, entry, BallotChoice.No, by: place.Town.Convenor)).IsGranted);
    }

    [Fact]
    public async Task What_says_nothing_valid_does_not_count_and_the_result_says_why()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        var entry = await Disputed(place, voteId, checker: place.Town.Convenor);

        Assert.Equal(BallotEntryStage.Void, (await Settle(place, voteId, entry, null)).Value.Stage);

        Assert.Null(await place.BallotOf(voteId, place.Town.SeatB));
        var listed = Assert.Single((await place.App.Send(place.Town.Auditor, new VotePageQuery(voteId))).Value.UncountedEntries);
        Assert.Equal("The cross stands beside no.", listed.Reason);
    }

    [Fact]
    public async Task Settled_twice_it_is_settled_once_and_two_at_once_leave_one()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        var entry = await Disputed(place, voteId, checker: place.Town.Convenor);
        var first = await Settle(place, voteId, entry, BallotChoice.No);

        var again = await Settle(place, voteId, entry, BallotChoice.No);

        Assert.Equal(first.Value.Receipt, again.Value.Receipt);
        Assert.IsType<EntryNotDisputed>((await Settle(place, voteId, entry, BallotChoice.Yes)).Refusal);
        Assert.Equal(1, await place.App.Db(db => db.BallotRecords.CountAsync()));
    }

    [Fact]
    public async Task Refused_while_nobody_has_read_it_differently_after_the_count_and_without_a_reason()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        var unread = await place.Enter(voteId, place.Town.SeatA, BallotChoice.Yes);
        var entry = await Disputed(place, voteId, checker: place.Town.Convenor);

        Assert.IsType<EntryNotDisputed>((await Settle(place, voteId, unread, BallotChoice.Yes)).Refusal);
        Assert.IsType<InvalidRequest>((await place.App.Send(place.Town.Secretary, new SettleBallotEntryCommand(voteId, entry, BallotChoice.No, ""))).Refusal);
        await place.Count(voteId);
        Assert.IsType<EntryNotDisputed>((await Settle(place, voteId, entry, BallotChoice.No)).Refusal);
    }

    [Fact]
    public async Task Others_may_not_settle_and_outsiders_find_nothing()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        var entry = await Disputed(place, voteId, checker: place.Town.Convenor);

        Assert.IsType<OfficeNeeded>((await Settle(place, voteId, entry, BallotChoice.No, by: place.Town.VisitingWorker)).Refusal);
        Assert.IsType<NotFound>((await Settle(place, voteId, entry, BallotChoice.No, by: place.Town.Outsider)).Refusal);
        Assert.IsType<NotFound>((await Settle(place, voteId, Guid.CreateVersion7(), BallotChoice.No)).Refusal);
    }

    private static async Task<Guid> Disputed(VoteTown place, Guid voteId, Guid checker)
    {
        var entry = await place.Enter(voteId, place.Town.SeatB, BallotChoice.Yes);
        Assert.Equal(BallotEntryStage.Disputed, (await place.Check(voteId, entry, BallotChoice.No, by: checker)).Value.Stage);
        return entry;
    }

    private static Task<Outcome<CheckedEntry>> Settle(VoteTown place, Guid voteId, Guid entry, BallotChoice? choice, Guid? by = null) =>
        place.App.Send(by ?? place.Town.Secretary, new SettleBallotEntryCommand(voteId, entry, choice, "The cross stands beside no."));

    private static async Task<(BallotChoice, Guid)> Ballot(VoteTown place, Guid voteId) =>
        await place.BallotOf(voteId, place.Town.SeatB) is { } ballot ? (ballot.Choice, ballot.CastByPersonId) : default;
}
