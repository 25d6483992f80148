using Cohesion.Governance.Domain.Rules;

namespace Cohesion.Governance.Server.Commands;

/// <summary>
/// <c>rules check --packs DIR CASES.json</c>: runs a case file against a folder of rule packs, one line a case and a
/// closing count.
/// </summary>
internal static class RulesCheck
{
    /// <summary>0 when every case passes, 1 when one fails or is malformed, 2 when packs or cases cannot be read at all.</summary>
    public static int Run(string packsDirectory, string casesFile, TextWriter output, TextWriter error)
    {
        try
        {
            var library = RulePackLibrary.Load(packsDirectory, except: casesFile);
            var results = DecisionCases.Check(File.ReadAllText(casesFile), casesFile, library.Find);
            foreach (var result in results)
                Write(result, output, error);

            var passed = results.Count(result => result.Passed);
            output.WriteLine($"{results.Count} cases, {passed} passed, {results.Count - passed} failed");
            return passed == results.Count ? 0 : 1;
        }
        catch (RuleFormatException refusal)
        {
            Write(refusal, error);
            return 2;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            error.WriteLine($"{casesFile}: cannot be read: {fault.Message}");
            error.WriteLine($"{casesFile}：无法读取");
            return 2;
        }
    }

    private static void Write(DecisionCaseResult result, TextWriter output, TextWriter error)
    {
        if (result.Refusal is { } refusal)
        {
            output.WriteLine($"FAIL {result.Id}: malformed at {refusal.Path}");
            Write(refusal, error);
            return;
        }

        var found = Say(result.Decision!.Outcome, result.Decision.Round);
        if (result.Passed)
        {
            output.WriteLine($"ok   {result.Id}: {found}");
            return;
        }

        output.WriteLine($"FAIL {result.Id}: expected {Say(result.Case!.ExpectedOutcome, result.Case.ExpectedRound)}, got {found}");
        if (result.Case.Why is { } why)
            output.WriteLine($"     expected because: {why}");
        foreach (var line in ExplanationText.Render(result.Decision, RuleLanguage.English, MeasureLabels.Plain).Split('\n', StringSplitOptions.RemoveEmptyEntries))
            output.WriteLine("     " + line);
    }

    private static void Write(RuleFormatException refusal, TextWriter error)
    {
        error.WriteLine(refusal.Message);
        error.WriteLine($"{refusal.File}：{refusal.Path}：{refusal.ReasonInChinese}");
    }

    private static string Say(Outcome outcome, string? round) => round is null ? outcome.Word() : $"{outcome.Word()} in round {round}";
}
