using System.Collections.Concurrent;
using Cohesion.Governance.Server.Features.Votes;

namespace Cohesion.Governance.Load;

/// <summary>What came of a run in which the server was killed again and again.</summary>
/// <param name="Kills">How often it was killed while ballots were cast.</param>
/// <param name="Acknowledged">Ballots whose receipt came before the last restart.</param>
/// <param name="Unanswered">Requests that a kill left without an answer; each was sent again under the same key.</param>
/// <param name="KeptUnanswered">How many of those had been kept all the same, and were answered from what was kept.</param>
/// <param name="Findings">What did not hold, in words; empty where everything did.</param>
internal sealed record KillReport(int Kills, int Acknowledged, int Unanswered, int KeptUnanswered, IReadOnlyList<string> Findings);

/// <summary>Casts ballots while the server is killed at random moments and started again, then looks for every ballot.</summary>
/// <param name="electorate">Whose ballots are cast; so many a round, and those that got no answer again in the next.</param>
/// <param name="rounds">How often the server is killed.</param>
/// <param name="callers">How many cast at a time.</param>
/// <param name="seed">Chooses the moments: after how many receipts of the round, and how many milliseconds after that one.</param>
internal sealed class KillRun(Electorate electorate, int rounds, int callers, int seed)
{
    // A little later than the receipt that a kill waits for, or the server would always be at the same point of its work.
    private const int LongestDelay = 40;

    private readonly ConcurrentDictionary<Voter, BallotReceipt> receipts = new();
    private readonly ConcurrentQueue<Voter> waiting = new();
    private readonly ConcurrentDictionary<Voter, DateTimeOffset> unanswered = new();
    private readonly ConcurrentBag<string> findings = [];

    /// <summary>Runs to the end; no ballot is left uncast.</summary>
    public async Task<KillReport> Run(Action<string> tell, CancellationToken ct)
    {
        var random = new Random(seed);
        var perRound = electorate.Voters.Count / (rounds + 1);
        for (var round = 1; round <= rounds; round++)
        {
            foreach (var voter in electorate.Voters.Skip((round - 1) * perRound).Take(perRound))
            {
                waiting.Enqueue(voter);
            }

            var before = receipts.Count;
            await CastUntilKilled(random.Next(perRound), TimeSpan.FromMilliseconds(random.Next(LongestDelay)), ct);
            tell($"kill {round}: {receipts.Count - before} receipts, {waiting.Count} ballots uncast or unanswered");
        }

        foreach (var voter in electorate.Voters.Skip(rounds * perRound))
        {
            waiting.Enqueue(voter);
        }

        var acknowledged = receipts.Count;
        await CastTheRest(ct);
        var search = await BallotSearch.Look(electorate, receipts, unanswered, ct);
        return new(rounds, acknowledged, unanswered.Count, search.KeptUnanswered, [.. findings, .. search.Findings]);
    }

    private async Task CastUntilKilled(int afterReceipts, TimeSpan delay, CancellationToken ct)
    {
        var (server, address) = await ServerProcess.Start(electorate.Folder, ct);
        using (server)
        {
            using var caller = new BallotCaller(address, electorate.VoteId, callers);
            var left = afterReceipts;
            var due = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var casting = Task.WhenAll(Enumerable.Range(0, callers).Select(_ => CastWaiting(
                caller,
                () =>
                {
                    if (Interlocked.Decrement(ref left) <= 0)
                    {
                        due.TrySetResult();
                    }
                },
                ct)));
            if (afterReceipts > 0)
            {
                await Task.WhenAny(due.Task, casting);
            }

            await Task.Delay(delay, ct);
            await server.Kill();
            await casting;
            NoteFaults(server);
        }
    }

    private async Task CastTheRest(CancellationToken ct)
    {
        var (server, address) = await ServerProcess.Start(electorate.Folder, ct);
        using (server)
        {
            using var caller = new BallotCaller(address, electorate.VoteId, callers);
            await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => CastWaiting(caller, () => { }, ct)));
            if (!waiting.IsEmpty)
            {
                findings.Add($"{waiting.Count} ballots got no answer from a server that nobody killed.");
            }

            // Whoever has a receipt asks for it, and sends his ballot once more as if he had none.
            await Parallel.ForEachAsync(receipts, new ParallelOptions { MaxDegreeOfParallelism = callers, CancellationToken = ct }, async (given, token) =>
            {
                var (voter, receipt) = given;
                var check = await caller.Check(voter, receipt.Receipt, token);
                if (check is not { State: ReceiptState.Counts } || check.Choice != BallotCaller.ChoiceOf(voter))
                {
                    findings.Add($"Receipt {receipt.Receipt} is answered with {check?.ToString() ?? "nothing"}.");
                }

                var again = await caller.Cast(voter, token);
                if (again?.Receipt != receipt.Receipt)
                {
                    findings.Add($"The ballot of receipt {receipt.Receipt}, sent again under its key, got {again?.Receipt ?? "no answer"}.");
                }
            });
            await server.Kill();
            NoteFaults(server);
        }
    }

    private async Task CastWaiting(BallotCaller caller, Action acknowledged, CancellationToken ct)
    {
        while (waiting.TryDequeue(out var voter))
        {
            if (await caller.Cast(voter, ct) is not { } receipt)
            {
                unanswered[voter] = TimeProvider.System.GetUtcNow();
                waiting.Enqueue(voter);
                return;
            }

            receipts[voter] = receipt;
            acknowledged();
        }
    }

    private void NoteFaults(ServerProcess server)
    {
        foreach (var fault in server.Faults)
        {
            findings.Add($"The server logged a fault: {fault}");
        }
    }
}
