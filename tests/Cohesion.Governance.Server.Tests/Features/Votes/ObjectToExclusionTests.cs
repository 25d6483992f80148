using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Votes.BallotPage;
using Cohesion.Governance.Server.Features.Votes.CancelVote;
using Cohesion.Governance.Server.Features.Votes.ExcludeSeat;
using Cohesion.Governance.Server.Features.Votes.ObjectToExclusion;
using Cohesion.Governance.Server.Pipeline;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Votes;

public sealed class ObjectToExclusionTests
{
    [Fact]
    public async Task The_excluded_seat_sees_who_decided_it_and_objects_and_whoever_may_decide_is_told()
    {
        await using var place = await VoteTown.Found();
        var voteId = await Excluded(place);
        var seen = (await place.App.Send(place.Town.TenantA, new BallotPageQuery(voteId))).Value.Seats.Single().Exclusion!;
        Assert.Equal(("Builds the elevator.", "Secretary Lin"), (seen.Reason, seen.DecidedBy.En));
        Assert.Equal(place.Town.TenantA, (await place.App.Db(db => db.Notifications.SingleAsync(n => n.Kind == "vote.excluded"))).PersonId);

        Assert.True((await Object(place, voteId)).IsGranted);
        Assert.True((await Object(place, voteId)).IsGranted);

        var kept = await place.App.Db(db => db.SeatExclusions.SingleAsync());
        Assert.Equal(("We only rent the crane.", place.Town.TenantA), (kept.Objection, kept.ObjectedByPersonId));
        Assert.Equal(place.Town.Convenor, (await place.App.Db(db => db.Notifications.SingleAsync(n => n.Kind == "vote.exclusionObjected"))).PersonId);
    }

    [Fact]
    public async Task Two_objections_at_once_leave_one()
    {
        await using var place = await VoteTown.Found();
        var voteId = await Excluded(place);

        var both = await Task.WhenAll(Object(place, voteId, words: "One."), Object(place, voteId, words: "Two."));

        Assert.IsType<ExclusionObjectedTo>(both.Single(o => !o.IsGranted).Refusal);
    }

    [Fact]
    public async Task Refused_for_a_seat_not_excluded_for_somebody_elses_and_for_nothing_said()
    {
        await using var place = await VoteTown.Found();
        var voteId = await Excluded(place);

        Assert.IsType<SeatNotExcluded>((await Object(place, voteId, place.Town.TenantB, place.Town.SeatB)).Refusal);
        Assert.IsType<NotYourSeat>((await Object(place, voteId, place.Town.TenantB)).Refusal);
        Assert.IsType<InvalidRequest>((await Object(place, voteId, words: "")).Refusal);
        Assert.IsType<OfficeNeeded>((await Object(place, voteId, place.Town.Secretary)).Refusal);
        Assert.IsType<NotFound>((await Object(place, voteId, place.Town.Outsider)).Refusal);
    }

    [Fact]
    public async Task Refused_from_closing_on_before_the_roll_is_frozen_and_once_cancelled()
    {
        await using var place = await VoteTown.Found();
        Assert.IsType<RollNotFrozen>((await Object(place, await place.Create())).Refusal);
        var voteId = await Excluded(place);
        place.App.Clock.SetUtcNow((await place.Vote(voteId)).ClosesAt!.Value);
        Assert.IsType<VoteHasClosed>((await Object(place, voteId)).Refusal);

        await using var other = await VoteTown.Found();
        var cancelled = await Excluded(other);
        await other.App.Send(other.Town.Secretary, new CancelVoteCommand(cancelled, "Wrong text"));
        Assert.IsType<VoteWasCancelled>((await Object(other, cancelled)).Refusal);
    }

    private static async Task<Guid> Excluded(VoteTown place)
    {
        var voteId = await place.Open();
        Assert.True((await place.App.Send(
            place.Town.Secretary, new ExcludeSeatCommand(voteId, place.Town.SeatA, "conflictOfInterest", "Builds the elevator."))).IsGranted);
        return voteId;
    }

    private static Task<Outcome<Done>> Object(VoteTown place, Guid voteId, Guid? by = null, Guid? seat = null, string words = "We only rent the crane.") =>
        place.App.Send(by ?? place.Town.TenantA, new ObjectToExclusionCommand(voteId, seat ?? place.Town.SeatA, words));
}
