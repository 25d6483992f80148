using Cohesion.Governance.Server.Features.Votes;
using Cohesion.Governance.Server.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Load;

/// <summary>Looks in the tables of a server that has ended for every ballot that was cast, and has its journal verified.</summary>
/// <param name="KeptUnanswered">Ballots kept although their sender got no answer.</param>
/// <param name="Findings">What is not as it must be, in words.</param>
internal sealed record BallotSearch(int KeptUnanswered, IReadOnlyList<string> Findings)
{
    /// <param name="electorate">Who cast.</param>
    /// <param name="receipts">What each was given; everybody must have been given one.</param>
    /// <param name="unanswered">Who got no answer at some time, and when he last knew that none would come.</param>
    public static async Task<BallotSearch> Look(
        Electorate electorate, IReadOnlyDictionary<Voter, BallotReceipt> receipts, IReadOnlyDictionary<Voter, DateTimeOffset> unanswered, CancellationToken ct)
    {
        var findings = new List<string>();
        await using var db = new SqliteGovernanceDbContext(new DbContextOptionsBuilder<SqliteGovernanceDbContext>()
            .UseSqlite($"Data Source={Path.Combine(electorate.Folder, "load.db")};Pooling=False").Options);
        var ballots = (await db.Ballots.AsNoTracking().Where(b => b.VoteId == electorate.VoteId).ToListAsync(ct)).ToLookup(b => b.SeatId);
        var records = (await db.BallotRecords.AsNoTracking().Where(r => r.VoteId == electorate.VoteId).ToListAsync(ct)).ToLookup(r => r.SeatId);
        var kept = 0;
        foreach (var voter in electorate.Voters)
        {
            if (!receipts.TryGetValue(voter, out var given))
            {
                findings.Add($"Seat {voter.SeatId} never got a receipt.");
                continue;
            }

            if (ballots[voter.SeatId].ToList() is not [var ballot] || ballot.Receipt != given.Receipt || ballot.Choice != BallotCaller.ChoiceOf(voter))
            {
                findings.Add($"Receipt {given.Receipt}: seat {voter.SeatId} has {ballots[voter.SeatId].Count()} valid ballots, or another than was cast.");
            }

            if (records[voter.SeatId].ToList() is not [var record] || record.Receipt != given.Receipt || record.SetAsideFor is not null)
            {
                findings.Add($"Receipt {given.Receipt}: {records[voter.SeatId].Count()} ballots were received for seat {voter.SeatId}, or another than was cast.");
            }
            else if (unanswered.TryGetValue(voter, out var at) && record.CastAt < at)
            {
                kept++;
            }
        }

        Expect("valid ballots", ballots.Sum(b => b.Count()));
        Expect("ballots received", records.Sum(r => r.Count()));
        Expect("entries CastBallot in the journal", await db.Journal.CountAsync(e => e.CouncilId == electorate.CouncilId && e.Command == "CastBallot", ct));
        Expect("ballots counted by the vote itself", (int)await db.Votes.Where(v => v.Id == electorate.VoteId).Select(v => v.BallotCount).SingleAsync(ct));

        var (exit, said) = await ServerProcess.Run(electorate.Folder, ct, "journal", "verify");
        if (exit != 0)
        {
            findings.Add($"The journal does not verify (exit code {exit}):\n{said}");
        }

        return new(kept, findings);

        void Expect(string what, int found)
        {
            if (found != electorate.Voters.Count)
            {
                findings.Add($"There are {found} {what}, and {electorate.Voters.Count} were cast.");
            }
        }
    }
}
