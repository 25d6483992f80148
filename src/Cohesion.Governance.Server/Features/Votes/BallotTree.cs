using Cohesion.Governance.Domain.Proof;
using Cohesion.Governance.Domain.Votes;

namespace Cohesion.Governance.Server.Features.Votes;

/// <summary>The Merkle tree over the ballots that count: those of seats on the roll that are not excluded, in the order of their seats.</summary>
internal sealed class BallotTree
{
    private readonly List<(Guid Seat, byte[] Hash)> leaves;

    private BallotTree(List<(Guid Seat, byte[] Hash)> leaves) => this.leaves = leaves;

    public int Count => leaves.Count;

    public string Root => Convert.ToHexStringLower(MerkleTree.Root(leaves.Select(l => l.Hash)));

    public static BallotTree Of(Guid voteId, IEnumerable<RollEntry> roll, IEnumerable<Ballot> ballots)
    {
        var counting = roll.Where(r => r.ExcludedFor is null).Select(r => r.SeatId).ToHashSet();
        return new([.. ballots.Where(b => counting.Contains(b.SeatId)).OrderBy(b => b.SeatId)
            .Select(b => (b.SeatId, MerkleTree.LeafHash(LeafOf(voteId, b))))]);
    }

    /// <summary>Number of the seat's leaf, from 0; negative where it has none.</summary>
    public int IndexOf(Guid seat) => leaves.FindIndex(l => l.Seat == seat);

    public IReadOnlyList<byte[]> PathOf(int index) => MerkleTree.InclusionPath([.. leaves.Select(l => l.Hash)], index);

    public static byte[] LeafOf(Guid voteId, Ballot ballot) => BallotLeaf.Of(
        voteId, ballot.SeatId, ballot.Choice, ballot.Channel, ballot.CastAt, BallotLeaf.HashOfReceipt(ballot.Receipt));
}
