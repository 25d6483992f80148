using System.Net.Http.Json;
using System.Text.Json;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Proof;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Journal.JournalPage;
using Cohesion.Governance.Server.Features.Journal.VerifyJournal;
using Cohesion.Governance.Server.Features.Votes.BallotPage;
using Cohesion.Governance.Server.Features.Votes.CancelVote;
using Cohesion.Governance.Server.Features.Votes.CastBallot;
using Cohesion.Governance.Server.Features.Votes.CheckReceipt;
using Cohesion.Governance.Server.Features.Votes.CountSoFar;
using Cohesion.Governance.Server.Features.Votes.CountVote;
using Cohesion.Governance.Server.Features.Votes.EnterBallot;
using Cohesion.Governance.Server.Features.Votes.ExcludeSeat;
using Cohesion.Governance.Server.Features.Votes.FreezeRoll;
using Cohesion.Governance.Server.Features.Votes.ListRoll;
using Cohesion.Governance.Server.Features.Votes.ListVisits;
using Cohesion.Governance.Server.Features.Votes.LiveTally;
using Cohesion.Governance.Server.Features.Votes.PutVoteByName;
using Cohesion.Governance.Server.Features.Votes.ReceiptProof;
using Cohesion.Governance.Server.Features.Votes.SettleVote;
using Cohesion.Governance.Server.Features.Votes.VisitSheet;
using Cohesion.Governance.Server.Features.Votes.VotePage;
using Cohesion.Governance.Server.Features.Votes;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Cohesion.Governance.Domain.Rules.BallotChoice;

namespace Cohesion.Governance.Server.Tests.Features.Votes.Secrecy;

public sealed class SecretVoteTests
{
    [Fact]
    public async Task A_secret_vote_is_counted_by_its_rule_and_keeps_ballots_that_belong_to_nobody()
    {
        var (place, voters) = await SecretTown.Found(more: 2);
        await using var _ = place;
        var voteId = await place.Open(secret: true);
        await place.CastAll(voteId, voters, Yes, No, Abstain, Yes, No, Yes, Yes);

        var counted = await place.Count(voteId);

        // Yes: 1 + 2 + 2 + 2, no: 1 + 2.
        Assert.Equal("Adopted", counted.Outcome);
        var ballots = await place.App.Db(db => db.SecretBallots.AsNoTracking().ToListAsync());
        Assert.Equal([Yes, No, Abstain], ballots.Where(b => b.Class == SecretTown.ClassOne).Select(b => b.Choice).Order());
        Assert.Equal([Yes, Yes, Yes, No], ballots.Where(b => b.Class == SecretTown.ClassTwo).Select(b => b.Choice).Order());
        Assert.All(ballots, b => Assert.Equal(4, b.Id.Version));
        Assert.Equal(7, await place.App.Db(db => db.SecretMarks.CountAsync(m => m.VoteId == voteId && m.Sealed == null)));
        Assert.Equal(0, await place.App.Db(db => db.Ballots.CountAsync()) + await place.App.Db(db => db.BallotRecords.CountAsync()));
        Assert.True((await place.App.Send(place.Town.Auditor, new VerifyJournalQuery(place.Town.CouncilId))).Value.Intact);
        Assert.Equal(counted, await place.Count(voteId));
    }

    [Fact]
    public async Task The_result_shows_sums_and_who_voted_and_never_what_a_seat_said()
    {
        var (place, voters) = await SecretTown.Found(more: 2);
        await using var _ = place;
        var voteId = await place.Open(secret: true);
        await place.CastAll(voteId, voters, Yes, No, Abstain, Yes, No, Yes);
        await place.Count(voteId);

        var page = (await place.App.Send(place.Town.Auditor, new VotePageQuery(voteId))).Value;

        Assert.True(page.Secret);
        Assert.All(page.Seats, s => Assert.Null(s.Choice));
        Assert.Equal([.. voters.Take(6).Select(v => v.Seat).Order()], page.Seats.Where(s => s.HasVoted == true).Select(s => s.SeatId).Order());
        Assert.Equal((7, 3, 2, 1, 1), (page.Tally!.Whole.Seats, page.Tally.Whole.Yes, page.Tally.Whole.No, page.Tally.Whole.Abstain, page.Tally.Whole.Silent));

        // Only by the measure the rule weighs by, and not by bloc, which it does not see.
        Assert.Equal(["weight"], page.Tally.Whole.Measures.Select(m => m.Code));
        Assert.Equal(("11", "5", "3", "1"), page.Tally.Whole.Measures.Select(m => (m.All, m.Yes, m.No, m.Abstain)).Single());
        Assert.Empty(page.Tally.Blocs);
        Assert.Equal(page.Tally.Whole.Yes, (await place.App.Send(place.Town.Auditor, new LiveTallyQuery(voteId))).Value.Whole.Yes);
    }

