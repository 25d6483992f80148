using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Proof;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Votes.ReceiptProof;

internal sealed class ReceiptProofHandler(GovernanceDbContext db, SecretReceipts secret) : IRequestHandler<ReceiptProofQuery, Outcome<InclusionProof>>
{
    private static readonly LocalText Meaning = new(
        "This proves that the ballot with this receipt is one of those from which the published root was made, unchanged to the last bit: hash the leaf, then hash it with each "
        + "step of the path, and you come to the root. It does not prove how others voted. Compare the root with the one on the result, best with one you or others noted when it came out.",
        "本证明表明：持此回执的选票是公布的根所包含的选票之一，且未被改动过一个比特。对叶子求散列，再依次与路径中的每一步求散列，即得到该根。"
        + "它不说明他人如何投票。请将根与结果页上的根核对，最好与公布当时您或他人记下的根核对。");

    public async Task<Outcome<InclusionProof>> Handle(ReceiptProofQuery request, CancellationToken cancellationToken)
    {
        var code = ReceiptCode.Read(request.Receipt);
        var vote = await db.Votes.AsNoTracking().SingleAsync(v => v.Id == request.VoteId, cancellationToken);
        if (vote.Secret)
        {
            return await secret.Prove(vote, code, cancellationToken);
        }

        var record = code is null
            ? null
            : await db.BallotRecords.AsNoTracking().SingleOrDefaultAsync(r => r.VoteId == request.VoteId && r.Receipt == code, cancellationToken);
        if (record is null)
        {
            return new ReceiptUnknown();
        }

        if (vote is not { Stage: VoteStage.Closed, BallotsRoot: { } root })
        {
            return new VoteNotCounted(vote.Stage);
        }

        var roll = await db.RollEntries.AsNoTracking().Where(r => r.VoteId == vote.Id).ToListAsync(cancellationToken);
        var ballots = await db.Ballots.AsNoTracking().Where(b => b.VoteId == vote.Id).ToListAsync(cancellationToken);
        var tree = BallotTree.Of(vote.Id, roll, ballots);
        var index = tree.IndexOf(record.SeatId);
        var ballot = ballots.Find(b => b.SeatId == record.SeatId);
        if (index < 0 || ballot?.Receipt != record.Receipt)
        {
            return new ReceiptNotCounted();
        }

        if (tree.Root != root)
        {
            return new BallotsDisagree(null);
        }

        var council = await db.Councils.AsNoTracking().SingleAsync(c => c.Id == vote.CouncilId, cancellationToken);
        var leaf = BallotTree.LeafOf(vote.Id, ballot);
        return new InclusionProof(
            vote.Id, council.Id, council.Name, council.TimeZone, vote.Question, vote.Outcome!, vote.ClosedAt!.Value, record.Receipt,
            roll.Single(r => r.SeatId == record.SeatId).Label, ballot.Choice, ballot.Channel, ballot.CastAt, Convert.ToHexStringLower(leaf),
            Convert.ToHexStringLower(MerkleTree.LeafHash(leaf)), index, tree.Count, [.. tree.PathOf(index).Select(Convert.ToHexStringLower)], root, Meaning);
    }
}
