using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Cohesion.Governance.Domain.Votes;

namespace Cohesion.Governance.Server.Tests.Features.Votes.Secrecy;

/// <content>Attacks on what envelopes said: the totals of few papers are as good as a choice.</content>
internal sealed partial class Reidentification
{
    /// <summary>Totals of envelopes anywhere in words.</summary>
    public IEnumerable<string> EnvelopeTotalsInClear()
    {
        foreach (var (where, text) in loot.Texts())
        {
            if (TotalsWords().IsMatch(text))
            {
                yield return $"{where} says what the envelopes of a group said: {Cut(text)}";
            }
        }
    }

    /// <summary>Hashes anywhere, against all totals that so few envelopes can have.</summary>
    public IEnumerable<string> TotalsByDictionary()
    {
        var found = new HashSet<string>(loot.Texts().SelectMany(t => Token().Matches(t.Text)).Select(m => m.Value), StringComparer.OrdinalIgnoreCase);
        var standing = truth.Where(t => t.Codes.Count == 0).GroupBy(t => t.Class == SecretTown.ClassOne ? "A" : "B", StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (Letter: g.Key, Count: g.Count())).ToList();
        IEnumerable<List<EnvelopeTotals>> guesses = [[]];
        foreach (var (letter, count) in standing)
        {
            guesses = guesses.SelectMany(before => Splits(letter, count).Select(totals => new List<EnvelopeTotals>(before) { totals })).ToList();
        }

        foreach (var guess in guesses)
        {
            string[] texts = [EnvelopeTotals.Write(guess), .. guess.Select(g => EnvelopeTotals.Write([g]))];
            foreach (var text in texts.SelectMany(t => new[] { t, $"{voteId:D}{t}", $"{voteId:N}{t}", $"{t}{voteId:D}" }))
            {
                if (new[] { SHA256.HashData(Encoding.UTF8.GetBytes(text)), SHA512.HashData(Encoding.UTF8.GetBytes(text)) }.Any(h => found.Contains(Convert.ToHexString(h)) || found.Contains(Convert.ToBase64String(h))))
                {
                    yield return $"a hash is opened by guessing the totals: {text}";
                }
            }
        }
    }

    /// <summary>Ballots must be laid down by their random ids: any other order could be that of envelopes first and online ballots after them.</summary>
    public IEnumerable<string> Insertion()
    {
        var ids = loot.Last.Rows.Where(r => r.Table == "SecretBallots").OrderBy(r => r.RowId).Select(r => r.Columns["Id"].ToUpperInvariant()).ToList();
        if (!ids.SequenceEqual(ids.Order(StringComparer.Ordinal)))
        {
            yield return "ballots are laid down in an order that is not that of their ids";
        }
    }

    private static IEnumerable<EnvelopeTotals> Splits(string letter, int count) =>
        from yes in Enumerable.Range(0, count + 1)
        from no in Enumerable.Range(0, count + 1 - yes)
        from abstain in Enumerable.Range(0, count + 1 - yes - no)
        select new EnvelopeTotals(letter, yes, no, abstain, count - yes - no - abstain);

    [GeneratedRegex("""[A-Z]+:\d{8},\d{8},\d{8},\d{8}|letter["']?\s*[=:]\s*["']?[A-Z]+["']?[^\n]{0,20}(yes|no|abstain|invalid)["']?\s*[=:]\s*\d""", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TotalsWords();
}
