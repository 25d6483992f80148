using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Votes.DecideExclusionObjection;
using Cohesion.Governance.Server.Features.Votes.ExcludeSeat;
using Cohesion.Governance.Server.Features.Votes.ObjectToExclusion;
using Cohesion.Governance.Server.Features.Votes.VotePage;
using Cohesion.Governance.Server.Pipeline;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Votes;

public sealed class DecideExclusionObjectionTests
{
    [Fact]
    public async Task Upheld_the_seat_takes_part_again_and_the_result_tells_the_whole_story()
    {
        await using var place = await VoteTown.Found();
        var voteId = await Objected(place);

        Assert.True((await Decide(place, voteId, upheld: true)).IsGranted);

        Assert.True((await place.Cast(voteId, place.Town.TenantA, place.Town.SeatA, BallotChoice.Yes)).IsGranted);
        await place.Count(voteId);
        var told = Assert.Single((await place.App.Send(place.Town.Auditor, new VotePageQuery(voteId))).Value.Exclusions);
        Assert.Equal(
            ("Secretary Lin", "We only rent the crane.", true, "Renting is no conflict.", "Convenor Chen"),
            (told.DecidedBy.En, told.Objection, told.Upheld, told.Finding, told.ObjectionDecidedBy!.En));
        Assert.NotNull(told.EndedAt);
        Assert.Equal(place.Town.TenantA, (await place.App.Db(db => db.Notifications.SingleAsync(n => n.Kind == "vote.exclusionDecided"))).PersonId);
    }

    [Fact]
    public async Task Not_upheld_the_seat_stays_out_and_the_result_says_so()
    {
        await using var place = await VoteTown.Found();
        var voteId = await Objected(place);

        Assert.True((await Decide(place, voteId, upheld: false)).IsGranted);

        Assert.IsType<SeatIsExcluded>((await place.Cast(voteId, place.Town.TenantA, place.Town.SeatA, BallotChoice.Yes)).Refusal);
        Assert.False(Assert.Single((await place.App.Send(place.Town.Auditor, new VotePageQuery(voteId))).Value.Exclusions).Upheld);
    }

    [Fact]
    public async Task Who_excluded_the_seat_does_not_decide()
    {
        await using var place = await VoteTown.Found();
        var voteId = await Objected(place);

        Assert.IsType<ExcluderDoesNotDecide>((await Decide(place, voteId, by: place.Town.Secretary)).Refusal);
    }

    [Fact]
    public async Task Decided_twice_alike_it_is_decided_once_and_otherwise_refused()
    {
        await using var place = await VoteTown.Found();
        var voteId = await Objected(place);
        await Decide(place, voteId, upheld: false);

        Assert.True((await Decide(place, voteId, upheld: false)).IsGranted);
        Assert.IsType<ExclusionObjectionDecided>((await Decide(place, voteId, upheld: true)).Refusal);
        Assert.Equal(1, await place.App.Db(db => db.Notifications.CountAsync(n => n.Kind == "vote.exclusionDecided")));
    }

    [Fact]
    public async Task Two_decisions_at_once_leave_one()
    {
        await using var place = await VoteTown.Found();
        var voteId = await Objected(place);

        var both = await Task.WhenAll(Decide(place, voteId, upheld: true), Decide(place, voteId, upheld: false));

        Assert.IsType<ExclusionObjectionDecided>(both.Single(o => !o.IsGranted).Refusal);
    }

    [Fact]
    public async Task Refused_without_an_exclusion_an_objection_or_a_finding_and_from_closing_on()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        Assert.IsType<SeatNotExcluded>((await Decide(place, voteId)).Refusal);
        await place.App.Send(place.Town.Secretary, new ExcludeSeatCommand(voteId, place.Town.SeatA, "conflictOfInterest", "Builds the elevator."));
        Assert.IsType<NoExclusionObjection>((await Decide(place, voteId)).Refusal);
        Assert.IsType<InvalidRequest>((await place.App.Send(place.Town.Convenor, new DecideExclusionObjectionCommand(voteId, place.Town.SeatA, true, ""))).Refusal);
        Assert.IsType<OfficeNeeded>((await Decide(place, voteId, by: place.Town.TenantB)).Refusal);
        Assert.IsType<NotFound>((await Decide(place, voteId, by: place.Town.Outsider)).Refusal);
        place.App.Clock.SetUtcNow((await place.Vote(voteId)).ClosesAt!.Value);
        Assert.IsType<VoteHasClosed>((await Decide(place, voteId)).Refusal);
    }

    private static async Task<Guid> Objected(VoteTown place)
    {
        var voteId = await place.Open();
        await place.App.Send(place.Town.Secretary, new ExcludeSeatCommand(voteId, place.Town.SeatA, "conflictOfInterest", "Builds the elevator."));
        Assert.True((await place.App.Send(place.Town.TenantA, new ObjectToExclusionCommand(voteId, place.Town.SeatA, "We only rent the crane."))).IsGranted);
        return voteId;
    }

    private static Task<Outcome<Done>> Decide(VoteTown place, Guid voteId, bool upheld = true, Guid? by = null) =>
        place.App.Send(by ?? place.Town.Convenor, new DecideExclusionObjectionCommand(voteId, place.Town.SeatA, upheld, "Renting is no conflict."));
}
