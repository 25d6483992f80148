using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Journal.JournalPage;
using Cohesion.Governance.Server.Features.Votes;
using Cohesion.Governance.Server.Features.Votes.BallotPage;
using Cohesion.Governance.Server.Features.Votes.CancelVote;
using Cohesion.Governance.Server.Features.Votes.CheckBallot;
using Cohesion.Governance.Server.Features.Votes.CheckReceipt;
using Cohesion.Governance.Server.Features.Votes.EnterBallot;
using Cohesion.Governance.Server.Features.Votes.ExcludeSeat;
using Cohesion.Governance.Server.Features.Votes.ListBallotEntries;
using Cohesion.Governance.Server.Features.Votes.RemindSilent;
using Cohesion.Governance.Server.Features.Votes.SettleBallotEntry;
using Cohesion.Governance.Server.Features.Votes.VisitSheet;
using Cohesion.Governance.Server.Features.Votes.VotePage;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Cohesion.Governance.Domain.Rules.BallotChoice;

namespace Cohesion.Governance.Server.Tests.Features.Votes.Secrecy;

/// <summary>The outer envelopes of secret votes, while the vote is open.</summary>
public sealed class OuterEnvelopeTests
{
    [Fact]
    public async Task An_envelope_marks_its_seat_without_a_choice_once_somebody_else_has_checked_it()
    {
        var (place, voters) = await SecretTown.Found(more: 2);
        await using var _ = place;
        var voteId = await place.Open(secret: true);
        var taken = place.App.Clock.GetUtcNow();

        var entryId = (await place.EnterEnvelope(voteId, voters[2], BallotChannel.Visit)).Value;
        Assert.Null(await place.MarkOf(voteId, voters[2]));
        var entry = await place.App.Db(db => db.BallotEntries.AsNoTracking().SingleAsync());
        Assert.Equal(
            (entryId, null, VoteTown.Scan, "Ms He", "Room 101", taken, BallotEntryStage.AwaitingCheck),
            (entry.Id, entry.Choice, entry.ScanHash, entry.Witness, entry.Place, entry.TakenAt, entry.Stage));

        var check = (await place.CheckEnvelope(voteId, entryId)).Value;

        Assert.Equal((BallotEntryStage.Entered, null, BallotEffect.First), (check.Stage, check.Receipt, check.Effect));
        var mark = await place.MarkOf(voteId, voters[2]);
        Assert.Equal((BallotChannel.Visit, null, taken), (mark!.Channel, mark.Sealed, mark.CastAt));
        var told = await place.App.Db(db => db.Notifications.Where(n => n.Kind == "vote.recorded").ToListAsync());
        Assert.Equal(voters[2].Person, Assert.Single(told).PersonId);
        Assert.Contains("there is no receipt for it", told[0].Text.En, StringComparison.Ordinal);
        Assert.Contains("没有回执", told[0].Text.Zh, StringComparison.Ordinal);
        var seat = (await place.App.Send(voters[2].Person, new BallotPageQuery(voteId))).Value.Seats.Single(s => s.SeatId == voters[2].Seat);
        Assert.Equal((true, BallotChannel.Visit), (seat.HasVoted, seat.Channel));
    }

    [Fact]
    public async Task A_choice_is_refused_wherever_one_is_given_and_asked_for_in_a_named_vote()
    {
        var (place, voters) = await SecretTown.Found(more: 2);
        await using var _ = place;
        var voteId = await place.Open(secret: true);
        var now = place.App.Clock.GetUtcNow();
        Assert.IsType<EnvelopeStaysSealed>((await place.App.Send(place.Town.VisitingWorker, new EnterBallotCommand(
            voteId, voters[2].Seat, Yes, BallotChannel.Paper, "Room 101", now, VoteTown.Scan, "Ms He"))).Refusal);
        Assert.Equal(0, await place.App.Db(db => db.BallotEntries.CountAsync()));
        var entry = (await place.EnterEnvelope(voteId, voters[2])).Value;
        Assert.IsType<EnvelopeStaysSealed>((await place.App.Send(place.Town.Secretary, new CheckBallotCommand(voteId, entry, No))).Refusal);
        await place.CheckEnvelope(voteId, entry, isFaulty: true);
        Assert.IsType<EnvelopeStaysSealed>((await place.App.Send(place.Town.Convenor, new SettleBallotEntryCommand(voteId, entry, No, "It says so"))).Refusal);

        await using var named = await VoteTown.Found();
        var other = await named.Open();
        Assert.IsType<ChoiceMissing>((await named.App.Send(named.Town.VisitingWorker, new EnterBallotCommand(
            other, named.Town.SeatB, null, BallotChannel.Paper, "Room 101", now, VoteTown.Scan, "Ms He"))).Refusal);
        var paper = await named.Enter(other, named.Town.SeatB, Yes);
        Assert.IsType<ChoiceMissing>((await named.App.Send(named.Town.Secretary, new CheckBallotCommand(other, paper, null))).Refusal);
    }

