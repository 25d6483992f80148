using Cohesion.Governance.Domain.Rules;

namespace Cohesion.Governance.Server.Tests.Features.Votes.Secrecy;

/// <summary>What one voter really did, which the attacker wants to find out. In a test it is known, so that a finding can be told from chance.</summary>
/// <param name="Choice">What the seat said last.</param>
/// <param name="Codes">Every receipt code it was given, the last one last; none where it voted in an envelope.</param>
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
