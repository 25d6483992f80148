using Cohesion.Governance.Domain.Journal;
using Xunit;

namespace Cohesion.Governance.Domain.Tests.Proof;

public sealed class JournalRowsTests
{
    [Fact]
    public void The_hash_over_pieces_is_that_of_their_texts_together()
    {
        var rows = Enumerable.Range(0, 10).Select(i => new RowDigest("Ballots", $"{9 - i}", i == 3 ? null : new string('a', 64))).ToList();
        using var hash = new JournalRowsHash();
        Assert.Null(hash.Value);
        foreach (var some in JournalRows.InOrder(rows).Chunk(3))
        {
            hash.Add(JournalRows.TextOf(some));
        }

        Assert.Equal((4, JournalRows.HashOf(JournalRows.TextOf(rows))), (hash.Pieces, hash.Value));
        Assert.Equal(JournalRows.HashOf(JournalRows.TextOf(rows)), hash.Take());
        Assert.Null(hash.Take());
    }
}