    [Fact]
    public async Task While_open_nothing_of_the_count_is_told_and_of_others_not_even_who_has_voted()
    {
        var (place, voters) = await SecretTown.Found(more: 2);
        await using var _ = place;
        var voteId = await place.Open(secret: true);
        await place.CastAll(voteId, voters, Yes, No);

        var page = (await place.App.Send(place.Town.TenantA, new VotePageQuery(voteId))).Value;

        Assert.Null(page.Tally);
        Assert.Null(page.Decision);
        Assert.Equal((7, null, 0, 0), (page.Turnout!.Voters, page.Turnout.Voted, page.Turnout.ByChannel.Count, page.Turnout.Uncounted));
        var count = (await place.App.Send(place.Town.TenantA, new CountSoFarQuery(voteId))).Value;
        Assert.Equal((null, null, 7, 2), (count.Tally, count.Decision, count.SecretTurnout!.Seats, count.SecretTurnout.Voted));
        Assert.Empty(count.SecretTurnout.Blocs);
        Assert.True(page.Seats.Single(s => s.SeatId == place.Town.SeatA).HasVoted);
        Assert.All(page.Seats.Where(s => s.SeatId != place.Town.SeatA), s => Assert.True(s.HasVoted is null && s.Channel is null));
        Assert.IsType<SecretUntilCounted>((await place.App.Send(place.Town.TenantA, new LiveTallyQuery(voteId))).Refusal);
        var own = (await place.App.Send(place.Town.TenantA, new BallotPageQuery(voteId))).Value;
        Assert.Equal((true, null), (own.Seats.Single().HasVoted, own.Seats.Single().Choice));

        // The journal says that ballots were cast, and not for whom.
        var lines = (await place.App.Send(place.Town.TenantB, new JournalPageQuery(place.Town.CouncilId, voteId))).Value.Items.Where(l => l.Command == "CastBallot").ToList();
        Assert.Equal(2, lines.Count);
        Assert.All(lines, l => Assert.True(l.PersonId is null && l.Content.GetRawText() == "{}"));
    }

    [Fact]
    public async Task The_roll_page_by_page_and_the_visit_sheet_tell_no_more_than_the_page_of_the_vote()
    {
        var (place, voters) = await SecretTown.Found(more: 2);
        await using var _ = place;
        var voteId = await place.Open(secret: true);
        await place.CastAll(voteId, voters, Yes, No);

        foreach (var kind in new[] { RollLines.Voted, RollLines.Silent })
        {
            Assert.IsType<SecretUntilCounted>((await place.App.Send(place.Town.Secretary, new ListRollQuery(voteId, kind))).Refusal);
        }

        var roll = (await place.App.Send(place.Town.TenantA, new ListRollQuery(voteId))).Value;
        Assert.All(roll.Seats.Where(s => s.SeatId != place.Town.SeatA), s => Assert.True(s.HasVoted is null && s.Channel is null && s.Choice is null));
        Assert.IsType<SecretUntilCounted>((await place.App.Send(place.Town.VisitingWorker, new VisitSheetQuery(voteId))).Refusal);
        Assert.Equal(0, (await place.App.SendAsProcess(new ListVisitsCommand(voteId))).Value);
    }

