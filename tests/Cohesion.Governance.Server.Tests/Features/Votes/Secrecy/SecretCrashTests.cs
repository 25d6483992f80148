using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Features.Journal.VerifyJournal;
using Cohesion.Governance.Server.Features.Votes;
using Cohesion.Governance.Server.Features.Votes.CastBallot;
using Cohesion.Governance.Server.Features.Votes.CheckBallot;
using Cohesion.Governance.Server.Features.Votes.CheckEnvelopeTotals;
using Cohesion.Governance.Server.Features.Votes.CountVote;
using Cohesion.Governance.Server.Features.Votes.EnterBallot;
using Cohesion.Governance.Server.Features.Votes.EnterEnvelopeTotals;
using Cohesion.Governance.Server.Features.Votes.FreezeRoll;
using Cohesion.Governance.Server.Features.Votes.OpenBallots;
using Cohesion.Governance.Server.Tests.Faults;
using Cohesion.Governance.Server.Tests.Harness;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Cohesion.Governance.Domain.Rules.BallotChoice;

namespace Cohesion.Governance.Server.Tests.Features.Votes.Secrecy;

/// <summary>A secret vote on a server that dies between any two writes, after any commit before anybody hears of it, and between the count's commit and the destruction of the key.</summary>
public sealed class SecretCrashTests
{
    private const int Spread = 8;

