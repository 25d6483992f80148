using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Cohesion.Governance.Domain.Rules;

namespace Cohesion.Governance.Server.Tests.Features.Votes.Secrecy;

/// <summary>Tries to find out what seats said in a secret vote. Each method is one attack and gives what it found, in words.</summary>
internal sealed partial class Reidentification(Guid voteId, IReadOnlyList<VotersSecret> truth, Loot loot)
{
    private static readonly string[] ChoiceWords = ["yes", "no", "abstain"];

    /// <summary>All attacks, the costly ones last.</summary>
    public IEnumerable<string> All() =>
        Shapes().Concat(Orders()).Concat(ReceiptOrders()).Concat(LogFeatures()).Concat(SeatBesideChoice()).Concat(Codes()).Concat(EnvelopeTotalsInClear()).Concat(Insertion()).Concat(RawBytes()).Concat(Dictionary()).Concat(TotalsByDictionary());

    /// <summary>A row, log line, push or line of a file that names a voter and, of this vote, a choice.</summary>
    public IEnumerable<string> SeatBesideChoice()
    {
        var ballots = loot.Last.Rows.Where(r => r.Table == "SecretBallots").Select(r => r.Columns["Id"]).SelectMany(Forms).ToList();
        foreach (var (where, text) in loot.Texts())
        {
            if (truth.FirstOrDefault(t => Names(text, t)) is not { } voter)
            {
                continue;
            }

            // Words of choices as values: "choice":"yes", Choice=Yes; and any ballot's id.
            if (ChoiceValue().IsMatch(text) || ballots.Exists(b => text.Contains(b, StringComparison.OrdinalIgnoreCase)))
            {
                yield return $"{where} names {voter.Label} beside a choice: {Cut(text)}";
            }
        }
    }

    /// <summary>Receipt codes, or their hashes in any usual form, beside a voter or beside a choice; a code itself anywhere at all.</summary>
    public IEnumerable<string> Codes()
    {
        var all = loot.Texts().ToList();
        foreach (var voter in truth)
        {
            foreach (var code in voter.Codes)
            {
                foreach (var (where, text) in all)
                {
                    if (CodeForms(code).Any(form => text.Contains(form, StringComparison.OrdinalIgnoreCase)))
                    {
                        yield return $"{where} holds the receipt of {voter.Label}: {Cut(text)}";
                    }

                    if (HashForms(code).Any(form => text.Contains(form, StringComparison.OrdinalIgnoreCase))
                        && (truth.Any(t => Names(text, t)) || ChoiceValue().IsMatch(text) || text.Contains("SecretMarks", StringComparison.Ordinal)))
                    {
                        yield return $"{where} holds the receipt's hash of {voter.Label} beside a voter or a choice: {Cut(text)}";
                    }
                }
            }
        }
    }

    /// <summary>Codes in the raw bytes of files and logs, free pages and all, as text, packed or hashed in binary.</summary>
    public IEnumerable<string> RawBytes()
    {
        foreach (var voter in truth)
        {
            foreach (var code in voter.Codes)
            {
                var forms = CodeForms(code).Select(Encoding.UTF8.GetBytes).Concat(CodeForms(code).Select(f => SHA256.HashData(Encoding.UTF8.GetBytes(f)))).ToList();
                foreach (var raw in loot.Dumps.SelectMany(d => d.Raw))
                {
                    if (forms.Exists(form => raw.AsSpan().IndexOf(form) >= 0))
                    {
                        yield return $"the raw file holds the receipt of {voter.Label}";
                    }
                }
            }
        }
    }

    /// <summary>Everything that looks like a hash or an encoded value, against every combination of voter, choice and what else is known, under the usual hashes.</summary>
    public IEnumerable<string> Dictionary()
    {
        var found = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (where, text) in loot.Texts())
        {
            foreach (Match token in Token().Matches(text))
            {
                found.TryAdd(token.Value, where);
                if (token.Value.Length % 4 == 0 && Convert.TryFromBase64String(token.Value, new byte[token.Value.Length], out _))
                {
                    found.TryAdd(Convert.ToHexString(Convert.FromBase64String(token.Value)), where);
                }
            }
        }

