using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Votes;
using Cohesion.Governance.Server.Features.Votes.ListEnvelopes;
using Cohesion.Governance.Server.Tests.Features.Votes.Secrecy;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Votes;

public sealed class ListEnvelopesTests
{
    [Fact]
    public async Task Letters_stand_before_the_first_envelope_and_each_envelope_has_its_own()
    {
        var (place, voters) = await SecretTown.Found(more: 2);
        await using var _ = place;
        var voteId = await place.Open(secret: true);
        var empty = (await place.App.Send(place.Town.VisitingWorker, new ListEnvelopesQuery(voteId))).Value;
        Assert.Equal([("A", "everybody, weight 1", 3, 0), ("B", "everybody, weight 2", 4, 0)], empty.Groups.Select(g => (g.Letter, g.Name.En, g.Seats, g.Standing)));
        Assert.Equal(new VoteStillOpen().Message, empty.NotNow);
        Assert.False(empty.MayEnter || empty.MayCheck);

        await place.Cast(voteId, voters[0], BallotChoice.Yes);
        await place.Envelope(voteId, voters[0]);
        await place.Envelope(voteId, voters[3], BallotChannel.Visit);
        await place.EnterEnvelope(voteId, voters[4]);

        var list = (await place.App.Send(place.Town.Secretary, new ListEnvelopesQuery(voteId))).Value;
        Assert.Equal(
            [("A", voters[0].Label, IntakeWords.Of(SetAsideReason.OnlineStands)), ("B", voters[3].Label, null)],
            list.Envelopes.Select(e => (e.Letter, e.Seat, e.StaysClosed)));
        Assert.Equal([(0, false), (1, true)], list.Groups.Select(g => (g.Standing, g.IsSmall)));
        Assert.Equal(1, list.Unchecked);
    }

    [Fact]
    public async Task Who_may_enter_and_who_may_check_is_told_and_never_what_was_counted()
    {
        var (place, voteId, _) = await EnvelopeTown.Closed();
        await using var done = place;
        EnvelopeTotals[] totals = [new("A", 1, 0, 0, 0), new("B", 0, 0, 0, 1)];
        Assert.True((await place.App.Send(place.Town.Secretary, new ListEnvelopesQuery(voteId))).Value is { MayEnter: true, MayCheck: false, Opening: null });
        await place.EnterTotals(voteId, totals);

        Assert.True((await place.App.Send(place.Town.Secretary, new ListEnvelopesQuery(voteId))).Value is { MayEnter: true, MayCheck: false, Opening.CheckedBy: null });
        Assert.True((await place.App.Send(place.Town.VisitingWorker, new ListEnvelopesQuery(voteId))).Value is { MayEnter: true, MayCheck: true });
        Assert.True((await place.App.Send(place.Town.Convenor, new ListEnvelopesQuery(voteId))).Value is { MayEnter: false, MayCheck: true });
        await place.CheckTotals(voteId, totals);
        var after = (await place.App.Send(place.Town.Convenor, new ListEnvelopesQuery(voteId))).Value;
        Assert.True(after is { MayCheck: false, Opening: { CheckedBy: not null, Envelopes: 2, Place: "Room 101", Witness: "Mr Qian" } });
        Assert.Equal(new EnvelopesCounted().Message, after.NotNow);
    }

    [Fact]
    public async Task Refused_to_others_and_for_a_named_vote()
    {
        var (place, voteId, _) = await EnvelopeTown.Closed();
        await using var done = place;
        Assert.IsType<OfficeNeeded>((await place.App.Send(place.Town.TenantA, new ListEnvelopesQuery(voteId))).Refusal);
        Assert.IsType<NotFound>((await place.App.Send(place.Town.Outsider, new ListEnvelopesQuery(voteId))).Refusal);
        await using var named = await VoteTown.Found();
        Assert.IsType<NoEnvelopes>((await named.App.Send(named.Town.Secretary, new ListEnvelopesQuery(await named.Open()))).Refusal);
    }
}
