namespace Cohesion.Governance.Domain.Proposals;

/// <summary>What became of a piece of text between two versions.</summary>
public enum PieceChange
{
    Kept,
    Removed,
    Added,
}

/// <summary>A sentence or line, and what became of it.</summary>
public sealed record TextPiece(PieceChange Change, string Text);

/// <summary>Compares two texts sentence by sentence, by the longest common subsequence (Hunt and McIlroy, 1976).</summary>
public static class TextComparison
{
    /// <summary>Largest table of the comparison; texts that differ in more than that are shown as replaced as a whole.</summary>
    private const int LargestTable = 4_000_000;

    private static readonly char[] SentenceEnds = ['\n', '。', '！', '？', '；'];

    /// <summary>The pieces in reading order; kept and removed ones together are the old text, kept and added ones the new.</summary>
    public static IReadOnlyList<TextPiece> Compare(string before, string after)
    {
        var old = Split(before);
        var current = Split(after);
        var start = 0;
        while (start < old.Count && start < current.Count && old[start] == current[start])
        {
            start++;
        }

        var end = 0;
        while (end < old.Count - start && end < current.Count - start && old[^(end + 1)] == current[^(end + 1)])
        {
            end++;
        }

        var pieces = new List<TextPiece>(old.Take(start).Select(text => new TextPiece(PieceChange.Kept, text)));
        pieces.AddRange(Middle(old[start..^end], current[start..^end]));
        pieces.AddRange(old[^end..].Select(text => new TextPiece(PieceChange.Kept, text)));
        return pieces;
    }

    private static IEnumerable<TextPiece> Middle(List<string> old, List<string> current)
    {
        if ((long)(old.Count + 1) * (current.Count + 1) > LargestTable)
        {
            return [.. old.Select(text => new TextPiece(PieceChange.Removed, text)), .. current.Select(text => new TextPiece(PieceChange.Added, text))];
        }

        // common[i, j]: length of the longest common subsequence of old from i and current from j.
        var common = new int[old.Count + 1, current.Count + 1];
        for (var i = old.Count - 1; i >= 0; i--)
        {
            for (var j = current.Count - 1; j >= 0; j--)
            {
                common[i, j] = old[i] == current[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        return Walk(old, current, common);
    }

    private static IEnumerable<TextPiece> Walk(List<string> old, List<string> current, int[,] common)
    {
        var (i, j) = (0, 0);
        while (i < old.Count || j < current.Count)
        {
            if (i < old.Count && j < current.Count && old[i] == current[j])
            {
                yield return new TextPiece(PieceChange.Kept, old[i]);
                (i, j) = (i + 1, j + 1);
            }
            else if (j == current.Count || (i < old.Count && common[i + 1, j] >= common[i, j + 1]))
            {
                yield return new TextPiece(PieceChange.Removed, old[i++]);
            }
            else
            {
                yield return new TextPiece(PieceChange.Added, current[j++]);
            }
        }
    }

    private static List<string> Split(string text)
    {
        var pieces = new List<string>();
        var from = 0;
        while (from < text.Length)
        {
            var at = text.IndexOfAny(SentenceEnds, from);
            var to = at < 0 ? text.Length : at + 1;
            pieces.Add(text[from..to]);
            from = to;
        }

        return pieces;
    }
}