    [Fact]
    public async Task Nobody_checks_his_own_envelope_and_wrong_offices_wrong_councils_and_wrong_times_are_refused()
    {
        var (place, voters) = await SecretTown.Found(more: 2);
        await using var _ = place;
        var voteId = await place.Create(secret: true);
        await place.App.SendAsProcess(new Server.Features.Votes.FreezeRoll.FreezeRollCommand(voteId));
        Assert.IsType<VoteNotOpenYet>((await place.EnterEnvelope(voteId, voters[2])).Refusal);
        await place.App.SendAsProcess(new Server.Features.Votes.OpenBallots.OpenBallotsCommand(voteId, "P7D"));
        var entry = (await place.EnterEnvelope(voteId, voters[2])).Value;

        Assert.IsType<SomebodyElseChecks>((await place.CheckEnvelope(voteId, entry, by: place.Town.VisitingWorker)).Refusal);
        Assert.IsType<OfficeNeeded>((await place.EnterEnvelope(voteId, voters[2], by: place.Town.TenantB)).Refusal);
        Assert.IsType<OfficeNeeded>((await place.CheckEnvelope(voteId, entry, by: place.Town.TenantB)).Refusal);
        Assert.IsType<NotFound>((await place.EnterEnvelope(voteId, voters[2], by: place.Town.Outsider)).Refusal);
        Assert.IsType<TakenOutsideWindow>((await place.EnterEnvelope(voteId, voters[2], takenAt: place.App.Clock.GetUtcNow().AddMinutes(-2))).Refusal);
        await place.App.Send(place.Town.Secretary, new ExcludeSeatCommand(voteId, voters[3].Seat, "arrears", "unpaid"));
        Assert.IsType<SeatIsExcluded>((await place.EnterEnvelope(voteId, voters[3])).Refusal);
        await place.Close(voteId);
        Assert.IsType<VoteHasClosed>((await place.EnterEnvelope(voteId, voters[1])).Refusal);

        // What came in time is checked after the end, too.
        Assert.True((await place.CheckEnvelope(voteId, entry)).IsGranted);
    }

    [Fact]
    public async Task Entered_and_checked_twice_or_at_once_it_is_one_envelope()
    {
        var (place, voters) = await SecretTown.Found(more: 2);
        await using var _ = place;
        var voteId = await place.Open(secret: true);
        var both = await Task.WhenAll(place.EnterEnvelope(voteId, voters[2]), place.EnterEnvelope(voteId, voters[2]));
        Assert.Equal(both[0].Value, both[1].Value);

        await Task.WhenAll(place.CheckEnvelope(voteId, both[0].Value), place.CheckEnvelope(voteId, both[0].Value));
        var again = await place.CheckEnvelope(voteId, both[0].Value);

        Assert.Equal(BallotEntryStage.Entered, again.Value.Stage);
        Assert.Equal(1, await place.App.Db(db => db.SecretMarks.CountAsync()));

        // The same envelope entered by two people: one stands.
        var taken = place.App.Clock.GetUtcNow();
        await place.CheckEnvelope(voteId, (await place.EnterEnvelope(voteId, voters[5], takenAt: taken)).Value, by: place.Town.Convenor);
        var second = (await place.CheckEnvelope(voteId, (await place.EnterEnvelope(voteId, voters[5], takenAt: taken, by: place.Town.Secretary)).Value, by: place.Town.Convenor)).Value;
        Assert.Equal(BallotEffect.SetAside, second.Effect);
        Assert.Equal(1, await place.App.Db(db => db.BallotEntries.CountAsync(e => e.SeatId == voters[5].Seat && e.Stage == BallotEntryStage.Entered && e.SetAsideFor == null)));
    }