    [Fact(Timeout = 300_000)]
    public async Task A_secret_vote_ends_the_same_wherever_the_server_dies_and_leaves_no_key()
    {
        var (calm, points) = await Live(null);
        Assert.InRange(points, 15, 400);
        foreach (var point in Enumerable.Range(0, Spread).Select(i => 1 + (i * (points - 1) / (Spread - 1))).Append(points - 1).Distinct())
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            var (stormy, _) = await Live(point);
            Assert.True(calm == stormy, $"Dying at point {point} of {points} changes the end:\n{stormy}\ninstead of\n{calm}");
        }
    }

    [Fact]
    public async Task A_key_left_by_a_server_killed_between_the_counts_commit_and_its_destruction_is_destroyed_at_the_next_start()
    {
        var (place, voters) = await SecretTown.Found(more: 2);
        await using var _ = place;
        var voteId = await place.Open(secret: true);
        await place.CastAll(voteId, voters, Yes, No, Abstain, Yes, No, Yes, Yes);
        var file = Assert.Single(await place.KeyFiles());
        var key = await File.ReadAllBytesAsync(file);
        await place.Count(voteId);
        Assert.Empty(await place.KeyFiles());

        // As if this process had not come to it.
        await File.WriteAllBytesAsync(file, key);
        await using var next = place.App.Restart();
        await next.Services.GetRequiredService<SecretKeyShredder>().Idle();
        Assert.False(File.Exists(file));
    }

    [Fact]
    public async Task A_key_of_an_opening_that_was_rolled_back_is_destroyed_and_the_votes_own_is_kept()
    {
        var (place, voters) = await SecretTown.Found(more: 2);
        await using var _ = place;
        var voteId = await place.Open(secret: true);
        var own = Assert.Single(await place.KeyFiles());
        using (place.App.Services.GetRequiredService<SecretKeys>().Make(voteId))
        {
            Assert.Equal(2, (await place.KeyFiles()).Length);
        }

        await using var next = place.App.Restart();
        await next.Services.GetRequiredService<SecretKeyShredder>().Idle();
        Assert.Equal(own, Assert.Single(await place.KeyFiles()));
        Assert.True((await place.Cast(voteId, voters[0], Yes)).IsGranted);
    }

    private static async Task<(string End, int Points)> Live(int? dieAt)
    {
        var database = new DyingDatabase();
        var (place, voters) = await SecretTown.Found(more: 2, replacing: database.Infest);
        await using var _ = place;
        var voteId = await place.Create(secret: true);
        await using var host = new Host(place.App, database);
        await host.Start();
        if (dieAt is { } point)
        {
            database.Arm(point);
        }
        else
        {
            database.Watch();
        }

        await host.AsProcess(new FreezeRollCommand(voteId));
        await host.AsProcess(new OpenBallotsCommand(voteId, "P7D"));
        BallotChoice[] said = [Yes, No, Abstain, Yes, No, Yes];
        var codes = new List<string>();
        foreach (var (voter, choice) in voters.Zip(said))
        {
            codes.Add((await host.Send(voter.Person, new CastBallotCommand(voteId, voter.Seat, choice))).Receipt);
        }

        codes[0] = (await host.Send(voters[0].Person, new CastBallotCommand(voteId, voters[0].Seat, No))).Receipt;
        var entry = await host.Send(place.Town.VisitingWorker, new EnterBallotCommand(
            voteId, voters[6].Seat, null, BallotChannel.Paper, "Room 101", GovernanceApp.Begin, VoteTown.Scan, "Ms He"));
        await host.Send(place.Town.Secretary, new CheckBallotCommand(voteId, entry, null));
        place.App.Clock.SetUtcNow(GovernanceApp.Begin.AddDays(7));
        EnvelopeTotals[] totals = [new("B", 0, 1, 0, 0)];
        await host.Send(place.Town.Secretary, new EnterEnvelopeTotalsCommand(voteId, totals, "Room 101", GovernanceApp.Begin.AddDays(7), "Mr Qian"));
        await host.Send(place.Town.VisitingWorker, new CheckEnvelopeTotalsCommand(voteId, totals));
        await host.AsProcess(new CountVoteCommand(voteId));
        var points = database.Passed;
        await host.DisposeAsync();

        database.Watch();
        await using var last = place.App.Restart();
        await last.Services.GetRequiredService<SecretKeyShredder>().Idle();
        Assert.True((await last.Send(place.Town.Auditor, new VerifyJournalQuery(place.Town.CouncilId))).Value.Intact);
        return (await last.Db(async db =>
        {
            var vote = await db.Votes.AsNoTracking().SingleAsync();
            var ballots = await db.SecretBallots.Select(b => b.Class + " " + b.Choice).ToListAsync();
            var commitments = (await db.SecretReceipts.Select(r => r.Commitment).ToListAsync()).Order(StringComparer.Ordinal);
            var given = codes.Select(c => Convert.ToHexStringLower(Domain.Proof.BallotLeaf.HashOfReceipt(c))).Order(StringComparer.Ordinal);
            return string.Join('\n', [
                $"{vote.Stage} {vote.Outcome}, receipts are those given: {commitments.SequenceEqual(given)}",
                $"envelopes: {await db.BallotEntries.CountAsync(e => e.Stage == BallotEntryStage.Entered && e.SetAsideFor == null)}, opened {await db.EnvelopeOpenings.CountAsync(o => o.CheckedByPersonId != null && o.Sealed == null)}",
                $"sealed left: {await db.SecretMarks.CountAsync(m => m.Sealed != null)}, key files left: {Directory.GetFiles(SecretTown.KeysOf(place)).Length}",
                .. ballots.Order(StringComparer.Ordinal),
            ]);
        }), points);
    }

    /// <summary>A server process, and the one that is started when it has died; whoever heard nothing asks again under the same key.</summary>
    private sealed class Host(GovernanceApp owner, DyingDatabase database) : IAsyncDisposable
    {
        private GovernanceApp running = owner.Restart();
        private int sent;

        /// <summary>Waits until it has begun and has nothing left to do at the start.</summary>
        public Task Start() => running.Services.GetRequiredService<SecretKeyShredder>().Idle();

        public Task<T> Send<T>(Guid person, IRequest<Outcome<T>> request)
        {
            var key = $"request-{++sent}";
            return Survive(() => running.Send(person, request, key));
        }

        public Task<T> AsProcess<T>(IRequest<Outcome<T>> request) => Survive(() => running.SendAsProcess(request));

        public ValueTask DisposeAsync() => running.DisposeAsync();

        private async Task<T> Survive<T>(Func<Task<Outcome<T>>> work)
        {
            while (true)
            {
                try
                {
                    var result = await work();
                    if (!database.IsDead)
                    {
                        Assert.True(result.IsGranted, result.Refusal?.Code);
                        return result.Value;
                    }
                }
                catch (Exception) when (database.IsDead)
                {
                    // Whatever the dying server threw, nobody has heard it.
                }

                await running.DisposeAsync();
                database.Watch();
                running = owner.Restart();
            }
        }
    }
}
