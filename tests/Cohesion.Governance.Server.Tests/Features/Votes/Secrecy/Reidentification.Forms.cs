using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Cohesion.Governance.Server.Tests.Features.Votes.Secrecy;

/// <content>What is looked for: guesses, and the forms in which ids, codes and hashes can stand.</content>
internal sealed partial class Reidentification
{
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
