using System.Collections.Concurrent;
using Cohesion.Governance.Workflows.Definitions;
using Cohesion.Governance.Workflows.Engine;
using Cohesion.Governance.Workflows.Expressions;
using Cohesion.Governance.Workflows.Running;

namespace Cohesion.Governance.Workflows.Tests.Support;

/// <summary>A host for tests: a memory store, a clock set by hand, and activities that answer as told.</summary>
internal sealed class Host : IActivityPerformer, IDefinitionSource
{
    private readonly ConcurrentDictionary<string, WorkflowDefinition> byHash = new();
    private readonly ConcurrentDictionary<string, WorkflowDefinition> current = new();
    private readonly Clock clock;

    public Host(params Flow[] flows)
    {
        clock = new(this);
        foreach (var flow in flows)
            Deploy(flow);
        Runner = new(Store, this, this, clock, Reports.Add);
    }

    public MemoryStore Store { get; } = new();

    public ProcessRunner Runner { get; }

    public DateTimeOffset Now { get; set; } = Driver.Begin;

    public List<SweepFailure> Reports { get; } = [];

    public List<ActivityCall> Calls { get; } = [];

    public Func<ActivityCall, MemoryTransaction, Task<ActivityResult>> Perform { get; set; } =
        (_, _) => Task.FromResult(ActivityResult.Complete());

    private static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    public WorkflowDefinition Deploy(Flow flow)
    {
        var definition = flow.Read();
        byHash[definition.Hash] = definition;
        return current[definition.Id] = definition;
    }

    public void Forget(WorkflowDefinition definition) => byHash.TryRemove(definition.Hash, out _);

    public WorkflowDefinition? Current(string definitionId) => current.GetValueOrDefault(definitionId);

    public ValueTask<WorkflowDefinition?> ByHashAsync(string hash, CancellationToken ct) => new(byHash.GetValueOrDefault(hash));

    public Task<ActivityResult> PerformAsync(ActivityCall call, IProcessTransaction transaction, CancellationToken ct)
    {
        lock (Calls)
            Calls.Add(call);
        return Perform(call, (MemoryTransaction)transaction);
    }

    public Task<StartReceipt> StartAsync(string definitionId, string instanceId = "i-1", string? correlationId = "c-1", ValueMap? inputs = null) =>
        Runner.StartAsync(new(instanceId, definitionId, correlationId, inputs ?? ValueMap.Empty), Ct);

    public Task<SignalReceipt> SignalAsync(string id, string name, string key = "c-1", WorkflowValue? payload = null, TimeSpan? keep = null) =>
        Runner.SignalAsync(new(id, name, key, payload ?? WorkflowValue.Nothing, keep is { } time ? Now + time : null), Ct);

    public Task<SweepReport> AfterAsync(TimeSpan time)
    {
        Now += time;
        return Runner.FireDueAsync(Now, Ct);
    }

    public WorkflowState State(string instanceId = "i-1") => Store.Data.Find(instanceId)!.State;

    private sealed class Clock(Host host) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => host.Now;
    }
}
