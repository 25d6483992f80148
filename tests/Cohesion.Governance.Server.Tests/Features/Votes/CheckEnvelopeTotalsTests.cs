using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Journal.VerifyJournal;
using Cohesion.Governance.Server.Features.Votes.CancelVote;
using Cohesion.Governance.Server.Features.Votes.CountVote;
using Cohesion.Governance.Server.Features.Votes.ExcludeSeat;
using Cohesion.Governance.Server.Features.Votes.VotePage;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Tests.Features.Votes.Secrecy;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Cohesion.Governance.Domain.Rules.BallotChoice;

namespace Cohesion.Governance.Server.Tests.Features.Votes;

public sealed class CheckEnvelopeTotalsTests
{
    private static readonly EnvelopeTotals[] Counted = [new("A", 1, 0, 0, 0), new("B", 0, 0, 0, 1)];

    [Fact]
    public async Task What_two_have_counted_alike_goes_into_the_count_as_ballots_that_belong_to_nobody()
    {
        var (place, voteId, _) = await EnvelopeTown.Closed();
        await using var done = place;
        await place.EnterTotals(voteId, Counted);

        Assert.True((await place.CheckTotals(voteId, Counted)).IsGranted);
        Assert.Equal(0, (await place.App.Send(place.Town.TenantA, new VotePageQuery(voteId))).Value.EnvelopesWaiting);
        var result = await place.Count(voteId);

        // Weight 1: yes and no online, yes on paper. Weight 2: one yes and two noes online, and a spoiled paper, which abstains. Yes 1+1+2, no 1+2+2.
        Assert.Equal("Rejected", result.Outcome);
        string[] said =
        [
            "*|weight=1 No", "*|weight=1 Yes", "*|weight=1 Yes", "*|weight=2 Abstain", "*|weight=2 No", "*|weight=2 No", "*|weight=2 Yes",
        ];
        Assert.Equal(said, await place.Said());
        Assert.Equal(5, await place.App.Db(db => db.SecretReceipts.CountAsync()));
        var opening = await place.App.Db(db => db.EnvelopeOpenings.AsNoTracking().SingleAsync());
        Assert.Equal((null, place.Town.VisitingWorker), (opening.Sealed, opening.CheckedByPersonId));
        Assert.Empty(await place.KeyFiles());
        Assert.True((await place.App.Send(place.Town.Auditor, new VerifyJournalQuery(place.Town.CouncilId))).Value.Intact);
    }

    [Fact]
    public async Task The_decision_turns_on_what_the_envelopes_say()
    {
        var (place, voteId, _) = await EnvelopeTown.Closed();
        await using var done = place;

        // Yes 1+1+2+2, no 1+2+2: without the envelopes it was 3 against 5.
        await place.OpenEnvelopes(voteId, new EnvelopeTotals("A", 1, 0, 0, 0), new EnvelopeTotals("B", 1, 0, 0, 0));

        Assert.Equal("Adopted", (await place.Count(voteId)).Outcome);
    }

    [Fact]
    public async Task A_mismatch_is_refused_with_what_differs_and_nothing_is_lost()
    {
        var (place, voteId, _) = await EnvelopeTown.Closed();
        await using var done = place;
        await place.EnterTotals(voteId, Counted);
        var before = await place.App.Db(db => db.EnvelopeOpenings.AsNoTracking().SingleAsync());

        var differ = Assert.IsType<EnvelopeReadingsDiffer>((await place.CheckTotals(voteId, new EnvelopeTotals("A", 0, 1, 0, 0), Counted[1])).Refusal);

        Assert.Equal([new EnvelopeDifference("A", true, true, false, false)], differ.Differences);
        Assert.Contains("group A: yes, no", differ.Message.En, StringComparison.Ordinal);
        Assert.Contains("A 组：同意、反对", differ.Message.Zh, StringComparison.Ordinal);
        var after = await place.App.Db(db => db.EnvelopeOpenings.AsNoTracking().SingleAsync());
        Assert.Equal((before.Sealed, null), (after.Sealed, after.CheckedByPersonId));
        Assert.IsType<EnvelopesStillClosed>((await place.App.SendAsProcess(new CountVoteCommand(voteId))).Refusal);

        // The first was wrong and enters his again; or the second was.
        Assert.True((await place.CheckTotals(voteId, Counted)).IsGranted);
    }

