using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Votes.CancelVote;
using Cohesion.Governance.Server.Features.Votes.CountVote;
using Cohesion.Governance.Server.Features.Votes.EnterEnvelopeTotals;
using Cohesion.Governance.Server.Features.Votes.VotePage;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Tests.Features.Votes.Secrecy;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Cohesion.Governance.Domain.Rules.BallotChoice;

namespace Cohesion.Governance.Server.Tests.Features.Votes;

public sealed class EnterEnvelopeTotalsTests
{
    private static readonly EnvelopeTotals[] Counted = [new("A", 1, 0, 0, 0), new("B", 0, 0, 0, 1)];

    [Fact]
    public async Task Totals_lie_sealed_with_place_time_and_witness_and_count_for_nothing_before_somebody_else_has_counted_too()
    {
        var (place, voteId, _) = await EnvelopeTown.Closed();
        await using var done = place;
        Assert.Equal(new EnvelopesStillClosed(0, 2), (await place.App.SendAsProcess(new CountVoteCommand(voteId))).Refusal);
        Assert.Equal(2, (await place.App.Send(place.Town.TenantA, new VotePageQuery(voteId))).Value.EnvelopesWaiting);

        Assert.True((await place.EnterTotals(voteId, Counted)).IsGranted);

        var opening = await place.App.Db(db => db.EnvelopeOpenings.AsNoTracking().SingleAsync());
        Assert.Equal(
            ("Room 101", "Mr Qian", place.App.Clock.GetUtcNow(), 2, place.Town.Secretary, false),
            (opening.Place, opening.Witness, opening.OpenedAt, opening.Envelopes, opening.EnteredByPersonId, opening.IsCounted));
        Assert.NotNull(opening.Sealed);
        Assert.Equal(new EnvelopesStillClosed(0, 2), (await place.App.SendAsProcess(new CountVoteCommand(voteId))).Refusal);
        Assert.Equal(2, (await place.App.Send(place.Town.TenantA, new VotePageQuery(voteId))).Value.EnvelopesWaiting);
        Assert.DoesNotContain("yes", await place.App.Db(db => db.Journal.Where(e => e.Command == "EnterEnvelopeTotals").Select(e => e.Content).SingleAsync()), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(2, await place.App.Db(db => db.Notifications.CountAsync(n => n.Kind == "vote.envelopesToCheck")));
    }

    [Fact]
    public async Task Before_the_end_and_once_cancelled_nothing_is_opened()
    {
        var (place, voters) = await SecretTown.Found(more: 2);
        await using var _ = place;
        var voteId = await place.Open(secret: true);
        await place.Envelope(voteId, voters[2]);
        Assert.IsType<VoteStillOpen>((await place.EnterTotals(voteId, Counted)).Refusal);
        await place.App.Send(place.Town.Secretary, new CancelVoteCommand(voteId, "Wrong text"));
        Assert.IsType<VoteWasCancelled>((await place.EnterTotals(voteId, Counted)).Refusal);
    }

    [Fact]
    public async Task They_are_opened_after_the_end_and_not_in_the_future()
    {
        var (place, voteId, _) = await EnvelopeTown.Closed();
        await using var done = place;
        var now = place.App.Clock.GetUtcNow();
        foreach (var at in new[] { now.AddMinutes(-1), now.AddTicks(1) })
        {
            Assert.IsType<OpenedOutsideTime>((await place.App.Send(place.Town.Secretary, new EnterEnvelopeTotalsCommand(voteId, Counted, "Room 101", at, "Mr Qian"))).Refusal);
        }
    }

    [Fact]
    public async Task Numbers_that_do_not_add_up_are_refused_with_the_numbers_and_groups_that_do_not_fit_with_their_letters()
    {
        var (place, voteId, _) = await EnvelopeTown.Closed();
        await using var done = place;

        var miscounted = Assert.IsType<EnvelopeTotalsDiffer>((await place.EnterTotals(voteId, new EnvelopeTotals("A", 1, 1, 0, 0), new EnvelopeTotals("B", 0, 0, 0, 0))).Refusal);
        Assert.Equal([new EnvelopeMiscount("A", 2, 1), new EnvelopeMiscount("B", 0, 1)], miscounted.Groups);
        Assert.Contains("group A has 1 envelope, and 2 papers were entered", miscounted.Message.En, StringComparison.Ordinal);
        Assert.Contains("A 组有信封 1 个，录入 2 张", miscounted.Message.Zh, StringComparison.Ordinal);
        Assert.Equal(new WrongEnvelopeGroups("A, B"), (await place.EnterTotals(voteId, Counted[0])).Refusal);
        Assert.IsType<WrongEnvelopeGroups>((await place.EnterTotals(voteId, Counted[0], Counted[0])).Refusal);
        Assert.IsType<WrongEnvelopeGroups>((await place.EnterTotals(voteId, Counted[0], Counted[1], new EnvelopeTotals("C", 0, 0, 0, 0))).Refusal);
        Assert.IsType<InvalidRequest>((await place.EnterTotals(voteId, new EnvelopeTotals("A", 2, -1, 0, 0), Counted[1])).Refusal);
        Assert.IsType<InvalidRequest>((await place.EnterTotals(voteId)).Refusal);
        Assert.IsType<InvalidRequest>((await place.App.Send(place.Town.Secretary, new EnterEnvelopeTotalsCommand(voteId, Counted, "", place.App.Clock.GetUtcNow(), "Mr Qian"))).Refusal);
        Assert.IsType<InvalidRequest>((await place.App.Send(place.Town.Secretary, new EnterEnvelopeTotalsCommand(voteId, Counted, "Room 101", place.App.Clock.GetUtcNow(), ""))).Refusal);
        Assert.Equal(0, await place.App.Db(db => db.EnvelopeOpenings.CountAsync()));
    }

    [Fact]
    public async Task Only_who_may_enter_papers_may_enter_totals()
    {
        var (place, voteId, _) = await EnvelopeTown.Closed();
        await using var done = place;
        Assert.IsType<OfficeNeeded>((await place.EnterTotals(voteId, place.Town.TenantA, Counted)).Refusal);
        Assert.IsType<OfficeNeeded>((await place.EnterTotals(voteId, place.Town.Convenor, Counted)).Refusal);
        Assert.IsType<NotFound>((await place.EnterTotals(voteId, place.Town.Outsider, Counted)).Refusal);
        Assert.True((await place.EnterTotals(voteId, place.Town.VisitingWorker, Counted)).IsGranted);
    }

    [Fact]
    public async Task Sent_twice_it_is_one_and_sent_anew_or_by_two_at_once_the_last_waits_to_be_checked()
    {
        var (place, voteId, _) = await EnvelopeTown.Closed();
        await using var done = place;
        await place.EnterTotals(voteId, Counted);
        var first = await place.App.Db(db => db.EnvelopeOpenings.AsNoTracking().SingleAsync());
        Assert.True((await place.EnterTotals(voteId, Counted)).IsGranted);
        Assert.Equal(first.Sealed, await place.App.Db(db => db.EnvelopeOpenings.Select(o => o.Sealed).SingleAsync()));

        var both = await Task.WhenAll(
            place.EnterTotals(voteId, place.Town.Secretary, new EnvelopeTotals("A", 0, 1, 0, 0), Counted[1]), place.EnterTotals(voteId, place.Town.VisitingWorker, Counted));
        Assert.All(both, b => Assert.True(b.IsGranted, b.Refusal?.Code));
        var last = await place.App.Db(db => db.EnvelopeOpenings.AsNoTracking().SingleAsync());
        Assert.False(last.IsCounted);
        Assert.NotEqual(first.Sealed, last.Sealed);
        Assert.Equal(first.Sealed!.Length, last.Sealed!.Length);
    }

    [Fact]
    public async Task Outer_envelopes_are_checked_first()
    {
        var (place, voters) = await SecretTown.Found(more: 2);
        await using var _ = place;
        var voteId = await place.Open(secret: true);
        await place.CastAll(voteId, voters.Skip(1).ToList(), No, Yes, Yes, No, No, Yes);
        var entry = (await place.EnterEnvelope(voteId, voters[0])).Value;
        await place.Close(voteId);
        Assert.Equal(new OuterEnvelopesWait(1), (await place.EnterTotals(voteId, Counted[0])).Refusal);
        Assert.Equal(new EnvelopesStillClosed(1, 0), (await place.App.SendAsProcess(new CountVoteCommand(voteId))).Refusal);

        await place.CheckEnvelope(voteId, entry);
        Assert.True((await place.EnterTotals(voteId, Counted[0])).IsGranted);
    }

    [Fact]
    public async Task Where_nothing_is_to_be_opened_it_says_so()
    {
        var (place, voters) = await SecretTown.Found(more: 2);
        await using var _ = place;
        var voteId = await place.Open(secret: true);
        await place.CastAll(voteId, voters, Yes, No, Abstain, Yes, No, Yes, Yes);
        await place.Close(voteId);
        Assert.IsType<NoEnvelopes>((await place.EnterTotals(voteId, Counted)).Refusal);

        await using var named = await VoteTown.Found();
        var other = await named.Open();
        await named.Close(other);
        Assert.IsType<NoEnvelopes>((await named.EnterTotals(other, Counted)).Refusal);

        // Too few of group B: an envelope and an online ballot.
        var (few, some) = await SecretTown.Found(more: 2);
        await using var __ = few;
        var third = await few.Open(secret: true);
        await few.CastAll(third, some, Yes, No, Abstain, Yes);
        await few.Envelope(third, some[4]);
        await few.Close(third);
        Assert.IsType<EnvelopesStayClosed>((await few.EnterTotals(third, new EnvelopeTotals("B", 1, 0, 0, 0))).Refusal);
        Assert.Equal("Undecided", (await few.Count(third)).Outcome);
        Assert.Equal(0, await few.App.Db(db => db.SecretBallots.CountAsync()));
    }

    [Fact]
    public async Task Without_its_key_nothing_is_entered()
    {
        var (place, voteId, _) = await EnvelopeTown.Closed();
        await using var done = place;
        File.Delete(Assert.Single(await place.KeyFiles()));
        Assert.IsType<SecretKeyLost>((await place.EnterTotals(voteId, Counted)).Refusal);
    }
}
