using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Cohesion.Governance.Domain.Rules;

namespace Cohesion.Governance.Server.Tests.Features.Votes.Secrecy;

/// <summary>What one voter really did, which the attacker wants to find out. In a test it is known, so that a finding can be told from chance.</summary>
/// <param name="Choice">What the seat said last.</param>
/// <param name="Codes">Every receipt code it was given, the last one last.</param>
/// <param name="CastAt">When it was cast, in ticks.</param>
internal sealed record VotersSecret(Guid Person, Guid Seat, string Label, string Class, BallotChoice Choice, IReadOnlyList<string> Codes, long CastAt);

/// <summary>Everything an attacker has: dumps of the database at several times, the log, what was pushed to watchers, and files that were handed out.</summary>
internal sealed record Loot(IReadOnlyList<DatabaseDump> Dumps, IReadOnlyList<string> Log, IReadOnlyList<string> Pushes, IReadOnlyList<string> Files)
{
    public DatabaseDump Last => Dumps[^1];

    public IEnumerable<(string Where, string Text)> Texts()
    {
        foreach (var (dump, number) in Dumps.Select((d, i) => (d, i)))
        {
            foreach (var row in dump.Rows)
            {
                // A list of rows that one command left: each line is of one row. In what order the lines stand is another attack.
                if (row.Table == "JournalRows")
                {
                    foreach (var line in row.Columns["Text"].Split('\n'))
                    {
                        yield return ($"dump {number}, JournalRows {row.Columns.GetValueOrDefault("Sequence")}", line);
                    }

                    continue;
                }

                yield return ($"dump {number}, {row.Table} row {row.RowId}", string.Join('\u001f', row.Columns.Select(c => $"{c.Key}={c.Value}")));
            }
        }

        foreach (var line in Log)
        {
            yield return ("log", line);
        }

        foreach (var push in Pushes)
        {
            yield return ("push", push);
        }

        foreach (var line in Files.SelectMany(f => f.Split('\n')))
        {
            yield return ("export", line);
        }
    }
}

/// <summary>Tries to find out what seats said in a secret vote. Each method is one attack and gives what it found, in words.</summary>
internal sealed partial class Reidentification(Guid voteId, IReadOnlyList<VotersSecret> truth, Loot loot)
{
    private static readonly string[] ChoiceWords = ["yes", "no", "abstain"];