    [Fact]
    public async Task Turnout_by_bloc_is_told_once_every_bloc_has_three_ballots()
    {
        // One bloc only: everybody of the others is taken out.
        var (place, voters) = await SecretTown.Found(more: 4);
        await using var _ = place;
        var voteId = await place.Open(secret: true);
        foreach (var seat in new[] { place.Town.PropertySeat, place.Town.StreetSeat })
        {
            Assert.True((await place.App.Send(place.Town.Secretary, new ExcludeSeatCommand(voteId, seat, "arrears", "unpaid"))).IsGranted);
        }

        var tenants = voters.Where(v => v.Seat != place.Town.PropertySeat && v.Seat != place.Town.StreetSeat).ToList();
        await place.CastAll(voteId, tenants, Yes, No);
        Assert.Null((await place.App.Send(place.Town.TenantA, new CountSoFarQuery(voteId))).Value.SecretTurnout!.Voted);

        await place.Cast(voteId, tenants[2], Yes);
        var turnout = (await place.App.Send(place.Town.TenantA, new CountSoFarQuery(voteId))).Value.SecretTurnout!;
        Assert.Equal(3, turnout.Voted);
        Assert.Equal(("tenants", 7, 3), turnout.Blocs.Select(b => (b.Code, b.Seats, b.Voted)).Single());
    }

    [Fact]
    public async Task A_ballot_may_be_changed_and_the_same_one_again_has_the_same_receipt()
    {
        var (place, voters) = await SecretTown.Found(more: 2);
        await using var _ = place;
        var voteId = await place.Open(secret: true);

        var first = (await place.Cast(voteId, voters[0], Yes)).Value;
        var same = (await place.Cast(voteId, voters[0], Yes)).Value;
        var sealedBefore = (await place.App.Db(db => db.SecretMarks.AsNoTracking().SingleAsync())).Sealed;
        var changed = (await place.Cast(voteId, voters[0], No)).Value;

        Assert.Equal((BallotEffect.First, BallotEffect.Same, BallotEffect.Changed), (first.Effect, same.Effect, changed.Effect));
        Assert.Equal(first.Receipt, same.Receipt);
        Assert.NotEqual(first.Receipt, changed.Receipt);
        var mark = await place.App.Db(db => db.SecretMarks.AsNoTracking().SingleAsync());
        Assert.NotEqual(sealedBefore, mark.Sealed);
        Assert.Equal(sealedBefore!.Length, mark.Sealed!.Length);
        await place.CastAll(voteId, [.. voters.Skip(1)], No, No, Yes, Yes, Yes);
        await place.Count(voteId);
        Assert.Equal(3, await place.App.Db(db => db.SecretBallots.CountAsync(b => b.Choice == No)));
        Assert.IsType<ReceiptUnknown>((await place.App.Send(voters[0].Person, new CheckReceiptQuery(voteId, first.Receipt))).Refusal);
    }

    [Fact]
    public async Task Two_ballots_of_one_seat_at_once_are_one()
    {
        var (place, voters) = await SecretTown.Found(more: 2);
        await using var _ = place;
        var voteId = await place.Open(secret: true);

        var both = await Task.WhenAll(place.Cast(voteId, voters[0], Yes), place.Cast(voteId, voters[0], No));

        Assert.Equal([BallotEffect.First, BallotEffect.Changed], both.Select(b => b.Value.Effect).Order());
        Assert.Equal(1, await place.App.Db(db => db.SecretMarks.CountAsync()));
        Assert.Equal(2, (await place.Vote(voteId)).BallotCount);
    }

