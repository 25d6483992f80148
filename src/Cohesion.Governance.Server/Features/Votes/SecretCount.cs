using System.Security.Cryptography;
using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Proof;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Votes;

/// <summary>Counts a secret vote: opens what is sealed, lays down ballots that belong to nobody, and takes what was sealed away, all in the count's own transaction. The key
/// is destroyed after its commit (<see cref="SecretKeyShredder"/>).</summary>
internal sealed class SecretCount(GovernanceDbContext db, SecretKeys keys, VoteDecision decisions, EnvelopeCounting envelopes)
{
    /// <summary>Counts the vote and closes it.</summary>
    /// <returns>The tally to announce; refused, with nothing changed, where ballots cannot be opened.</returns>
    public async Task<Outcome<TallyView>> Close(Vote vote, DateTimeOffset now, CancellationToken ct)
    {
        var electorate = await decisions.ElectorateOf(vote, ct);
        var marks = await db.SecretMarks.Where(m => m.VoteId == vote.Id).ToListAsync(ct);
        var voting = electorate.Roll.Where(r => r.ExcludedFor is null).Select(r => r.SeatId).ToHashSet();
        var counting = marks.FindAll(m => voting.Contains(m.SeatId));
        var classes = new SecrecyClasses(electorate.Pack);

        var state = await envelopes.Read(vote, electorate, marks, ct);
        if (state.Unchecked > 0 || (state is { Weakness: null, Envelopes: > 0 } && state.Opening is not { IsCounted: true }))
        {
            return new EnvelopesStillClosed(state.Unchecked, state.Envelopes);
        }

        List<SecretBallot> ballots = [];
        List<SecretReceipt> receipts = [];
        Decision decision;
        if (state.Weakness is { } weakness)
        {
            decision = classes.Unopened(electorate.Seats, weakness);
        }
        else
        {
            if (!Open(vote, counting, electorate, classes, state).Granted(out var opened, out var refusal))
            {
                return refusal;
            }

            (ballots, receipts) = opened;
            decision = (await decisions.Of(vote, open: false, ballots, ct)).Decision;
        }

        marks.ForEach(mark => mark.Sealed = null);
        state.Opening?.Sealed = null;
        db.SecretBallots.AddRange(ballots);
        db.SecretReceipts.AddRange(receipts);
        vote.ReceiptsRoot = ReceiptsRootOf(vote.Id, receipts);
        vote.Close(now, decision.Outcome.ToString(), decision.ToJson(), decision.NextSession, decision.ConfirmWindow?.Text, BallotsRootOf(vote.Id, ballots));
        return SecretTally.Of(vote, electorate, ballots, await TallyView.BlocsOf(db, vote.CouncilId, ct));
    }

    /// <summary>Whether the ballots can never be opened as things stand: the key is gone, or one of them was changed.</summary>
    public async Task<bool> IsBroken(Vote vote, CancellationToken ct)
    {
        var marks = await db.SecretMarks.AsNoTracking().Where(m => m.VoteId == vote.Id).ToListAsync(ct);
        using var key = keys.Find(vote.Id, vote.SecretKeyId);
        return key is null || marks.Exists(m => !m.IsEnvelope && (m.Sealed is not { } text || key.Open(vote.Id, m.SeatId, text) is null))
            || (await db.EnvelopeOpenings.AsNoTracking().SingleOrDefaultAsync(o => o.VoteId == vote.Id, ct) is { IsCounted: true } opening && EnvelopeCounting.Open(key, opening) is null);
    }

    /// <summary>Takes away what is sealed of a vote that is called off.</summary>
    public async Task Discard(Vote vote, CancellationToken ct)
    {
        (await db.SecretMarks.Where(m => m.VoteId == vote.Id).ToListAsync(ct)).ForEach(mark => mark.Sealed = null);
        (await db.EnvelopeOpenings.SingleOrDefaultAsync(o => o.VoteId == vote.Id, ct))?.Sealed = null;
    }

    /// <summary>The root over ballots in the order of their ids.</summary>
    public static string BallotsRootOf(Guid voteId, IEnumerable<SecretBallot> ballots) => Convert.ToHexStringLower(
        MerkleTree.Root(ballots.Select(b => MerkleTree.LeafHash(SecretLeaf.OfBallot(voteId, b.Id, b.Class, b.Choice)))));

    /// <summary>The root over commitments in their order.</summary>
    public static string ReceiptsRootOf(Guid voteId, IEnumerable<SecretReceipt> receipts) => Convert.ToHexStringLower(
        MerkleTree.Root(receipts.Select(r => MerkleTree.LeafHash(SecretLeaf.OfReceipt(voteId, Convert.FromHexString(r.Commitment))))));

    // Nothing that leaves this method is in an order that follows the marks: ballots stand by their random ids, receipts by their hashes, and so they are inserted.
    private Outcome<(List<SecretBallot> Ballots, List<SecretReceipt> Receipts)> Open(
        Vote vote, List<SecretMark> counting, FrozenElectorate electorate, SecrecyClasses classes, EnvelopeState state)
    {
        var classOf = electorate.Seats.ToDictionary(s => s.Seat, classes.ClassOf, StringComparer.Ordinal);
        var (ballots, receipts) = (new List<SecretBallot>(counting.Count), new List<SecretReceipt>(counting.Count));
        using var key = keys.Find(vote.Id, vote.SecretKeyId);
        if (key is null && counting.Count > 0)
        {
            return new SecretKeyLost();
        }

        if (state.Envelopes > 0)
        {
            if (EnvelopeCounting.Open(key!, state.Opening!) is not { } totals)
            {
                return new EnvelopeTotalsDamaged();
            }

            if (state.RefusalOf(totals) is { } wrong)
            {
                return wrong;
            }

            var classOfLetter = state.Groups.All.ToDictionary(g => g.Letter, g => g.Class, StringComparer.Ordinal);
            ballots.AddRange(totals.SelectMany(t => Enum.GetValues<BallotChoice>().SelectMany(choice => Enumerable.Range(0, t.Of(choice)).Select(
                _ => new SecretBallot { Id = RandomId(), VoteId = vote.Id, Class = classOfLetter[t.Letter], Choice = choice }))));
        }

        foreach (var mark in counting.Where(m => !m.IsEnvelope))
        {
            if (mark.Sealed is not { } text || key!.Open(vote.Id, mark.SeatId, text) is not { } word)
            {
                return new SecretBallotDamaged(electorate.Roll.Single(r => r.SeatId == mark.SeatId).Label);
            }

            ballots.Add(new SecretBallot { Id = RandomId(), VoteId = vote.Id, Class = classOf[mark.SeatId.ToString("D")], Choice = word.Choice });
            receipts.Add(new SecretReceipt { VoteId = vote.Id, Commitment = Convert.ToHexStringLower(BallotLeaf.HashOfReceipt(word.Receipt)) });
        }

        ballots.Sort((a, b) => a.Id.CompareTo(b.Id));
        receipts.Sort((a, b) => string.CompareOrdinal(a.Commitment, b.Commitment));
        return (ballots, receipts);
    }

    // Version 4 of RFC 9562 from a cryptographic source: version 7 would say when, and a weak generator could be run again.
    private static Guid RandomId()
    {
        var bytes = RandomNumberGenerator.GetBytes(16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