    [Fact]
    public async Task Not_by_who_entered_them_nor_before_anybody_has_nor_by_wrong_people()
    {
        var (place, voteId, _) = await EnvelopeTown.Closed();
        await using var done = place;
        Assert.IsType<NoTotalsToCheck>((await place.CheckTotals(voteId, Counted)).Refusal);
        await place.EnterTotals(voteId, Counted);
        Assert.IsType<SomebodyElseCounts>((await place.CheckTotals(voteId, place.Town.Secretary, Counted)).Refusal);
        Assert.IsType<OfficeNeeded>((await place.CheckTotals(voteId, place.Town.TenantA, Counted)).Refusal);
        Assert.IsType<NotFound>((await place.CheckTotals(voteId, place.Town.Outsider, Counted)).Refusal);
        Assert.IsType<EnvelopeTotalsDiffer>((await place.CheckTotals(voteId, new EnvelopeTotals("A", 5, 0, 0, 0), Counted[1])).Refusal);
        Assert.IsType<WrongEnvelopeGroups>((await place.CheckTotals(voteId, Counted[1])).Refusal);
        Assert.IsType<InvalidRequest>((await place.CheckTotals(voteId)).Refusal);
        Assert.True((await place.CheckTotals(voteId, place.Town.Convenor, Counted)).IsGranted);
    }

    [Fact]
    public async Task Checked_twice_or_by_two_at_once_it_is_checked_once_and_no_totals_are_entered_after_it()
    {
        var (place, voteId, _) = await EnvelopeTown.Closed();
        await using var done = place;
        await place.EnterTotals(voteId, Counted);

        var both = await Task.WhenAll(place.CheckTotals(voteId, Counted), place.CheckTotals(voteId, place.Town.Convenor, Counted));

        Assert.Equal(1, both.Count(b => b.IsGranted));
        Assert.IsType<EnvelopesCounted>(both.Single(b => !b.IsGranted).Refusal);
        Assert.IsType<EnvelopesCounted>((await place.CheckTotals(voteId, Counted)).Refusal);
        Assert.IsType<EnvelopesCounted>((await place.EnterTotals(voteId, Counted)).Refusal);
        await place.Count(voteId);
        Assert.IsType<VoteHasClosed>((await place.CheckTotals(voteId, Counted)).Refusal);
        Assert.IsType<VoteHasClosed>((await place.EnterTotals(voteId, Counted)).Refusal);
    }

    [Fact]
    public async Task Totals_that_were_changed_in_the_database_are_found_and_then_the_vote_can_be_called_off()
    {
        var (place, voteId, _) = await EnvelopeTown.Closed();
        await using var done = place;
        await place.EnterTotals(voteId, Counted);
        await place.App.Db(db => db.EnvelopeOpenings.ExecuteUpdateAsync(set => set.SetProperty(o => o.Sealed, Convert.ToBase64String(new byte[60]))));
        Assert.IsType<EnvelopeTotalsDamaged>((await place.CheckTotals(voteId, Counted)).Refusal);

        // Unchecked they can be entered again.
        await place.OpenEnvelopes(voteId, Counted);
        Assert.IsType<VoteHasClosed>((await place.App.Send(place.Town.Secretary, new CancelVoteCommand(voteId, "Lost"))).Refusal);
        await place.App.Db(db => db.EnvelopeOpenings.ExecuteUpdateAsync(set => set.SetProperty(o => o.Sealed, Convert.ToBase64String(new byte[60]))));
        Assert.IsType<EnvelopeTotalsDamaged>((await place.App.SendAsProcess(new CountVoteCommand(voteId))).Refusal);
        Assert.True((await place.App.Send(place.Town.Secretary, new CancelVoteCommand(voteId, "Changed in the database"))).IsGranted);
        Assert.Null(await place.App.Db(db => db.EnvelopeOpenings.Select(o => o.Sealed).SingleAsync()));
    }

    [Fact]
    public async Task The_envelope_of_a_seat_taken_out_is_not_among_those_opened()
    {
        var (place, voters) = await SecretTown.Found(more: 3);
        await using var _ = place;
        var voteId = await place.Open(secret: true);
        await place.CastAll(voteId, voters, Yes, No, Abstain, Yes, No, No);
        await place.Envelope(voteId, voters[6]);
        await place.Envelope(voteId, voters[7]);
        Assert.True((await place.App.Send(place.Town.Secretary, new ExcludeSeatCommand(voteId, voters[7].Seat, "arrears", "unpaid"))).IsGranted);
        await place.Close(voteId);

        Assert.IsType<EnvelopeTotalsDiffer>((await place.EnterTotals(voteId, new EnvelopeTotals("B", 2, 0, 0, 0))).Refusal);
        await place.OpenEnvelopes(voteId, new EnvelopeTotals("B", 1, 0, 0, 0));
        await place.Count(voteId);

        Assert.Equal(7, await place.App.Db(db => db.SecretBallots.CountAsync()));
        Assert.Equal(6, await place.App.Db(db => db.SecretReceipts.CountAsync()));
    }
}