    [Fact]
    public async Task A_request_sent_again_under_its_key_has_the_first_answer_and_nobody_reads_it_from_the_database()
    {
        var (place, voters) = await SecretTown.Found(more: 2);
        await using var _ = place;
        var voteId = await place.Open(secret: true);
        var command = new CastBallotCommand(voteId, voters[0].Seat, Yes);
        var first = (await place.App.Send(voters[0].Person, command, "key-1")).Value;
        var changed = (await place.App.Send(voters[0].Person, command with { Choice = No }, "key-2")).Value;

        await place.App.Send(voters[0].Person, command with { Choice = No }, "key-3");
        var again = (await place.App.Send(voters[0].Person, command, "key-1")).Value;

        Assert.Equal((first.Receipt, first.Effect, first.CastAt), (again.Receipt, again.Effect, again.CastAt));
        Assert.Equal(2, (await place.Vote(voteId)).BallotCount);
        var kept = await place.App.Db(db => db.IdempotentAnswers.AsNoTracking().OrderBy(a => a.Key).ToListAsync());
        Assert.All(kept, k => Assert.DoesNotContain("receipt", k.Answer, StringComparison.OrdinalIgnoreCase));
        Assert.All(kept, k => Assert.DoesNotContain(changed.Receipt, k.Answer, StringComparison.Ordinal));

        // The open part of the marks leaves the choice out; the keyed part is another each time, even where the choice is the same.
        Assert.Single(kept.Select(k => k.RequestHash.Split(':')[0]).Distinct());
        Assert.Equal(3, kept.Select(k => k.RequestHash.Split(':')[^1]).Distinct().Count());

        // After the count nobody can open it any more, and the same request is told that it is too late.
        await place.CastAll(voteId, [.. voters.Skip(1)], No, No, Yes, Yes, Yes);
        await place.Count(voteId);
        Assert.Empty(await place.KeyFiles());
        Assert.IsType<VoteHasClosed>((await place.App.Send(voters[0].Person, command, "key-1")).Refusal);
    }

    [Fact]
    public async Task A_proxy_casts_and_the_seat_itself_goes_before_him()
    {
        var (place, voters) = await SecretTown.Found(more: 2);
        await using var _ = place;
        var voteId = await place.Open(secret: true);
        await place.Mandate(voteId, voters[0].Person, voters[0].Seat, place.Town.TenantC);

        Assert.True((await place.Cast(voteId, place.Town.TenantC, voters[0].Seat, Yes)).IsGranted);
        Assert.Equal(BallotChannel.Proxy, (await place.App.Db(db => db.SecretMarks.AsNoTracking().SingleAsync())).Channel);
        Assert.Equal(BallotEffect.Changed, (await place.Cast(voteId, voters[0], No)).Value.Effect);
        Assert.IsType<MandateRevoked>((await place.Cast(voteId, place.Town.TenantC, voters[0].Seat, Yes)).Refusal);
        Assert.Equal(BallotChannel.Online, (await place.App.Db(db => db.SecretMarks.AsNoTracking().SingleAsync())).Channel);
    }

    [Fact]
    public async Task Where_the_first_valid_ballot_stands_a_second_is_refused_and_nothing_of_it_is_kept()
    {
        var (place, voters) = await SecretTown.Found(more: 2);
        await using var _ = place;
        await place.App.Db(async db =>
        {
            var council = await db.Councils.SingleAsync(c => c.Id == place.Town.CouncilId);
            council.DuplicatePolicy = DuplicatePolicy.FirstValidWins;
        });
        var voteId = await place.Open(secret: true);
        await place.Mandate(voteId, voters[0].Person, voters[0].Seat, place.Town.TenantC);
        await place.Cast(voteId, place.Town.TenantC, voters[0].Seat, Yes);

        Assert.IsType<SecretBallotStands>((await place.Cast(voteId, voters[0], No)).Refusal);
        Assert.Equal(1, (await place.Vote(voteId)).BallotCount);
    }

    [Fact]
    public async Task Co_owners_have_one_ballot_and_whoever_cast_it_changes_it()
    {
        var (place, voters) = await SecretTown.Found(more: 2);
        await using var _ = place;
        await place.Join(place.Town.Observer, voters[0].Seat, coOwner: true);
        var voteId = await place.Open(secret: true);
        Assert.True((await place.Cast(voteId, voters[0], Yes)).IsGranted);

        Assert.IsType<CoOwnerHasVoted>((await place.Cast(voteId, place.Town.Observer, voters[0].Seat, Yes)).Refusal);
        Assert.True((await place.Cast(voteId, voters[0], No)).IsGranted);
        Assert.Equal(1, await place.App.Db(db => db.SecretMarks.CountAsync()));
        Assert.Equal(0, await place.App.Db(db => db.BallotVoices.CountAsync()));
    }

