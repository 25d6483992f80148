namespace Cohesion.Governance.Workflows.Definitions;

/// <summary>One thing that is wrong with a definition file. A file with any is not run.</summary>
/// <param name="File">The file's name.</param>
/// <param name="ActivityId">The activity it concerns, or null when it is the file as a whole.</param>
/// <param name="Code">One of <see cref="ProblemCodes"/>; stable.</param>
/// <param name="Reason">What is wrong and what to do, in both languages.</param>
public sealed record WorkflowProblem(string File, string? ActivityId, string Code, BilingualText Reason)
{
    /// <summary>File, activity, code and reason on one line, in English.</summary>
    public override string ToString() => ActivityId is null ? $"{File}: {Code}: {Reason.En}" : $"{File}: {ActivityId}: {Code}: {Reason.En}";
}

/// <summary>The codes of <see cref="WorkflowProblem"/>.</summary>
public static class ProblemCodes
{
    public const string NotJson = "not-json";
    public const string MissingProperty = "missing-property";
    public const string FileName = "file-name";
    public const string RootNotFlowchart = "root-not-flowchart";
    public const string NoActivities = "no-activities";
    public const string DuplicateId = "duplicate-id";
    public const string DuplicateName = "duplicate-name";
    public const string BadName = "bad-name";
    public const string UnknownTypeName = "unknown-type-name";
    public const string NoStorage = "no-storage";
    public const string UnknownActivity = "unknown-activity";
    public const string ActivityVersion = "activity-version";
    public const string UnknownInput = "unknown-input";
    public const string MissingInput = "missing-input";
    public const string BadInput = "bad-input";
    public const string BadLiteral = "bad-literal";
    public const string UnknownExpression = "unknown-expression";
    public const string UndeclaredVariable = "undeclared-variable";
    public const string UndeclaredInput = "undeclared-input";
    public const string ScriptDoesNotParse = "script-does-not-parse";
    public const string ScriptUnknownName = "script-unknown-name";
    public const string ScriptWritesVariables = "script-writes-variables";
    public const string ScriptNotDeterministic = "script-not-deterministic";
    public const string DanglingConnection = "dangling-connection";
    public const string UnknownOutcome = "unknown-outcome";
    public const string BadConnection = "bad-connection";
    public const string OutcomeNotConnected = "outcome-not-connected";
    public const string WaitWithoutExit = "wait-without-exit";
    public const string NoStart = "no-start";
    public const string ManyStarts = "many-starts";
    public const string Unreachable = "unreachable";
    public const string NoWayToEnd = "no-way-to-end";
    public const string LoopWithoutWait = "loop-without-wait";
    public const string JumpIntoLoop = "jump-into-loop";
    public const string BranchesMeet = "branches-meet";
    public const string JoinNeverComplete = "join-never-complete";
    public const string TooParallel = "too-parallel";
    public const string UnknownWorkflow = "unknown-workflow";
    public const string UnknownWorkflowInput = "unknown-workflow-input";
}

/// <summary>Collects the problems of one file while it is read.</summary>
internal sealed class ProblemList(string file)
{
    private readonly List<WorkflowProblem> problems = [];

    public int Count => problems.Count;

    public IReadOnlyList<WorkflowProblem> Problems => problems;

    public void Add(string? activityId, string code, string en, string zh) => Add(activityId, code, new BilingualText(en, zh));

    public void Add(string? activityId, string code, BilingualText reason)
    {
        var problem = new WorkflowProblem(file, activityId, code, reason);
        if (!problems.Contains(problem))
            problems.Add(problem);
    }
}