    /// <summary>All attacks, the costly ones last.</summary>
    public IEnumerable<string> All() =>
        Shapes().Concat(Orders()).Concat(ReceiptOrders()).Concat(LogFeatures()).Concat(SeatBesideChoice()).Concat(Codes()).Concat(RawBytes()).Concat(Dictionary());

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
        foreach (var order in new[] { truth.OrderBy(t => t.CastAt), truth.OrderBy(t => t.Seat), truth.OrderBy(t => t.Person) })
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
                "SecretMarks" => ["VoteId", "SeatId", "Channel", "CastByPersonId", "CastAt", "Sealed"],
                _ => null,
            };
            if (allowed is not null && row.Columns.Keys.Except(allowed, StringComparer.Ordinal).FirstOrDefault() is { } more)
            {
                yield return $"{row.Table} has a column {more} that an attack must be thought of for";
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

    private IEnumerable<(string Words, string Choice)> Guesses(VotersSecret voter)
    {
        string[] who = [voter.Seat.ToString("D"), voter.Seat.ToString("N"), voter.Person.ToString("D"), voter.Label];
        string[] about = [string.Empty, voteId.ToString("D"), voteId.ToString("N"), voter.CastAt.ToString(CultureInfo.InvariantCulture), .. voter.Codes];
        foreach (var choice in ChoiceWords.SelectMany(w => new[] { w, char.ToUpperInvariant(w[0]) + w[1..], Array.IndexOf(ChoiceWords, w).ToString(CultureInfo.InvariantCulture) }))
        {
            foreach (var name in who)
            {
                foreach (var more in about)
                {
                    foreach (var between in new[] { string.Empty, ":", "|", "/", "\u001f", ",", " ", "\n" })
                    {
                        yield return (string.Join(between, name, choice, more), choice);
                        yield return (string.Join(between, more, name, choice), choice);
                        yield return (string.Join(between, name, choice), choice);
                        yield return (string.Join(between, choice, name), choice);
                    }
                }
            }

            foreach (var code in voter.Codes)
            {
                yield return (code + choice, choice);
                yield return (choice + code, choice);
                yield return ($"{code}:{choice}", choice);
            }

            // The requests as they may be hashed for idempotency keys, and rows as they are put into digests.
            var id = voter.Seat.ToString("D");
            var vote = voteId.ToString("D");
            yield return ($$"""{"voteId":"{{vote}}","seatId":"{{id}}","choice":"{{choice}}"}""", choice);
            yield return ($$"""{"seatId":"{{id}}","choice":"{{choice}}"}""", choice);
            yield return ("Cohesion.Governance.Server.Features.Votes.CastBallot.CastBallotCommand\n" + $$"""{"voteId":"{{vote}}","seatId":"{{id}}","choice":"{{choice}}"}""", choice);
            foreach (var channel in new[] { "Online", "Proxy" })
            {
                (string Name, string Value)[] columns =
                    [("CastAt", voter.CastAt.ToString(CultureInfo.InvariantCulture)), ("CastByPersonId", voter.Person.ToString("D")), ("Channel", channel), ("Choice", choice), ("SeatId", id), ("VoteId", vote)];
                yield return (string.Concat(columns.Select(c => $"{c.Name}\u001f{Encoding.UTF8.GetByteCount(c.Value)}\u001f{c.Value}\u001e")), choice);
            }
        }
    }

    private int Place(string id, bool last)
    {
        var wanted = Encoding.UTF8.GetBytes(id);
        var at = -1;
        var offset = 0;
        foreach (var raw in loot.Last.Raw)
        {
            var here = last ? raw.AsSpan().LastIndexOf(wanted) : raw.AsSpan().IndexOf(wanted);
            if (here >= 0 && (last || at < 0))
            {
                at = offset + here;
            }

            offset += raw.Length;
        }

        return at;
    }

    private static bool Names(string text, VotersSecret voter) =>
        Forms(voter.Seat.ToString("D")).Concat(Forms(voter.Person.ToString("D"))).Append(voter.Label).Any(form => text.Contains(form, StringComparison.OrdinalIgnoreCase));

    private static List<string> Forms(string guid)
    {
        var id = Guid.Parse(guid);
        return
        [
            id.ToString("D"), id.ToString("N"), Convert.ToHexString(id.ToByteArray()), Convert.ToBase64String(id.ToByteArray()), Convert.ToBase64String(id.ToByteArray(bigEndian: true)),
        ];
    }

    private static string[] CodeForms(string code)
    {
        var bare = code.Replace("-", string.Empty, StringComparison.Ordinal);
        return
        [
            code, bare, Convert.ToHexString(Encoding.UTF8.GetBytes(code)), Convert.ToHexString(Encoding.UTF8.GetBytes(bare)),
            Convert.ToBase64String(Encoding.UTF8.GetBytes(code)), Convert.ToBase64String(Encoding.UTF8.GetBytes(bare)),
        ];
    }

    private static IEnumerable<string> HashForms(string code) => CodeForms(code)[..2]
        .Select(form => SHA256.HashData(Encoding.UTF8.GetBytes(form)))
        .SelectMany(hash => new[] { Convert.ToHexString(hash), Convert.ToBase64String(hash) });

    private static string Cut(string text) => text.Length <= 240 ? text : text[..240] + "…";

    [GeneratedRegex("""choice["']?\s*[=:]\s*["']?(yes|no|abstain|[012])\b""", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ChoiceValue();

    [GeneratedRegex("[0-9A-Za-z+/]{20,}={0,2}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Token();

    [GeneratedRegex(@"\d+(\.\d+)?", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Number();

    [GeneratedRegex("[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}|0HN[0-9A-Z:]+|[0-9a-f]{32}", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex GuidText();
}
