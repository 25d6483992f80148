namespace Cohesion.Governance.Domain.Rules;

/// <summary>A case with a known outcome: a published judgment, or one worked out from the statute.</summary>
public sealed record DecisionCase
{
    public required string Id { get; init; }

    public required RulePack Pack { get; init; }

    public required Election Election { get; init; }

    public required Outcome ExpectedOutcome { get; init; }

    /// <summary>The last round that must have run; null where the case does not say.</summary>
    public string? ExpectedRound { get; init; }

    /// <summary>Why the outcome is what it is, for whoever reads a failure.</summary>
    public string? Why { get; init; }
}

/// <summary>What came of one case of a file: checked, or refused as malformed.</summary>
public sealed record DecisionCaseResult
{
    public required string Id { get; init; }

    /// <summary>The case as read; null where it was refused.</summary>
    public DecisionCase? Case { get; init; }

    public Decision? Decision { get; init; }

    public RuleFormatException? Refusal { get; init; }

    public bool Passed => Case is not null && Decision is not null && Decision.Outcome == Case.ExpectedOutcome
        && (Case.ExpectedRound is null || Case.ExpectedRound == Decision.Round);
}

/// <summary>Checks a case file against packs.</summary>
public static class DecisionCases
{
    /// <summary>Every case of the file in order; a malformed case is a result of its own and does not stop the others.</summary>
    /// <param name="json">The file's text.</param>
    /// <param name="fileName">How the file is named in a refusal.</param>
    /// <param name="findPack">The pack of an id, or null.</param>
    /// <exception cref="RuleFormatException">The file is not JSON, or not a list of cases.</exception>
    public static IReadOnlyList<DecisionCaseResult> Check(string json, string fileName, Func<string, RulePack?> findPack)
    {
        var results = new List<DecisionCaseResult>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var place in DecisionCaseReader.Places(json, fileName))
        {
            try
            {
                var read = DecisionCaseReader.Read(place, findPack);
                if (!seen.Add(read.Id))
                    throw place.Fault($"the id '{read.Id}' is used twice", $"编号“{read.Id}”重复");
                results.Add(new DecisionCaseResult { Id = read.Id, Case = read, Decision = RuleEvaluator.Decide(read.Pack, read.Election) });
            }
            catch (RuleFormatException refusal)
            {
                results.Add(new DecisionCaseResult { Id = DecisionCaseReader.IdOf(place), Refusal = refusal });
            }
        }

        return results;
    }
}
