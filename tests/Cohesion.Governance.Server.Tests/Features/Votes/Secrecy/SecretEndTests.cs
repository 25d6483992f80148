using System.Net.Http.Json;
using System.Text.Json;
using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Proof;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Journal.VerifyJournal;
using Cohesion.Governance.Server.Features.Votes;
using Cohesion.Governance.Server.Features.Votes.CancelVote;
using Cohesion.Governance.Server.Features.Votes.CheckReceipt;
using Cohesion.Governance.Server.Features.Votes.CountVote;
using Cohesion.Governance.Server.Features.Votes.ExcludeSeat;
using Cohesion.Governance.Server.Features.Votes.ReceiptProof;
using Cohesion.Governance.Server.Features.Votes.SettleVote;
using Cohesion.Governance.Server.Features.Votes.VotePage;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Cohesion.Governance.Domain.Rules.BallotChoice;

namespace Cohesion.Governance.Server.Tests.Features.Votes.Secrecy;

public sealed class SecretEndTests
{
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
}
