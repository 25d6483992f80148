using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Proof;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Features.Votes.CheckReceipt;
using Cohesion.Governance.Server.Features.Votes.ReceiptProof;
using Cohesion.Governance.Server.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Votes;

/// <summary>What the receipt code of a secret vote proves: that a ballot was cast and counted, never whose or what.</summary>
internal sealed class SecretReceipts(GovernanceDbContext db, SecretKeys keys)
{
    private static readonly LocalText Meaning = new(
        "This proves that the receipt belongs to one of the ballots counted in this secret vote: hash the leaf, then hash it with each step of the path, and you come to the published "
        + "root over the receipts. There are as many receipts as ballots that were not handed in as envelopes. Nothing leads from the receipt to what was said, so it proves to nobody how you voted. "
        + "Compare the root with the one on the result, best with one you or others noted when it came out.",
        "本证明表明：该回执属于本次无记名表决计入的选票之一。对叶子求散列，再依次与路径中的每一步求散列，即得到公布的回执根。回执数目等于信封以外的选票数。"
        + "回执与选择之间没有任何联系，因此不能向任何人证明您如何投票。请将根与结果页上的根核对，最好与公布当时您或他人记下的根核对。");

    /// <summary>What has become of the ballot with this code.</summary>
    public async Task<Outcome<ReceiptCheck>> Check(Vote vote, string? code, CancellationToken ct)
    {
        if (code is null)
        {
            return new ReceiptUnknown();
        }

        if (vote.Stage == VoteStage.Open)
        {
            return await IsHeld(vote, code, ct) ? new ReceiptCheck(code, ReceiptState.Counts, null, null, null, null, null) : new ReceiptUnknown();
        }

        if (WasNotOpened(vote))
        {
            return new SecretBallotsDestroyed();
        }

        var commitment = Convert.ToHexStringLower(BallotLeaf.HashOfReceipt(code));
        return await db.SecretReceipts.AnyAsync(r => r.VoteId == vote.Id && r.Commitment == commitment, ct)
            ? new ReceiptCheck(code, ReceiptState.Counts, null, null, null, null, null)
            : new ReceiptUnknown();
    }

    /// <summary>The proof that the code's commitment is under the published root.</summary>
    public async Task<Outcome<InclusionProof>> Prove(Vote vote, string? code, CancellationToken ct)
    {
        if (code is null)
        {
            return new ReceiptUnknown();
        }

        if (vote.Stage != VoteStage.Closed)
        {
            return vote.Stage == VoteStage.Cancelled ? new SecretBallotsDestroyed() : new VoteNotCounted(vote.Stage);
        }

        if (WasNotOpened(vote))
        {
            return new SecretBallotsDestroyed();
        }

        var receipts = await db.SecretReceipts.AsNoTracking().Where(r => r.VoteId == vote.Id).ToListAsync(ct);
        receipts.Sort((a, b) => string.CompareOrdinal(a.Commitment, b.Commitment));
        var commitment = Convert.ToHexStringLower(BallotLeaf.HashOfReceipt(code));
        var index = receipts.FindIndex(r => r.Commitment == commitment);
        if (index < 0)
        {
            return new ReceiptUnknown();
        }

        if (SecretCount.ReceiptsRootOf(vote.Id, receipts) != vote.ReceiptsRoot)
        {
            return new BallotsDisagree(null);
        }

        var council = await db.Councils.AsNoTracking().SingleAsync(c => c.Id == vote.CouncilId, ct);
        var leaves = receipts.ConvertAll(r => SecretLeaf.OfReceipt(vote.Id, Convert.FromHexString(r.Commitment)));
        var hashes = leaves.ConvertAll(leaf => MerkleTree.LeafHash(leaf));
        return new InclusionProof(
            vote.Id, council.Id, council.Name, council.TimeZone, vote.Question, vote.Outcome!, vote.ClosedAt!.Value, code, null, null, null, null,
            Convert.ToHexStringLower(leaves[index]), Convert.ToHexStringLower(hashes[index]), index, receipts.Count,
            [.. MerkleTree.InclusionPath(hashes, index).Select(Convert.ToHexStringLower)], vote.ReceiptsRoot, Meaning);
    }

    private static bool WasNotOpened(Vote vote) =>
        vote.Stage == VoteStage.Cancelled || (vote.DecisionJson is { } json && Domain.Rules.Decision.FromJson(json).Reason is { Code: "tooFewToStaySecret" });

    // All marks are looked through, since none may say which code is whose.
    private async Task<bool> IsHeld(Vote vote, string code, CancellationToken ct)
    {
        using var key = keys.Find(vote.Id, vote.SecretKeyId);
        if (key is null)
        {
            return false;
        }

        var held = false;
        await foreach (var mark in db.SecretMarks.AsNoTracking().Where(m => m.VoteId == vote.Id).AsAsyncEnumerable().WithCancellation(ct))
        {
            held |= mark.Sealed is { } text && key.Open(vote.Id, mark.SeatId, text) is { } word && word.Receipt == code;
        }

        return held;
    }
}