        foreach (var voter in truth)
        {
            foreach (var (words, choice) in Guesses(voter))
            {
                var bytes = Encoding.UTF8.GetBytes(words);
                foreach (var hash in new[] { SHA256.HashData(bytes), SHA384.HashData(bytes), SHA512.HashData(bytes) })
                {
                    if (found.TryGetValue(Convert.ToHexString(hash), out var where))
                    {
                        yield return $"{where} holds a hash that a guess opens: {voter.Label} said {choice} ({Cut(words)})";
                    }
                }
            }
        }
    }

    /// <summary>Whether ballots stand, in any order they can be read in, as the voters do in any order known of them.</summary>
    public IEnumerable<string> Orders()
    {
        var ballots = loot.Last.Rows.Where(r => r.Table == "SecretBallots").ToList();
        var journal = string.Concat(loot.Last.Rows.Where(r => r.Table == "JournalRows").Select(r => r.Columns["Text"]));
        var marks = loot.Last.Rows.Where(r => r.Table == "SecretMarks").GroupBy(r => Guid.Parse(r.Columns["SeatId"])).ToDictionary(g => g.Key, g => g.First().RowId);
        foreach (var group in truth.GroupBy(t => t.Class, StringComparer.Ordinal))
        {
            var mine = ballots.FindAll(b => b.Columns["Class"] == group.Key);
            var known = new Dictionary<string, List<VotersSecret>>(StringComparer.Ordinal)
            {
                ["casting"] = [.. group.OrderBy(t => t.CastAt)],
                ["seats"] = [.. group.OrderBy(t => t.Seat)],
                ["persons"] = [.. group.OrderBy(t => t.Person)],
                ["envelopes before the seats that voted online"] = [.. group.OrderBy(t => t.Codes.Count > 0).ThenBy(t => t.Seat)],
                ["labels"] = [.. group.OrderBy(t => t.Label, StringComparer.Ordinal)],
                ["marks"] = [.. group.OrderBy(t => marks.GetValueOrDefault(t.Seat))],
            };
            var read = new Dictionary<string, List<DumpedRow>>(StringComparer.Ordinal)
            {
                ["insertion"] = [.. mine.OrderBy(b => b.RowId)],
                ["id"] = [.. mine.OrderBy(b => b.Columns["Id"], StringComparer.Ordinal)],
                ["journal"] = [.. mine.OrderBy(b => journal.IndexOf(b.Columns["Id"], StringComparison.OrdinalIgnoreCase))],
                ["first in the file"] = [.. mine.OrderBy(b => Place(b.Columns["Id"], last: false))],
                ["last in the file"] = [.. mine.OrderBy(b => Place(b.Columns["Id"], last: true))],
            };
            foreach (var (voters, secrets) in known)
            {
                foreach (var (order, rows) in read)
                {
                    foreach (var backwards in new[] { false, true })
                    {
                        var said = secrets.Select(s => s.Choice.ToString());
                        var hits = rows.Select(r => r.Columns["Choice"]).Zip(backwards ? said.Reverse() : said).Count(p => p.First == p.Second);

                        // By chance some two fifths agree; of thirty, nine tenths come about once in a thousand million.
                        if (secrets.Count >= 20 && rows.Count == secrets.Count && hits >= secrets.Count * 9 / 10)
                        {
                            yield return $"ballots of {group.Key} by {order} stand in the order of {voters}{(backwards ? ", backwards" : string.Empty)}: {hits} of {secrets.Count} agree";
                        }
                    }
                }
            }
        }
    }

    /// <summary>Whether commitments stand in the order of casting or of seats, which would say whose receipt is whose.</summary>
    public IEnumerable<string> ReceiptOrders()
    {
        var rows = loot.Last.Rows.Where(r => r.Table == "SecretReceipts").OrderBy(r => r.RowId).Select(r => r.Columns["Commitment"]).ToList();
        var holders = truth.Where(t => t.Codes.Count > 0).ToList();
        foreach (var order in new[] { holders.OrderBy(t => t.CastAt), holders.OrderBy(t => t.Seat), holders.OrderBy(t => t.Person) })
        {
            var given = order.Select(t => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(t.Codes[^1])))).ToList();
            var hits = given.Zip(rows).Count(p => p.First == p.Second);

            // By chance about one stands in its place.
            if (hits > given.Count / 4)
            {
                yield return $"{hits} of {given.Count} receipts stand in an order known of their voters";
            }
        }
    }

    /// <summary>What tables may hold at all: a ballot nothing but itself, and what is sealed never longer or shorter by what it says.</summary>
    public IEnumerable<string> Shapes()
    {
        foreach (var row in loot.Dumps.SelectMany(d => d.Rows))
        {
            string[]? allowed = row.Table switch
            {
                "SecretBallots" => ["Id", "VoteId", "Class", "Choice"],
                "SecretReceipts" => ["VoteId", "Commitment"],
                "EnvelopeOpenings" => ["VoteId", "Place", "Witness", "OpenedAt", "Envelopes", "EnteredByPersonId", "EnteredAt", "Sealed", "CheckedByPersonId", "CheckedAt", "Version"],
                "SecretMarks" => ["VoteId", "SeatId", "Channel", "CastByPersonId", "CastAt", "Sealed"],
                _ => null,
            };
            if (allowed is not null && row.Columns.Keys.Except(allowed, StringComparer.Ordinal).FirstOrDefault() is { } more)
            {
                yield return $"{row.Table} has a column {more} that an attack must be thought of for";
            }

            if (row.Table == "BallotEntries" && row.Columns.Keys.Intersect(["Choice", "SecondChoice", "SettledChoice"], StringComparer.Ordinal).Any())
            {
                yield return "an outer envelope is entered with what it says";
            }

            if (row.Table == "SecretBallots" && Guid.Parse(row.Columns["Id"]).Version != 4)
            {
                yield return "a ballot's id is not random";
            }

            if (row.Table is "Ballots" or "BallotRecords" or "BallotVoices" && row.Columns["VoteId"].Equals(voteId.ToString("D"), StringComparison.OrdinalIgnoreCase))
            {
                yield return $"{row.Table} has a row of the secret vote";
            }
        }

        if (loot.Last.Rows.Any(r => r.Table is "EnvelopeOpenings" or "SecretMarks" && r.Columns.ContainsKey("Sealed")))
        {
            yield return "something sealed is left after the count";
        }

        var lengths = loot.Dumps.SelectMany(d => d.Rows).Where(r => r.Table == "SecretMarks" && r.Columns.ContainsKey("Sealed")).Select(r => r.Columns["Sealed"].Length).Distinct();
        if (lengths.Count() > 1)
        {
            yield return "sealed choices have different lengths";
        }
    }

    /// <summary>Numbers in log lines that are the same for all who said one thing and different for those who said another: lengths, counts, times.</summary>
    /// <remarks>Between <c>begin:PERSON</c> and <c>end</c> the log has what one casting left there.</remarks>
    public IEnumerable<string> LogFeatures()
    {
        var features = new Dictionary<string, List<(BallotChoice Choice, string Value)>>(StringComparer.Ordinal);
        VotersSecret? current = null;
        foreach (var line in loot.Log)
        {
            if (line.StartsWith("begin:", StringComparison.Ordinal))
            {
                current = truth.First(t => t.Person == Guid.Parse(line["begin:".Length..]));
            }
            else if (line == "end")
            {
                current = null;
            }
            else if (current is { Codes.Count: 1 })
            {
                var template = Number().Replace(GuidText().Replace(line, "@"), "#");
                foreach (var (value, place) in Number().Matches(GuidText().Replace(line, "@")).Select((m, i) => (m.Value, i)))
                {
                    var key = $"{template} [{place}]";
                    (features.TryGetValue(key, out var values) ? values : features[key] = []).Add((current.Choice, value));
                }
            }
        }

        foreach (var (template, values) in features)
        {
            var groups = values.GroupBy(v => v.Choice).Select(g => g.Select(v => v.Value).Distinct(StringComparer.Ordinal).ToList()).ToList();
            if (values.Count >= 6 && groups.Count > 1 && groups.TrueForAll(g => g.Count == 1) && groups.Select(g => g[0]).Distinct(StringComparer.Ordinal).Count() > 1)
            {
                yield return $"a number in the log follows the choice: {Cut(template)}";
            }
        }
    }
}