    [Fact]
    public async Task Papers_and_visits_are_refused_and_told_what_to_do()
    {
        var (place, voters) = await SecretTown.Found(more: 2);
        await using var _ = place;
        var voteId = await place.Open(secret: true);

        var refused = await place.App.Send(place.Town.VisitingWorker, new EnterBallotCommand(
            voteId, voters[0].Seat, Yes, BallotChannel.Paper, "Room 101", place.App.Clock.GetUtcNow(), VoteTown.Scan, "Ms He", null));

        Assert.IsType<SecretVoteOnlineOnly>(refused.Refusal);
        Assert.Equal(0, await place.App.Db(db => db.BallotEntries.CountAsync()));
    }

    [Fact]
    public async Task A_receipt_is_proved_by_its_code_alone_and_names_neither_seat_nor_choice()
    {
        var (place, voters) = await SecretTown.Found(more: 2);
        await using var _ = place;
        var voteId = await place.Open(secret: true);
        var codes = await place.CastAll(voteId, voters, Yes, No, Abstain, Yes, No, Yes, Yes);
        var held = (await place.App.Send(place.Town.Auditor, new CheckReceiptQuery(voteId, codes[3]))).Value;
        Assert.Equal((ReceiptState.Counts, null, null), (held.State, held.Seat, held.Choice));
        Assert.IsType<VoteNotCounted>((await place.App.Send(voters[3].Person, new ReceiptProofQuery(voteId, codes[3]))).Refusal);
        var counted = await place.Count(voteId);

        // Asked by somebody else altogether: the code is all there is.
        var proof = (await place.App.Send(place.Town.Observer, new ReceiptProofQuery(voteId, codes[3].ToLowerInvariant()))).Value;

        Assert.Equal((null, null, null, null), (proof.Seat, proof.Choice, proof.Channel, proof.CastAt));
        Assert.Equal(counted.ReceiptsRoot, proof.Root);
        Assert.Equal(7, proof.Size);
        Assert.True(MerkleTree.Includes(
            MerkleTree.LeafHash(Convert.FromHexString(proof.Leaf)), proof.Index, proof.Size, [.. proof.Path.Select(Convert.FromHexString)], Convert.FromHexString(proof.Root)));
        Assert.Equal(ReceiptState.Counts, (await place.App.Send(place.Town.Auditor, new CheckReceiptQuery(voteId, codes[0]))).Value.State);
        Assert.IsType<ReceiptUnknown>((await place.App.Send(place.Town.Auditor, new ReceiptProofQuery(voteId, "0000-0000-0000"))).Refusal);
        Assert.IsType<ReceiptUnknown>((await place.App.Send(place.Town.Auditor, new CheckReceiptQuery(voteId, "not a code"))).Refusal);
    }

