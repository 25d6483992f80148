using Cohesion.Governance.Workflows.Definitions;
using Cohesion.Governance.Workflows.Engine;
using Cohesion.Governance.Workflows.Expressions;
using Cohesion.Governance.Workflows.Running;
using Cohesion.Governance.Workflows.Tests.Support;
using Xunit;

namespace Cohesion.Governance.Workflows.Tests.Simulation;

/// <summary>
/// Random processes that start each other, random events (early, late, twice) and times; the host dies at any operation of the store,
/// before a commit, or after it and before the answer. Whoever sent something sends it again. In the end everything must be as if
/// nothing had ever died.
/// </summary>
public sealed class CrashTests
{
    [Fact]
    public Task A_host_that_dies_anywhere_ends_where_one_that_never_died_ends() => Seeds.RunAsync(700, async seed =>
    {
        if (Scenario.Make(seed) is not { } scenario)
            return;
        var calm = await scenario.RunAsync(crashes: null);
        var stormy = await scenario.RunAsync(new Random(seed * 7919));

        Assert.Equal(calm.Data.Effects.Order(StringComparer.Ordinal), stormy.Data.Effects.Order(StringComparer.Ordinal));
        Assert.Equal(calm.Data.Log.Order(StringComparer.Ordinal), stormy.Data.Log.Order(StringComparer.Ordinal));
        Assert.Equal(calm.Data.Instances.OrderBy(row => row.Key, StringComparer.Ordinal), stormy.Data.Instances.OrderBy(row => row.Key, StringComparer.Ordinal));
        Invariants.Check(calm, scenario);
        Invariants.Check(stormy, scenario);
    });

    [Fact]
    public Task Many_callers_at_once_on_a_host_that_dies_lose_and_double_nothing() => Seeds.RunAsync(500, async seed =>
    {
        if (Scenario.Make(seed) is { } scenario)
            Invariants.Check(await scenario.RunInterleavedAsync(new Random(seed * 104729)), scenario);
    });

    [Fact]
    public async Task The_storm_is_real()
    {
        // A simulation that never crashes or never races proves nothing.
        var crashes = 0;
        var conflicts = 0;
        for (var seed = 1; seed <= 30; seed++)
        {
            if (Scenario.Make(seed) is not { } scenario)
                continue;
            await scenario.RunAsync(new Random(seed));
            crashes += scenario.Crashes;
            conflicts += (await scenario.RunInterleavedAsync(new Random(seed))).Conflicts;
        }

        Assert.InRange(crashes, 30, int.MaxValue);
        Assert.InRange(conflicts, 5, int.MaxValue);
    }
}

/// <summary>What must hold of every store at rest, however it got there.</summary>
internal static class Invariants
{
    public static void Check(MemoryStore store, Scenario scenario)
    {
        var states = store.Data.Instances.Keys.Select(id => store.Data.Find(id)!.State).ToList();
        Assert.Empty(store.Data.Works);
        Assert.Equal(store.Data.Effects.Count, store.Data.Effects.Distinct(StringComparer.Ordinal).Count());
        foreach (var state in states)
        {
            // Each post was written together with its count in the process.
            var effects = store.Data.Effects.Count(effect => effect.StartsWith(state.InstanceId + ":", StringComparison.Ordinal) && effect.EndsWith(" Governance.Post", StringComparison.Ordinal));
            Assert.Equal(effects, (int)state.Variables["Done"].AsNumber()!.Value);
            Assert.DoesNotContain(state.Active, activity => activity.Phase is not ActivityPhase.Waiting);
            Assert.Equal(state.HasEnded, state.Active.IsEmpty);
            Assert.Empty(state.HasEnded ? state.Arrived : []);
        }

        // Bookmarks are exactly what the states say they are.
        var waiting = states.SelectMany(state => state.Active.Select(state.ActivityInstanceId)).Order(StringComparer.Ordinal);
        Assert.Equal(waiting, store.Data.Waits.Keys.Order(StringComparer.Ordinal));
        // Every timer has fired, and nobody waits for what is here.
        Assert.DoesNotContain(store.Data.Waits.Values, wait => wait.DueAt <= Scenario.End);
        Assert.DoesNotContain(store.Data.Kept.Values, kept => kept.Signal.KeepUntil > Scenario.End && store.Data.Waits.Values.Any(wait => wait.Events.Contains(new(kept.Signal.Name, kept.Signal.Key))));
        // What was to be kept for ever is still kept, or somebody has had it.
        foreach (var signal in scenario.Signals.Where(signal => signal.KeepUntil > Scenario.End && signal.Name.StartsWith('a')))
        {
            Assert.True(store.Data.Kept.ContainsKey(signal.Id) || store.Data.Effects.Exists(effect => effect.EndsWith($" \"{signal.Id}\"", StringComparison.Ordinal)),
                $"signal {signal.Id} ({signal.Name} {signal.Key}) is lost");
        }

        // Whoever waits for a process that has ended has been told.
        Assert.All(store.Data.Waits.Values.SelectMany(wait => wait.Events).Where(@event => @event.Name is ProcessEvents.EndedName),
            @event => Assert.False(store.Data.Find(@event.Key)!.State.HasEnded));
    }
}
