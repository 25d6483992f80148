using Cohesion.Governance.Domain.Journal;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Persistence;

/// <summary>The row digests of the entry that a journal gets next, put into the context piece by piece, with their hash so far.</summary>
/// <param name="councilId">Whose journal.</param>
/// <param name="sequence">The entry's number.</param>
internal sealed class PouredRows(Guid councilId, long sequence) : IDisposable
{
    /// <summary>Most lines of a piece: some 750 KB.</summary>
    public const int PieceSize = 5_000;

    private readonly JournalRowsHash hash = new();

    /// <summary>The hash over all pieces; null where there are none.</summary>
    public string? Hash => hash.Value;

    /// <summary>The rows of the entry after the present end of a journal.</summary>
    public static PouredRows After(JournalHead head) => new(head.CouncilId, head.Sequence + 1);

    /// <summary>Whether they are of the entry after this end of a journal.</summary>
    public bool Follow(JournalHead head) => head.CouncilId == councilId && head.Sequence + 1 == sequence;

    /// <summary>Adds these rows; the next save writes them.</summary>
    public void Add(GovernanceDbContext db, IReadOnlyCollection<RowDigest> rows)
    {
        foreach (var some in JournalRows.InOrder(rows).Chunk(PieceSize))
        {
            var text = JournalRows.TextOf(some);
            db.JournalRows.Add(new JournalRows { CouncilId = councilId, Sequence = sequence, Piece = hash.Pieces, Text = text });
            hash.Add(text);
        }
    }

    public void Dispose() => hash.Dispose();
}