    [Fact]
    public async Task Too_few_ballots_of_a_group_leave_the_vote_undecided_with_nothing_opened()
    {
        var (place, voters) = await SecretTown.Found(more: 2);
        await using var _ = place;
        var voteId = await place.Open(secret: true);
        var codes = await place.CastAll(voteId, voters, Yes, No, Abstain, Yes, No);

        var counted = await place.Count(voteId);

        Assert.Equal("Undecided", counted.Outcome);
        var vote = await place.Vote(voteId);
        var reason = Decision.FromJson(vote.DecisionJson!).Reason!;
        Assert.Equal(("tooFewToStaySecret", SecretTown.ClassTwo), (reason.Code, reason.Detail));
        Assert.Equal(0, await place.App.Db(db => db.SecretBallots.CountAsync()) + await place.App.Db(db => db.SecretReceipts.CountAsync()));
        Assert.Equal(0, await place.App.Db(db => db.SecretMarks.CountAsync(m => m.Sealed != null)));
        Assert.Empty(await place.KeyFiles());
        Assert.IsType<SecretBallotsDestroyed>((await place.App.Send(voters[0].Person, new CheckReceiptQuery(voteId, codes[0]))).Refusal);
        Assert.IsType<SecretBallotsDestroyed>((await place.App.Send(voters[0].Person, new ReceiptProofQuery(voteId, codes[0]))).Refusal);
        Assert.Contains("destroyed unopened", (await place.App.Send(voters[0].Person, new VotePageQuery(voteId))).Value.Decision!.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_vote_nobody_came_to_is_counted_without_its_key()
    {
        var (place, _) = await SecretTown.Found(more: 2);
        await using var done = place;
        var voteId = await place.Open(secret: true);
        File.Delete(Assert.Single(await place.KeyFiles()));
        Assert.Equal("Rejected", (await place.Count(voteId)).Outcome);
    }

    [Fact]
    public async Task The_ballot_of_a_seat_taken_out_is_destroyed_unopened()
    {
        var (place, voters) = await SecretTown.Found(more: 2);
        await using var _ = place;
        var voteId = await place.Open(secret: true);
        await place.CastAll(voteId, voters, Yes, Yes, Yes, No, No, No, No);
        Assert.True((await place.App.Send(place.Town.Secretary, new ExcludeSeatCommand(voteId, voters[6].Seat, "arrears", "unpaid"))).IsGranted);

        await place.Count(voteId);

        Assert.Equal(6, await place.App.Db(db => db.SecretBallots.CountAsync()));
        Assert.Equal(7, await place.App.Db(db => db.SecretMarks.CountAsync(m => m.Sealed == null)));
    }

    [Fact]
    public async Task Without_its_key_a_vote_takes_no_ballot_and_is_not_counted_and_can_then_be_cancelled()
    {
        var (place, voters) = await SecretTown.Found(more: 2);
        await using var _ = place;
        var voteId = await place.Open(secret: true);
        await place.CastAll(voteId, voters, Yes, No, Abstain, Yes, No, Yes);
        var file = Assert.Single(await place.KeyFiles());
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }

        var key = await File.ReadAllBytesAsync(file);
        File.Delete(file);
        Assert.IsType<SecretKeyLost>((await place.Cast(voteId, voters[6], Yes)).Refusal);
        place.App.Clock.SetUtcNow((await place.Vote(voteId)).ClosesAt!.Value);
        Assert.IsType<SecretKeyLost>((await place.App.SendAsProcess(new CountVoteCommand(voteId))).Refusal);

        // Another key in its place is no better.
        await File.WriteAllBytesAsync(file, SecretVoteKey.Create().ToBytes());
        Assert.IsType<SecretKeyLost>((await place.App.SendAsProcess(new CountVoteCommand(voteId))).Refusal);
        Assert.Equal(VoteStage.Open, (await place.Vote(voteId)).Stage);

        // Put back, it can be counted, and so it can no longer be called off; lost for good, it can.
        await File.WriteAllBytesAsync(file, key);
        Assert.IsType<VoteHasClosed>((await place.App.Send(place.Town.Secretary, new CancelVoteCommand(voteId, "lost"))).Refusal);
        File.Delete(file);
        Assert.True((await place.App.Send(place.Town.Secretary, new CancelVoteCommand(voteId, "The key is lost"))).IsGranted);
        Assert.Equal(0, await place.App.Db(db => db.SecretMarks.CountAsync(m => m.Sealed != null)));
    }

    [Fact]
    public async Task A_sealed_ballot_moved_to_another_seat_or_changed_is_found_and_nothing_is_counted()
    {
        var (place, voters) = await SecretTown.Found(more: 2);
        await using var _ = place;
        var voteId = await place.Open(secret: true);
        await place.CastAll(voteId, voters, Yes, No, Abstain, Yes, No, Yes, Yes);
        await place.App.Db(async db =>
        {
            var marks = await db.SecretMarks.ToListAsync();
            var (a, b) = (marks.Single(m => m.SeatId == voters[3].Seat), marks.Single(m => m.SeatId == voters[4].Seat));
            (a.Sealed, b.Sealed) = (b.Sealed, a.Sealed);
        });

        Assert.IsType<SecretBallotDamaged>((await place.Cast(voteId, voters[3], No)).Refusal);
        place.App.Clock.SetUtcNow((await place.Vote(voteId)).ClosesAt!.Value);
        Assert.IsType<SecretBallotDamaged>((await place.App.SendAsProcess(new CountVoteCommand(voteId))).Refusal);
        Assert.Equal(0, await place.App.Db(db => db.SecretBallots.CountAsync()));
        Assert.False((await place.App.Send(place.Town.Auditor, new VerifyJournalQuery(place.Town.CouncilId))).Value.Intact);
    }

    [Fact]
    public async Task Calling_a_secret_vote_off_destroys_what_was_sealed_and_the_key()
    {
        var (place, voters) = await SecretTown.Found(more: 2);
        await using var _ = place;
        var voteId = await place.Open(secret: true);
        var codes = await place.CastAll(voteId, voters, Yes, No, Abstain);

        Assert.True((await place.App.Send(place.Town.Secretary, new CancelVoteCommand(voteId, "wrong text"))).IsGranted);

        Assert.Empty(await place.KeyFiles());
        Assert.Equal(3, await place.App.Db(db => db.SecretMarks.CountAsync(m => m.Sealed == null)));
        Assert.IsType<SecretBallotsDestroyed>((await place.App.Send(voters[0].Person, new CheckReceiptQuery(voteId, codes[0]))).Refusal);
        Assert.IsType<VoteWasCancelled>((await place.Cast(voteId, voters[0], Yes)).Refusal);
    }

    [Fact]
    public async Task It_ends_early_only_when_everybody_has_voted()
    {
        var (place, voters) = await SecretTown.Found(more: 2, endsEarly: true);
        await using var _ = place;
        var voteId = await place.Open(secret: true);
        await place.CastAll(voteId, voters, Yes, Yes, Yes, Yes, Yes, Yes);

        // Six of seven said yes: a vote by name would be over.
        Assert.IsType<OutcomeCanStillChange>((await place.App.SendAsProcess(new SettleVoteCommand(voteId))).Refusal);
        await place.Cast(voteId, voters[6], No);
        await place.Announcer.Idle();
        await place.App.SendAsProcess(new SettleVoteCommand(voteId));
        Assert.NotNull((await place.Vote(voteId)).SettledAt);
        Assert.IsType<VoteHasClosed>((await place.Cast(voteId, voters[6], Yes)).Refusal);
    }

    [Fact]
    public async Task Wrong_people_and_wrong_times_are_refused_as_in_any_vote()
    {
        var (place, voters) = await SecretTown.Found(more: 2);
        await using var _ = place;
        var voteId = await place.Create(secret: true);
        Assert.IsType<VoteNotOpenYet>((await place.Cast(voteId, voters[0], Yes)).Refusal);
        await place.App.SendAsProcess(new FreezeRollCommand(voteId));
        await place.App.SendAsProcess(new Server.Features.Votes.OpenBallots.OpenBallotsCommand(voteId, "P7D"));

        Assert.IsType<NotYourSeat>((await place.Cast(voteId, voters[1].Person, voters[0].Seat, Yes)).Refusal);
        Assert.IsType<NotFound>((await place.Cast(voteId, place.Town.Outsider, voters[0].Seat, Yes)).Refusal);
        Assert.IsType<NotFound>((await place.App.Send(place.Town.Outsider, new VotePageQuery(voteId))).Refusal);
        place.App.Clock.SetUtcNow((await place.Vote(voteId)).ClosesAt!.Value);
        Assert.IsType<VoteHasClosed>((await place.Cast(voteId, voters[0], Yes)).Refusal);
        Assert.IsType<ProcessNeeded>((await place.App.Send(place.Town.Secretary, new CountVoteCommand(voteId))).Refusal);
    }

    [Fact]
    public async Task Padded_choices_are_taken_so_that_lengths_tell_nothing()
    {
        var (place, voters) = await SecretTown.Found(more: 2);
        await using var _ = place;
        var voteId = await place.Open(secret: true);
        using var client = await place.App.ClientOf(voters[0].Person);

        using var answer = await client.PostAsJsonAsync($"/api/votes/{voteId}/ballots", new { seatId = voters[0].Seat, choice = "no     " });

        Assert.True(answer.IsSuccessStatusCode);
        Assert.False((await answer.Content.ReadFromJsonAsync<JsonElement>()).TryGetProperty("keptAs", out var _));
    }
}