    [Theory]
    [InlineData(DuplicatePolicy.PaperPrevails, BallotChannel.Paper, null)]
    [InlineData(DuplicatePolicy.OnlinePrevails, BallotChannel.Online, SetAsideReason.OnlineStands)]
    [InlineData(DuplicatePolicy.FirstValidWins, BallotChannel.Online, SetAsideReason.FirstStands)]
    [InlineData(DuplicatePolicy.LatestWins, BallotChannel.Paper, null)]
    public async Task Of_an_online_ballot_and_an_envelope_after_it_the_councils_policy_says_which_stands(DuplicatePolicy policy, BallotChannel stands, SetAsideReason? aside)
    {
        var (place, voters) = await SecretTown.Found(more: 2, policy: policy);
        await using var _ = place;
        var voteId = await place.Open(secret: true);
        var code = (await place.Cast(voteId, voters[2], No)).Value.Receipt;
        place.App.Clock.Advance(TimeSpan.FromHours(1));

        var check = await place.Envelope(voteId, voters[2]);

        var mark = await place.MarkOf(voteId, voters[2]);
        Assert.Equal((stands, stands == BallotChannel.Paper), (mark!.Channel, mark.Sealed is null));
        Assert.Equal(aside is { } reason ? IntakeWords.Of(reason) : null, check.Why);
        Assert.Equal(aside, (await place.App.Db(db => db.BallotEntries.AsNoTracking().SingleAsync())).SetAsideFor);
        Assert.Equal(aside is not null, (await place.App.Send(voters[2].Person, new CheckReceiptQuery(voteId, code))).IsGranted);
    }

    [Theory]
    [InlineData(DuplicatePolicy.OnlinePrevails, BallotChannel.Online, SetAsideReason.OnlineStands)]
    [InlineData(DuplicatePolicy.LatestWins, BallotChannel.Online, SetAsideReason.OlderThanStanding)]
    [InlineData(DuplicatePolicy.PaperPrevails, BallotChannel.Paper, null)]
    [InlineData(DuplicatePolicy.FirstValidWins, BallotChannel.Paper, null)]
    public async Task Of_an_envelope_and_an_online_ballot_after_it_too(DuplicatePolicy policy, BallotChannel stands, SetAsideReason? aside)
    {
        var (place, voters) = await SecretTown.Found(more: 2, policy: policy);
        await using var _ = place;
        var voteId = await place.Open(secret: true);
        await place.Envelope(voteId, voters[2]);
        place.App.Clock.Advance(TimeSpan.FromHours(1));

        var cast = await place.Cast(voteId, voters[2], No);

        Assert.Equal(stands == BallotChannel.Online, cast.IsGranted);
        if (!cast.IsGranted)
        {
            Assert.IsType<SecretBallotStands>(cast.Refusal);
        }

        var mark = await place.MarkOf(voteId, voters[2]);
        Assert.Equal((stands, stands == BallotChannel.Paper), (mark!.Channel, mark.Sealed is null));
        Assert.Equal(aside, (await place.App.Db(db => db.BallotEntries.AsNoTracking().SingleAsync())).SetAsideFor);
    }

    [Fact]
    public async Task Of_two_envelopes_of_a_seat_the_later_stands_and_a_proxys_ballot_gives_way_to_one()
    {
        var (place, voters) = await SecretTown.Found(more: 2);
        await using var _ = place;
        var voteId = await place.Open(secret: true);
        await place.Mandate(voteId, voters[2].Person, voters[2].Seat, voters[1].Person);
        Assert.True((await place.Cast(voteId, voters[1].Person, voters[2].Seat, Yes)).IsGranted);
        var first = place.App.Clock.GetUtcNow();
        await place.Envelope(voteId, voters[2], takenAt: first);
        Assert.Equal(BallotChannel.Paper, (await place.MarkOf(voteId, voters[2]))!.Channel);
        Assert.IsType<MandateRevoked>((await place.Cast(voteId, voters[1].Person, voters[2].Seat, No)).Refusal);
        place.App.Clock.Advance(TimeSpan.FromHours(1));

        await place.Envelope(voteId, voters[2]);

        var entries = await place.App.Db(db => db.BallotEntries.AsNoTracking().OrderBy(e => e.TakenAt).ToListAsync());
        Assert.Equal([SetAsideReason.OlderThanStanding, null], entries.Select(e => e.SetAsideFor));
        Assert.Equal(1, await place.App.Db(db => db.SecretMarks.CountAsync()));
    }

    [Fact]
    public async Task Co_owners_have_one_envelope_and_whoever_signed_it_may_change_it()
    {
        var (place, voters) = await SecretTown.Found(more: 2);
        await using var _ = place;
        await place.Join(place.Town.Observer, voters[0].Seat, coOwner: true);
        var voteId = await place.Open(secret: true);
        await place.Envelope(voteId, voters[0], signedBy: voters[0].Person);

        Assert.IsType<CoOwnerHasVoted>((await place.Cast(voteId, place.Town.Observer, voters[0].Seat, Yes)).Refusal);
        var others = await place.Envelope(voteId, voters[0], BallotChannel.Visit, signedBy: place.Town.Observer);
        Assert.Equal(BallotEffect.SetAside, others.Effect);
        Assert.True((await place.Cast(voteId, voters[0], No)).IsGranted);
        Assert.Equal(BallotChannel.Online, (await place.MarkOf(voteId, voters[0]))!.Channel);
    }

