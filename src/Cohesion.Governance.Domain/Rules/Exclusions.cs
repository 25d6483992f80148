namespace Cohesion.Governance.Domain.Rules;

/// <summary>Whether a rule takes a seat out.</summary>
internal static class Exclusions
{
    /// <summary>The first reason that applies, or null.</summary>
    public static string? ReasonFor(RulePack pack, RollSeat seat)
    {
        if (pack.Exclude is not { } rules)
            return seat.Exclusion is { } marked ? marked.Reasons is [var first, ..] ? first : "excluded" : null;
        foreach (var rule in rules)
        {
            if (Applies(rule, seat))
                return rule.Reason ?? (rule.Column is { } column ? $"{column} {rule.Operator.Sign()} {rule.Value}" : "excluded");
        }

        return null;
    }

    private static bool Applies(ExclusionRule rule, RollSeat seat)
    {
        if (rule.Column is { } column)
            return seat.Measures.TryGetValue(column, out var value) && rule.Operator.Holds(value.CompareTo(rule.Value));
        return rule.Reason is { } reason ? seat.Exclusion?.Reasons.Contains(reason, StringComparer.Ordinal) == true
            : rule.Seat is { } id ? seat.Seat == id
            : rule.Party is { } party ? seat.Parties.Contains(party, StringComparer.Ordinal)
            : seat.Bloc == rule.Bloc;
    }
}
