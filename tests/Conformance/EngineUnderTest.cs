using System.Collections.Concurrent;
using Cohesion.Governance.Workflows.Definitions;
using Cohesion.Governance.Workflows.Engine;
using Cohesion.Governance.Workflows.Expressions;
using Cohesion.Governance.Workflows.Running;
using Cohesion.Governance.Workflows.Tests.Support;

namespace Cohesion.Governance.Conformance;

/// <summary>An engine behind the port, over a store and a clock that the test holds in its hands.</summary>
public abstract class EngineUnderTest : IActivityPerformer, IAsyncDisposable
{
    public static readonly DateTimeOffset Begin = new(2026, 3, 1, 1, 0, 0, TimeSpan.Zero);

    private readonly ConcurrentQueue<ActivityCall> calls = new();

    protected EngineUnderTest() => Clock = new HandClock(this);

    public abstract IProcessPort Port { get; }

    public DateTimeOffset Now { get; set; } = Begin;

    public TimeProvider Clock { get; }

    /// <summary>Every call of a governance activity, in order; a repetition after a crash is a call too.</summary>
    public IReadOnlyList<ActivityCall> Calls => [.. calls];

    /// <summary>How governance activities answer. <see cref="Effect"/> inside writes something in the transaction.</summary>
    internal Func<ActivityCall, MemoryTransaction, Task<ActivityResult>> Perform { get; set; } = (_, _) => Task.FromResult(ActivityResult.Complete());

    internal MemoryStore Store { get; } = new();

    private static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    /// <summary>What activities wrote, committed.</summary>
    public IReadOnlyList<string> Effects => Store.Data.Effects;

    /// <summary>What processes wrote to the log: "instance activity text".</summary>
    public IReadOnlyList<string> Log => Store.Data.Log;

    /// <summary>Puts in place of the definitions so far, as a restart with new files does.</summary>
    internal abstract Task DeployAsync(params Flow[] flows);

    /// <summary>Ends the engine as a kill does and starts another over the same store.</summary>
    public abstract Task RestartAsync();

    public Task<ActivityResult> PerformAsync(ActivityCall call, IProcessTransaction transaction, CancellationToken ct)
    {
        calls.Enqueue(call);
        return Perform(call, (MemoryTransaction)transaction);
    }

    public Task<StartReceipt> StartAsync(string definitionId = "f", string instanceId = "i-1", string? correlationId = "c-1", ValueMap? inputs = null, ValueMap? variables = null) =>
        Port.StartAsync(new StartProcess(instanceId, definitionId, correlationId, inputs ?? ValueMap.Empty) { Variables = variables ?? ValueMap.Empty }, Ct);

    public Task<SignalReceipt> SignalAsync(string id, string name, string key = "c-1", WorkflowValue? payload = null, TimeSpan? keep = null) =>
        Port.SignalAsync(new(id, name, key, payload ?? WorkflowValue.Nothing, keep is { } time ? Now + time : null), Ct);

    public Task<SweepReport> AfterAsync(TimeSpan time)
    {
        Now += time;
        return Port.FireDueAsync(Now, Ct);
    }

    public async Task<ProcessView> ViewAsync(string instanceId = "i-1") =>
        await Port.FindAsync(instanceId, Ct) ?? throw new InvalidOperationException($"There is no process {instanceId}.");

    public async Task<ProcessStatus> StatusAsync(string instanceId = "i-1") => (await ViewAsync(instanceId)).Status;

    /// <summary>Texts of the log, in order.</summary>
    public IEnumerable<string> Said => Log.Select(line => line.Split(' ', 3)[2]);

    public abstract ValueTask DisposeAsync();

    internal static (string FileName, string Json)[] Files(IEnumerable<Flow> flows) => [.. flows.Select(flow => (flow.FileName, flow.Json()))];

    internal static WorkflowLibrary Library(IEnumerable<Flow> flows)
    {
        var library = WorkflowLibrary.Read(Files(flows), TestActivities.Catalogue);
        return library.Problems.Count == 0 ? library : throw new InvalidOperationException(string.Join('\n', library.Problems));
    }

    private sealed class HandClock(EngineUnderTest engine) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => engine.Now;
    }
}
