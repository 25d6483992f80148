using System.Text;
using Cohesion.Governance.Domain.Journal;
using Cohesion.Governance.Domain.Proof;
using Xunit;

namespace Cohesion.Governance.Recount.Tests;

/// <summary>A journal of many entries is checked in pieces, each of which must end where the file says and the next begins.</summary>
public sealed class LongJournalTests
{
    private const int Piece = VoteExport.EntriesToALink;

    // Sixteen pieces are hashed side by side; the first entry has number 40, and two more than these stand in the file.
    private const int First = 40;
    private const int Others = (33 * Piece) + 500;

    [Theory]
    [InlineData(0)]
    [InlineData(Piece - 3)]
    [InlineData(Piece - 2)]
    [InlineData(Piece - 1)]
    [InlineData((16 * Piece) - 2)]
    [InlineData((17 * Piece) + 7)]
    [InlineData(Others)]
    public void A_journal_of_any_length_recounts(int others) => Assert.Empty(Recount(new() { OtherEntries = others }));

    [Theory]
    [InlineData(1)]
    [InlineData(Piece - 1)]
    [InlineData(Piece)]
    [InlineData((15 * Piece) + 30)]
    [InlineData((16 * Piece) - 1)]
    [InlineData((20 * Piece) + 30)]
    [InlineData((32 * Piece) + 1)]
    [InlineData((33 * Piece) + 400)]
    public void An_entry_that_is_not_the_one_in_the_chain_is_found_in_whatever_piece_it_stands(int index) => Assert.Equal(
        ["ChainBroken"],
        Recount(new() { OtherEntries = Others, SealedEntry = 0, Entry = e => e.Sequence == First + index ? Copy(e, e.Command + "s", e.Hash) : e }));

    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(33)]
    public void A_hash_stated_behind_a_piece_that_is_not_the_chains_is_found(int piece)
    {
        var codes = Recount(new() { OtherEntries = Others, Entry = e => e.Sequence == First + (piece * Piece) - 1 ? Copy(e, e.Command, new string('a', 64)) : e });

        // Behind the last piece the chain would also end elsewhere than at its seal.
        Assert.Equal(piece == 33 ? ["SealDiffers", "ChainBroken"] : ["ChainBroken"], codes);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(Piece - 1)]
    [InlineData(Piece)]
    [InlineData((16 * Piece) - 1)]
    [InlineData((18 * Piece) + 77)]
    public void A_seal_anywhere_within_a_piece_is_held_against_the_chain(int index)
    {
        Assert.Empty(Recount(new() { OtherEntries = Others, SealedEntry = index }));
        Assert.Equal(["SealDiffers"], Recount(new() { OtherEntries = Others, SealedEntry = index, Journal = j => j with { Seals = [Moved(j.Seals[0])] } }).Where(c => c != "SealSignatureWrong"));
    }

    [Fact]
    public void The_hash_must_stand_behind_every_piece_and_nowhere_else()
    {
        var lines = Encoding.UTF8.GetString(new SampleExport { OtherEntries = (2 * Piece) - 2 }.Bytes()).Split('\n').ToList();
        var links = lines.FindAll(line => line.StartsWith("{\"hash\":", StringComparison.Ordinal));
        Assert.Equal(2, links.Count);

        Assert.Equal($"entries[{Piece}]", Refused(lines.Where(line => line != links[0])).Path);
        Assert.Contains("every 1024 entries", Refused(lines.Where(line => line != links[0])).Reason.En, StringComparison.Ordinal);
        Assert.Equal("entries", Refused(lines.Where(line => line != links[1]).Select(line => line.StartsWith("{\"sequence\":" + (First + (2 * Piece) - 1), StringComparison.Ordinal) ? line[..^1] : line)).Path);
        Assert.Equal($"entries[{Piece}]", Refused(lines.SelectMany(line => line == links[0] ? [line, line] : new[] { line })).Path);
    }

    private static ExportFormatException Refused(IEnumerable<string> lines) => Assert.Throws<ExportFormatException>(
        () => VoteRecount.Of(new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines))), null));

    private static List<string> Recount(SampleExport sample) => [.. VoteRecount.Of(new MemoryStream(sample.Bytes()), null).Findings.Select(f => f.Code)];

    private static JournalSeal Moved(JournalSeal seal) => new()
    {
        CouncilId = seal.CouncilId, Day = seal.Day, Sequence = seal.Sequence + 1, Hash = seal.Hash, SealedAt = seal.SealedAt, KeyId = seal.KeyId, Signature = seal.Signature,
    };

    private static JournalEntry Copy(JournalEntry entry, string command, string hash) => new()
    {
        CouncilId = entry.CouncilId, Sequence = entry.Sequence, At = entry.At, PersonId = entry.PersonId, Command = command, SubjectId = entry.SubjectId,
        Content = entry.Content, RowsHash = entry.RowsHash, PreviousHash = entry.PreviousHash, Hash = hash,
    };
}
