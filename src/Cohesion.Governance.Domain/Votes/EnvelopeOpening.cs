using System.Globalization;
using Cohesion.Governance.Domain.Rules;

namespace Cohesion.Governance.Domain.Votes;

/// <summary>What the inner envelopes of one group of seats said together.</summary>
/// <param name="Letter">The group's letter.</param>
/// <param name="Yes">Papers that say yes.</param>
/// <param name="No">Papers that say no.</param>
/// <param name="Abstain">Papers that abstain.</param>
/// <param name="Invalid">Spoiled and blank papers, empty envelopes and such without the right letter: cast and saying neither yes nor no, so they go in as abstentions.</param>
public sealed record EnvelopeTotals(string Letter, int Yes, int No, int Abstain, int Invalid)
{
    /// <summary>Most papers of one kind; also what keeps every sealed total equally long.</summary>
    public const int Most = 99_999_999;

    /// <summary>All papers of the group.</summary>
    public long Sum => (long)Yes + No + Abstain + Invalid;

    /// <summary>How many ballots of a choice they become.</summary>
    public int Of(BallotChoice choice) => choice switch
    {
        BallotChoice.Yes => Yes,
        BallotChoice.No => No,
        BallotChoice.Abstain => Abstain + Invalid,
        _ => throw new ArgumentOutOfRangeException(nameof(choice), choice, "A choice that no paper has"),
    };

    /// <summary>The totals as one text, which is as long whatever they say.</summary>
    public static string Write(IEnumerable<EnvelopeTotals> totals) => string.Join(';', totals.OrderBy(t => t.Letter.Length).ThenBy(t => t.Letter, StringComparer.Ordinal)
        .Select(t => string.Create(CultureInfo.InvariantCulture, $"{t.Letter}:{t.Yes:D8},{t.No:D8},{t.Abstain:D8},{t.Invalid:D8}")));

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static IReadOnlyList<EnvelopeTotals> Read(string text) =>
    [
        .. text.Split(';').Select(line => line.Split(':')).Select(parts => (Letter: parts[0], Numbers: Array.ConvertAll(parts[1].Split(','), n => int.Parse(n, CultureInfo.InvariantCulture))))
            .Select(line => new EnvelopeTotals(line.Letter, line.Numbers[0], line.Numbers[1], line.Numbers[2], line.Numbers[3])),
    ];
}

/// <summary>The opening of a secret vote's inner envelopes (内信封): who counted them where, when and before whom. What they said lies here sealed, and only until the count,
/// which merges it with what was cast online.</summary>
public sealed class EnvelopeOpening : IVersioned
{
    public required Guid VoteId { get; init; }

    /// <summary>Where they were opened.</summary>
    public required string Place { get; set; }

    /// <summary>Who saw it.</summary>
    public required string Witness { get; set; }

    /// <summary>When they were opened.</summary>
    public required DateTimeOffset OpenedAt { get; set; }

    /// <summary>How many envelopes stood and were opened.</summary>
    public required int Envelopes { get; set; }
    public required Guid EnteredByPersonId { get; set; }
    public required DateTimeOffset EnteredAt { get; set; }

    /// <summary>Totals by group under the vote's key (<see cref="EnvelopeTotals.Write"/>), Base64; null once the vote is counted or called off.</summary>
    public string? Sealed { get; set; }

    /// <summary>Who counted them a second time and came to the same.</summary>
    public Guid? CheckedByPersonId { get; set; }
    public DateTimeOffset? CheckedAt { get; set; }
    public int Version { get; set; }

    /// <summary>Whether two have counted the same.</summary>
    public bool IsCounted => CheckedByPersonId is not null;

    /// <summary>In which groups two countings differ, and in which words.</summary>
    public static IReadOnlyList<EnvelopeDifference> Compare(IReadOnlyList<EnvelopeTotals> first, IReadOnlyList<EnvelopeTotals> second) =>
    [
        .. first.Join(second, t => t.Letter, t => t.Letter, (a, b) => new EnvelopeDifference(a.Letter, a.Yes != b.Yes, a.No != b.No, a.Abstain != b.Abstain, a.Invalid != b.Invalid), StringComparer.Ordinal)
            .Where(d => d.Yes || d.No || d.Abstain || d.Invalid),
    ];
}

/// <summary>Where two countings of a group's envelopes differ. Not by how much: who counts a second time is not shown what the first found.</summary>
public sealed record EnvelopeDifference(string Letter, bool Yes, bool No, bool Abstain, bool Invalid);

/// <summary>A group of which another number of papers was counted than envelopes stand.</summary>
/// <param name="Letter">The group.</param>
/// <param name="Counted">Papers counted, invalid ones included.</param>
/// <param name="Standing">Envelopes that stand.</param>
public sealed record EnvelopeMiscount(string Letter, long Counted, int Standing);
