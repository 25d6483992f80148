using Cohesion.Governance.Workflows.Definitions;
using Cohesion.Governance.Workflows.Engine;
using Cohesion.Governance.Workflows.Expressions;
using Cohesion.Governance.Workflows.Running;
using Cohesion.Governance.Workflows.Tests.Support;

namespace Cohesion.Governance.Workflows.Tests.Simulation;

/// <summary>One random plan: definitions, and what happens when. Can be run calmly, with crashes, or with many callers at once.</summary>
internal sealed class Scenario : IDefinitionSource, IActivityPerformer
{
    private const int Hours = 1500;

    private readonly Dictionary<string, WorkflowDefinition> definitions = new(StringComparer.Ordinal);
    private readonly List<(int Hour, Func<ProcessRunner, Task> Act)> plan = [];
    private DateTimeOffset now;

    /// <summary>When everything that could happen by itself has happened.</summary>
    public static DateTimeOffset End => Driver.Begin.AddHours(Hours * 10);

    public int Crashes { get; private set; }

    public List<ProcessSignal> Signals { get; } = [];

    /// <summary>Null for the few plans whose processes are too parallel to be accepted.</summary>
    public static Scenario? Make(int seed)
    {
        var random = new Random(seed);
        var scenario = new Scenario();
        var events = new List<string>();
        List<string> ids = [];
        // The first starts nobody, the last may start any of those before it.
        foreach (var id in new[] { "leaf", "middle", "top" })
        {
            var maker = new BlockMaker(random, [.. ids]);
            if (BlockWriter.Read(id, maker.Make()) is not { } definition)
                return null;
            scenario.definitions[id] = definition;
            events.AddRange(maker.Events);
            ids.Add(id);
        }

        scenario.Plan(random, events);
        return scenario;
    }

    /// <summary>One caller after the other; at each crash the host starts again, sweeps, and the caller repeats itself.</summary>
    public async Task<MemoryStore> RunAsync(Random? crashes)
    {
        var store = new MemoryStore();
        foreach (var (hour, act) in plan)
        {
            now = Driver.Begin.AddHours(hour);
            // What is due is done before what happens at the same moment, in either run.
            await InsistAsync(store, crashes, SweepAsync);
            await InsistAsync(store, crashes, act);
        }

        await UntilEndAsync(store, () => InsistAsync(store, crashes, SweepAsync));
        return store;
    }

    /// <summary>Everything of one day at once, each caller interrupted by the others at every operation, in an order the seed decides.</summary>
    public async Task<MemoryStore> RunInterleavedAsync(Random random)
    {
        var store = new MemoryStore { Yields = true };
        foreach (var day in plan.GroupBy(step => step.Hour / 24).OrderBy(group => group.Key))
        {
            now = Driver.Begin.AddDays(day.Key);
            var acts = day.Select(step => step.Act).Append(SweepAsync).Append(SweepAsync).ToList();
            RandomOrder.Run(random, () =>
            {
                if (random.Next(2) == 0)
                    Arm(store, random);
                return Task.WhenAll(acts.Select(act => TryAsync(store, act)));
            });
            store.Restart();
            // Everybody repeats what they got no answer for; repeating what was answered must change nothing either.
            RandomOrder.Run(random, () => Task.WhenAll(acts.Select(act => TryAsync(store, act))));
        }

        store.Yields = false;
        await UntilEndAsync(store, () => SweepAsync(Runner(store)));
        return store;
    }

    public WorkflowDefinition? Current(string definitionId) => definitions.GetValueOrDefault(definitionId);

    public ValueTask<WorkflowDefinition?> ByHashAsync(string hash, CancellationToken ct) =>
        new(definitions.Values.Single(definition => string.Equals(definition.Hash, hash, StringComparison.Ordinal)));

    public async Task<ActivityResult> PerformAsync(ActivityCall call, IProcessTransaction transaction, CancellationToken ct)
    {
        if (call.Type is "Governance.OpenVote" && call.Resumption is null)
            return ActivityResult.WaitFor(call.Inputs["window"].AsDuration()!.Value.After(call.Now), new EventKey(call.ActivityId, call.CorrelationId!));
        await ((MemoryTransaction)transaction).EffectAsync($"{call.ActivityInstanceId} {call.Type} {call.Resumption?.Payload}".TrimEnd());
        return call.Type is "Governance.Post"
            ? ActivityResult.Complete(outputs: ValueMap.Of(("posted", call.Inputs["copies"].AsNumber()!.Value + 1)))
            : ActivityResult.Complete(call.Resumption!.TimedOut ? "Rejected" : "Adopted");
    }

    private void Plan(Random random, List<string> events)
    {
        var keys = new List<string>();
        for (var i = 0; i < random.Next(1, 4); i++)
        {
            var start = new StartProcess($"i{i}", random.Next(3) == 0 ? "middle" : "top", $"c{i}", ValueMap.Empty);
            keys.Add(start.CorrelationId!);
            Add(random, runner => runner.StartAsync(start, default));
        }

        for (var i = 0; i < random.Next(5, 40) && events.Count > 0; i++)
        {
            var hour = random.Next(Hours);
            var signal = new ProcessSignal($"s{i}", events[random.Next(events.Count)], keys[random.Next(keys.Count)], $"s{i}", random.Next(6) switch
            {
                0 => End.AddDays(1),
                1 => Driver.Begin.AddHours(hour + random.Next(400)),
                _ => null,
            });
            Signals.Add(signal);
            plan.Add((hour, runner => runner.SignalAsync(signal, default)));
            if (random.Next(4) == 0)
                Add(random, runner => runner.SignalAsync(signal, default));
        }

        if (random.Next(4) == 0)
            Add(random, runner => runner.CancelAsync("i0", "enough", default));
        plan.Sort((a, b) => a.Hour.CompareTo(b.Hour));
    }

    private void Add(Random random, Func<ProcessRunner, Task> act) => plan.Add((random.Next(Hours / 2), act));

    private ProcessRunner Runner(MemoryStore store) => new(store, this, this, new Clock(this));

    private Task SweepAsync(ProcessRunner runner) => runner.FireDueAsync(now, default);

    private async Task InsistAsync(MemoryStore store, Random? crashes, Func<ProcessRunner, Task> act)
    {
        for (var attempt = 0; ; attempt++)
        {
            if (crashes is not null && attempt < 3 && crashes.Next(3) == 0)
                Arm(store, crashes);
            await TryAsync(store, act);
            if (!store.Dead)
            {
                store.Restart();
                return;
            }

            Crashes++;
            store.Restart();
            await SweepAsync(Runner(store));
        }
    }

    /// <summary>Lets time pass from timer to timer.</summary>
    private async Task UntilEndAsync(MemoryStore store, Func<Task> sweep)
    {
        for (now = Driver.Begin.AddHours(Hours); now < End; now = store.Data.Waits.Values.Min(wait => wait.DueAt) ?? End)
            await sweep();
        now = End;
        await sweep();
    }

    private static void Arm(MemoryStore store, Random random)
    {
        store.CrashAfter = store.Operations + random.Next(1, 40);
        store.CrashKeepsCommit = random.Next(2) == 0;
    }

    private async Task TryAsync(MemoryStore store, Func<ProcessRunner, Task> act)
    {
        try
        {
            await act(Runner(store));
        }
        catch (CrashException)
        {
            // The caller never hears back.
        }
    }

    private sealed class Clock(Scenario scenario) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => scenario.now;
    }
}