    [Fact]
    public async Task A_faulty_envelope_is_decided_by_a_third_person()
    {
        var (place, voters) = await SecretTown.Found(more: 2);
        await using var _ = place;
        var voteId = await place.Open(secret: true);
        var (good, bad) = ((await place.EnterEnvelope(voteId, voters[2])).Value, (await place.EnterEnvelope(voteId, voters[3])).Value);
        Assert.Equal(BallotEntryStage.Disputed, (await place.CheckEnvelope(voteId, good, isFaulty: true)).Value.Stage);
        await place.CheckEnvelope(voteId, bad, isFaulty: true);
        Assert.IsType<SettlerWasInvolved>((await place.App.Send(place.Town.Secretary, new SettleBallotEntryCommand(voteId, good, null, "Signed", Stands: true))).Refusal);

        var stands = (await place.App.Send(place.Town.Convenor, new SettleBallotEntryCommand(voteId, good, null, "Signed after all", Stands: true))).Value;
        var falls = (await place.App.Send(place.Town.Convenor, new SettleBallotEntryCommand(voteId, bad, null, "Torn open"))).Value;

        Assert.Equal((BallotEntryStage.Entered, BallotEntryStage.Void), (stands.Stage, falls.Stage));
        Assert.NotNull(await place.MarkOf(voteId, voters[2]));
        Assert.Null(await place.MarkOf(voteId, voters[3]));
        Assert.True((await place.App.Send(place.Town.Convenor, new SettleBallotEntryCommand(voteId, bad, null, "Torn open"))).IsGranted);

        // That an envelope of a seat fell is not told while the vote is open.
        Assert.Empty((await place.App.Send(place.Town.TenantA, new VotePageQuery(voteId))).Value.UncountedEntries);
    }

    [Fact]
    public async Task Who_handed_in_an_envelope_is_not_reminded_and_the_journal_page_does_not_name_him_while_the_vote_is_open()
    {
        var (place, voters) = await SecretTown.Found(more: 2);
        await using var _ = place;
        var voteId = await place.Open(secret: true);
        await place.Envelope(voteId, voters[2]);

        Assert.Equal(6, (await place.App.SendAsProcess(new RemindSilentCommand(voteId, VoteMoment.Half))).Value);
        var lines = (await place.App.Send(place.Town.TenantA, new JournalPageQuery(place.Town.CouncilId))).Value.Items.Where(l => l.Command is "EnterBallot" or "CheckBallot").ToList();
        Assert.Equal(2, lines.Count);
        Assert.All(lines, l => Assert.Equal("{}", l.Content.GetRawText()));
        Assert.DoesNotContain("choice", string.Concat(await place.App.Db(db => db.Journal.Where(e => e.Command == "EnterBallot").Select(e => e.Content).ToListAsync())), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Entries_and_the_visit_sheet_say_the_letter_of_each_seat_and_nobody_is_left_out_for_having_voted()
    {
        var (place, voters) = await SecretTown.Found(more: 2);
        await using var _ = place;
        var voteId = await place.Open(secret: true);
        await place.CastAll(voteId, voters, Yes, No);
        await place.Envelope(voteId, voters[3]);

        var sheet = (await place.App.Send(place.Town.VisitingWorker, new VisitSheetQuery(voteId))).Value;
        Assert.True(sheet.Secret);
        Assert.Equal(
            voters.Select((v, i) => (v.Seat, i < 3 ? "A" : "B")).OrderBy(v => v.Seat), sheet.Lines.Select(l => (l.SeatId, l.Letter!)).OrderBy(l => l.SeatId));
        var list = (await place.App.Send(place.Town.VisitingWorker, new ListBallotEntriesQuery(voteId))).Value;
        Assert.True(list.Secret);
        Assert.Equal("B", Assert.Single(list.Entries).Letter);
        Assert.Equal("A", list.Seats.Single(s => s.SeatId == voters[0].Seat).Letter);
    }

    [Fact]
    public async Task A_cancelled_vote_takes_none()
    {
        var (place, voters) = await SecretTown.Found(more: 2);
        await using var _ = place;
        var voteId = await place.Open(secret: true);
        await place.App.Send(place.Town.Secretary, new CancelVoteCommand(voteId, "Wrong text"));
        Assert.IsType<VoteWasCancelled>((await place.EnterEnvelope(voteId, voters[2])).Refusal);
    }
}
