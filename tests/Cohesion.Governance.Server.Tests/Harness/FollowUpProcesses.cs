using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Server.Process;
using Cohesion.Governance.Server.Process.Activities;
using Cohesion.Governance.Workflows;
using Cohesion.Governance.Workflows.Definitions;
using Cohesion.Governance.Workflows.Engine;
using Cohesion.Governance.Workflows.Expressions;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using ProcessSignal = Cohesion.Governance.Server.Process.ProcessSignal;

namespace Cohesion.Governance.Server.Tests.Harness;

/// <summary>Runs <c>workflows/follow-up.json</c> as it stands on the real engine with the real activities and commands; only where processes are
/// kept is memory, so that these tests need no more than their own area.</summary>
internal sealed class FollowUpProcesses(IServiceScopeFactory scopes, TimeProvider clock) : IProcessWork
{
    private readonly SemaphoreSlim oneAtATime = new(1, 1);
    private readonly Dictionary<string, WorkflowState> states = new(StringComparer.Ordinal);

    public static WorkflowReading Reading { get; } = WorkflowReader.Read(
        File.ReadAllText(Path.Combine(WorkflowDirectory(), "follow-up.json")), "follow-up.json", Catalogue());

    /// <summary>Ids of the activities at which an action's process stands.</summary>
    public IReadOnlyList<string> At(Guid followUpId) =>
        [.. states[followUpId.ToString("D")].Active.Select(a => a.ActivityId)];

    public bool HasEnded(Guid followUpId) => states[followUpId.ToString("D")].HasEnded;

    public async Task<int> RunDue(CancellationToken ct)
    {
        await oneAtATime.WaitAsync(ct);
        try
        {
            var count = 0;
            while (await RunOne(ct))
            {
                count++;
            }

            return count;
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    public Task<DateTimeOffset?> NextDue(CancellationToken ct) =>
        Task.FromResult(states.Values.Where(s => !s.HasEnded).SelectMany(s => s.Active).Min(a => a.DueAt));

    private async Task<bool> RunOne(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentMember>().ActAsProcess();
        var db = scope.ServiceProvider.GetRequiredService<GovernanceDbContext>();
        var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
        var now = clock.GetUtcNow();
        foreach (var signal in await db.ProcessSignals.AsNoTracking()
            .Where(s => s.State == ProcessSignalState.New || s.State == ProcessSignalState.Kept).OrderBy(s => s.Sequence).ToListAsync(ct))
        {
            if (await Take(signal, mediator, now, ct))
            {
                await Mark(db, signal, ProcessSignalState.Taken, ct);
                return true;
            }

            await Mark(db, signal, ProcessSignalState.Kept, ct);
        }

        foreach (var (key, state) in states.Where(s => !s.Value.HasEnded).ToList())
        {
            if (state.Active.FirstOrDefault(a => a.DueAt <= now) is { } due)
            {
                var stimulus = new Stimulus.DueTimeReached(state.ActivityInstanceId(due));
                states[key] = await Finish(WorkflowEngine.Advance(Reading.Definition!, state, stimulus, now), mediator, now, ct);
                return true;
            }
        }

        return false;
    }

    private static Task Mark(GovernanceDbContext db, ProcessSignal signal, ProcessSignalState state, CancellationToken ct) =>
        db.ProcessSignals.Where(s => s.Id == signal.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.State, state), ct);

    private async Task<bool> Take(ProcessSignal signal, IMediator mediator, DateTimeOffset now, CancellationToken ct)
    {
        var payload = ValueMap.FromJson(JsonDocument.Parse(signal.Payload).RootElement);
        if (signal.Kind == ProcessSignalKind.Start)
        {
            Assert.Equal("follow-up", signal.Name);
            states[signal.Key] = await Finish(WorkflowEngine.Start(Reading.Definition!, signal.Key, signal.Key, payload, now), mediator, now, ct);
            return true;
        }

        if (!states.TryGetValue(signal.Key, out var state) || state.HasEnded)
        {
            return false;
        }

        var turn = WorkflowEngine.Advance(Reading.Definition!, state, new Stimulus.EventArrived(signal.Name, signal.Key, payload), now);
        if (turn.Refusal is not null)
        {
            return false;
        }

        states[signal.Key] = await Finish(turn, mediator, now, ct);
        return true;
    }

    private static async Task<WorkflowState> Finish(Turn turn, IMediator mediator, DateTimeOffset now, CancellationToken ct)
    {
        Assert.Null(turn.Refusal);
        while (turn.Request is Effect.Perform perform)
        {
            var result = await Perform(perform.Call, mediator, ct);
            turn = WorkflowEngine.Advance(Reading.Definition!, turn.State, new Stimulus.Answered(perform.Call.ActivityInstanceId, result), now);
            Assert.Null(turn.Refusal);
        }

        Assert.DoesNotContain(turn.Effects, e => e is Effect.Faulted);
        return turn.State;
    }

    private static async Task<ActivityResult> Perform(ActivityCall call, IMediator mediator, CancellationToken ct)
    {
        var activity = (GovernanceActivity)Activator.CreateInstance(Activities()[call.Type])!;
        var context = new ActivityContext(
            mediator, call.InstanceId, call.ActivityInstanceId, call.Now, call.Inputs.ToDictionary(i => i.Key, i => (object?)i.Value.AsText(), StringComparer.Ordinal));
        var step = call.Resumption is { } resumption
            ? await activity.Resume(context, new ActivityResumption(resumption.EventName, JsonDocument.Parse(resumption.Payload.ToString()).RootElement), ct)
            : await activity.Begin(context, ct);
        return step switch
        {
            CompletedStep completed => ActivityResult.Complete(completed.Outcome),
            WaitingStep waiting => ActivityResult.WaitFor(waiting.Until, [.. waiting.EventNames.Select(name => new EventKey(name, waiting.Key))]),
            _ => throw new InvalidOperationException(step.GetType().Name),
        };
    }

    private static Dictionary<string, Type> Activities() => typeof(GovernanceActivity).Assembly.GetTypes()
        .Where(t => t is { IsAbstract: false } && typeof(GovernanceActivity).IsAssignableFrom(t))
        .ToDictionary(t => t.GetCustomAttribute<ActivityAttribute>()!.Type, StringComparer.Ordinal);

    private static ActivityCatalogue Catalogue() => new(Activities().Values.Select(type =>
    {
        var about = type.GetCustomAttribute<ActivityAttribute>()!;
        var outcomes = type.GetCustomAttributes<OutcomeAttribute>().Select(o => new OutcomeDescriptor(o.Name, new(o.En, o.Zh), o.IsEnd)).ToList();
        var descriptor = new ActivityDescriptor(about.Type, new BilingualText(about.En, about.Zh), about.Category)
        {
            Waits = about.Waits,
            Inputs = [.. type.GetCustomAttributes<InputAttribute>().Select(i => new InputDescriptor(i.Name, WorkflowType.Any, new(i.En, i.Zh), i.Required))],
            Outputs = [.. type.GetCustomAttributes<OutputAttribute>().Select(o => new OutputDescriptor(o.Name, WorkflowType.Any, new(o.En, o.Zh)))],
        };
        return outcomes.Count == 0 ? descriptor : descriptor with { Outcomes = outcomes };
    }));

    private static string WorkflowDirectory()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "Cohesion.Governance.sln")))
        {
            directory = directory.Parent;
        }

        return Path.Combine(directory?.FullName ?? throw new DirectoryNotFoundException("The solution is not above the tests."), "workflows");
    }
}
