namespace Cohesion.Governance.Domain.Rules;

/// <summary>What is counted. The names in a rule are these words in camel case: <c>participating.area</c>.</summary>
public enum Tally
{
    /// <summary>The whole electorate: the roll after exclusions and, where the cap says so, after it.</summary>
    All,

    /// <summary>Attending, proxies included; whoever casts a ballot attends. A silent seat deemed to vote does not.</summary>
    Present,

    /// <summary>Attending themselves, not by proxy.</summary>
    InPerson,

    /// <summary>Yes, no and abstain together, ballots deemed cast included.</summary>
    Participating,

    /// <summary>Yes and no together, ballots deemed cast included.</summary>
    Cast,

    /// <summary>In favour.</summary>
    Yes,

    /// <summary>Against.</summary>
    No,

    /// <summary>Voted without taking a side; a head whose seats voted both ways is counted here.</summary>
    Abstain,

    /// <summary>Neither voted nor deemed to have voted.</summary>
    Silent,

    /// <summary>Raised an objection within the confirmation window.</summary>
    Objected,
}

/// <summary>How a decision stands. <see cref="NoQuorum"/> is not a rejection, and <see cref="Undecided"/> means the rule itself cannot say.</summary>
public enum Outcome
{
    Adopted,
    Rejected,
    NoQuorum,
    Undecided,
}

/// <summary>What a ballot says.</summary>
public enum BallotChoice
{
    Yes,
    No,
    Abstain,
}

/// <summary>The way a ballot came in. It never changes the count; it is kept for the record.</summary>
public enum BallotChannel
{
    Unstated,
    Online,
    Paper,
    Visit,
    Proxy,
    Meeting,
}

/// <summary>The words of the rule language for the enumerations above.</summary>
public static class RuleWords
{
    /// <summary>The one measure that merges instead of adding up: one owner of many seats is one head.</summary>
    public const string Heads = "heads";

    private static readonly Tally[] s_tallies = Enum.GetValues<Tally>();

    /// <summary>Every tally, in the order in which they are explained.</summary>
    public static IReadOnlyList<Tally> Tallies => s_tallies;

    public static string Word(this Tally tally) => Camel(tally.ToString());

    public static string Word(this Outcome outcome) => Camel(outcome.ToString());

    public static string Word(this BallotChoice choice) => Camel(choice.ToString());

    public static bool TryTally(string word, out Tally tally) => TryWord(word, out tally);

    public static bool TryOutcome(string word, out Outcome outcome) => TryWord(word, out outcome);

    public static bool TryChoice(string word, out BallotChoice choice) => TryWord(word, out choice);

    /// <summary>The words of an enumeration, for a message that says what would have been right.</summary>
    internal static string AllWords<T>()
        where T : struct, Enum => string.Join(", ", Enum.GetNames<T>().Select(Camel));

    internal static bool TryWord<T>(string word, out T value)
        where T : struct, Enum
    {
        foreach (var candidate in Enum.GetValues<T>())
        {
            if (string.Equals(Camel(candidate.ToString()), word, StringComparison.Ordinal))
            {
                value = candidate;
                return true;
            }
        }

        value = default;
        return false;
    }

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
