using System.Text.Json;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Workflows.Engine;
using Cohesion.Governance.Workflows.Expressions;
using Cohesion.Governance.Workflows.Running;

namespace Cohesion.Governance.Server.Process;

/// <summary>Where a handler leaves what a process must be told; it counts only if the handler's transaction commits.</summary>
internal sealed class ProcessOutbox(GovernanceDbContext db, IDefinitionSource definitions, TimeProvider clock)
{
    private int sequence;

    /// <summary>Starts the process of a subject, with the council's own durations in place of the definition's.</summary>
    /// <exception cref="InvalidOperationException">There is no such definition, or it declares other inputs: code and file do not fit together.</exception>
    public void Start(string definitionId, Guid councilId, Guid subjectId, object inputs)
    {
        var overrides = db.WorkflowOverrides.Where(o => o.CouncilId == councilId && o.DefinitionId == definitionId)
            .Select(o => new { o.Variable, o.Value }).ToList();
        var start = new StartProcess(InstanceOf(definitionId, subjectId), definitionId, subjectId.ToString("D"), ValueOf(inputs).AsMap())
        {
            Variables = ValueMap.From(overrides.Select(o => KeyValuePair.Create(o.Variable, WorkflowValue.Of(o.Value)))),
        };
        var definition = definitions.Current(definitionId) ?? throw new InvalidOperationException($"There is no workflow {definitionId}.");
        if (WorkflowEngine.CheckInputs(definition, start.Inputs) is { } refusal)
        {
            throw new InvalidOperationException($"The workflow {definitionId} cannot be started so: {refusal.Reason.En}");
        }

        db.ProcessSubjects.Add(new ProcessSubject { InstanceId = start.InstanceId, CouncilId = councilId, SubjectId = subjectId });
        Add($"start:{start.InstanceId}", new ProcessWork($"start:{start.InstanceId}", start, null, null));
    }

    /// <summary>Tells the process of a subject that something happened. Kept until somebody waits for it, or until <paramref name="keepUntil"/>.</summary>
    public void Signal(string eventName, Guid councilId, Guid subjectId, object? payload = null, DateTimeOffset? keepUntil = null)
    {
        var id = Guid.CreateVersion7(clock.GetUtcNow()).ToString("N");
        var signal = new Workflows.Running.ProcessSignal(
            id, eventName, subjectId.ToString("D"), ValueOf(payload ?? new { councilId }), keepUntil ?? DateTimeOffset.MaxValue);
        Add($"signal:{id}", new ProcessWork($"signal:{id}", null, signal, null));
    }

    /// <summary>Has something done to a process by a person's decision.</summary>
    public void Operate(string instanceId, ProcessOperation operation)
    {
        var id = $"operate:{Guid.CreateVersion7(clock.GetUtcNow()):N}";
        Add(id, new ProcessWork(id, null, null, instanceId) { Operation = operation });
    }

    /// <summary>The id of a subject's process.</summary>
    public static string InstanceOf(string definitionId, Guid subjectId) => $"{definitionId}:{subjectId:D}";

    private static WorkflowValue ValueOf(object value) => WorkflowValue.FromJson(JsonSerializer.SerializeToElement(value, Web.Json.Options));

    private void Add(string id, ProcessWork work) => db.ProcessWorks.Add(new ProcessWorkRow
    {
        Id = id,
        Sequence = clock.GetUtcNow().UtcTicks + sequence++,
        Content = JsonSerializer.Serialize(work),
    });
}
