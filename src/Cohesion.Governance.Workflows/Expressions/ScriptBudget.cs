using System.Diagnostics;
using Jint;

namespace Cohesion.Governance.Workflows.Expressions;

/// <summary>Counts what one expression uses. Jint asks after every statement; beyond a limit the expression ends.</summary>
internal sealed class ScriptBudget : Constraint
{
    private int statements;
    private long memoryAtStart;
    private long startedAt;

    public override void Reset()
    {
        statements = 0;
        memoryAtStart = GC.GetAllocatedBytesForCurrentThread();
        startedAt = Stopwatch.GetTimestamp();
    }

    public override void Check()
    {
        if (++statements > ScriptSandbox.MaxStatements)
            throw new OutOfBudgetException($"more than {ScriptSandbox.MaxStatements} statements");
        if (GC.GetAllocatedBytesForCurrentThread() - memoryAtStart > ScriptSandbox.MaxMemory)
            throw new OutOfBudgetException($"more than {ScriptSandbox.MaxMemory} bytes");
        if ((statements & 0xFF) == 0 && Stopwatch.GetElapsedTime(startedAt) > ScriptSandbox.MaxTime)
            throw new OutOfBudgetException($"more than {ScriptSandbox.MaxTime.TotalSeconds} seconds");
    }
}

/// <summary>An expression used more than it may.</summary>
internal sealed class OutOfBudgetException(string message) : Exception(message);
