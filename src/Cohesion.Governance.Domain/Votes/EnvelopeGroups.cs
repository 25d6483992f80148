namespace Cohesion.Governance.Domain.Votes;

/// <summary>A class of seats of a secret vote as its envelopes carry it: a letter on the inner envelope, which says as much as the rule sees and no more.</summary>
/// <param name="Letter">A, B … Z, AA …</param>
/// <param name="Class">The class, as <see cref="SecrecyClasses.ClassOf"/> names it.</param>
/// <param name="Seats">How many seats of the roll are of it.</param>
public sealed record EnvelopeGroup(string Letter, string Class, int Seats);

/// <summary>The letters of a roll's classes. They follow from the frozen roll and the rule alone, so that they stand before the first envelope is handed out.</summary>
public sealed class EnvelopeGroups
{
    private readonly Dictionary<string, string> classOfSeat;
    private readonly Dictionary<string, EnvelopeGroup> ofClass;

    /// <param name="classes">What the rule can tell apart.</param>
    /// <param name="roll">The whole frozen roll, excluded seats too: a seat that is taken out changes nobody's letter.</param>
    public EnvelopeGroups(SecrecyClasses classes, IReadOnlyCollection<Rules.RollSeat> roll)
    {
        classOfSeat = roll.ToDictionary(seat => seat.Seat, classes.ClassOf, StringComparer.Ordinal);
        All = [.. classOfSeat.Values.CountBy(code => code, StringComparer.Ordinal).OrderBy(c => c.Key, StringComparer.Ordinal).Select((c, i) => new EnvelopeGroup(LetterOf(i), c.Key, c.Value))];
        ofClass = All.ToDictionary(group => group.Class, StringComparer.Ordinal);
    }

    /// <summary>The groups in the order of their letters.</summary>
    public IReadOnlyList<EnvelopeGroup> All { get; }

    /// <summary>The group of a seat of the roll.</summary>
    public EnvelopeGroup Of(Guid seatId) => ofClass[classOfSeat[seatId.ToString("D")]];

    /// <summary>The letter at a place, counted from 0: A to Z, then AA, AB …</summary>
    public static string LetterOf(int place)
    {
        var letters = string.Empty;
        for (var rest = place; rest >= 0; rest = (rest / 26) - 1)
        {
            letters = (char)('A' + (rest % 26)) + letters;
        }

        return letters;
    }
}
