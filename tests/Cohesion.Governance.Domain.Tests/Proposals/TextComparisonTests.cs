using Cohesion.Governance.Domain.Proposals;
using CsCheck;
using Xunit;

namespace Cohesion.Governance.Domain.Tests.Proposals;

public sealed class TextComparisonTests
{
    [Fact]
    public void A_changed_sentence_is_shown_as_removed_and_added_and_its_neighbours_as_kept()
    {
        var pieces = TextComparison.Compare("工期十周。物业出资四成。一次付清。", "工期十周。物业出资六成。一次付清。");

        Assert.Equal(
            [
                new(PieceChange.Kept, "工期十周。"), new(PieceChange.Removed, "物业出资四成。"), new(PieceChange.Added, "物业出资六成。"),
                new(PieceChange.Kept, "一次付清。"),
            ],
            pieces);
    }

    [Fact]
    public void Kept_and_removed_are_the_old_text_kept_and_added_the_new() =>
        Gen.Select(Gen.String[Gen.Char["ab。\n"], 0, 30], Gen.String[Gen.Char["ab。\n"], 0, 30]).Sample((before, after) =>
        {
            var pieces = TextComparison.Compare(before, after);
            return string.Concat(pieces.Where(p => p.Change != PieceChange.Added).Select(p => p.Text)) == before
                && string.Concat(pieces.Where(p => p.Change != PieceChange.Removed).Select(p => p.Text)) == after;
        });

    [Fact]
    public void A_text_compared_with_itself_has_nothing_changed() =>
        Assert.All(TextComparison.Compare("a。b。c", "a。b。c"), piece => Assert.Equal(PieceChange.Kept, piece.Change));

    [Fact]
    public void Texts_too_long_to_compare_are_shown_as_replaced()
    {
        var pieces = TextComparison.Compare(string.Concat(Enumerable.Repeat("a。", 2100)), string.Concat(Enumerable.Repeat("b。", 2100)));

        Assert.Equal((2100, 2100), (pieces.Count(p => p.Change == PieceChange.Removed), pieces.Count(p => p.Change == PieceChange.Added)));
    }
}
