using Cohesion.Governance.Workflows.Engine;
using Cohesion.Governance.Workflows.Expressions;
using Cohesion.Governance.Workflows.Tests.Support;
using Xunit;

namespace Cohesion.Governance.Workflows.Tests.Simulation;

/// <summary>The engine against the reference: random processes, random events and times, the same effects at the same moments.</summary>
public sealed class ReferenceTests
{
    [Fact]
    public Task The_engine_does_what_the_reference_says() => Seeds.RunAsync(3000, seed =>
    {
        var random = new Random(seed);
        var maker = new BlockMaker(random, []);
        var block = maker.Make();
        var effects = new List<string>();
        if (BlockWriter.Read("f", block) is not { } definition)
            return Task.CompletedTask;
        var run = new Driver(definition);
        run.Host = call =>
        {
            if (call.Type is "Governance.OpenVote" && call.Resumption is null)
                return ActivityResult.WaitFor(call.Inputs["window"].AsDuration()!.Value.After(call.Now), new EventKey(call.ActivityId, "c-1"));
            effects.Add(call.ActivityId);
            return call.Type is "Governance.Post"
                ? ActivityResult.Complete(outputs: ValueMap.Of(("posted", (call.Inputs["copies"].AsNumber() ?? 0) + 1)))
                : ActivityResult.Complete("Adopted");
        };
        run.Start();
        var reference = new Reference(block, run.Now);
        Compare();
        for (var step = 0; step < 60 && !reference.Finished; step++)
        {
            if (maker.Events.Count > 0 && random.Next(3) > 0)
            {
                // Often one that is waited for, sometimes any: then both must say that nobody waits.
                var waited = run.Here.Where(maker.Events.Contains).ToList();
                var name = waited.Count > 0 && random.Next(4) > 0 ? waited[random.Next(waited.Count)] : maker.Events[random.Next(maker.Events.Count)];
                run.Event(name);
                Assert.Equal(reference.Event(name), run.Refusal is null);
            }
            else if (reference.NextDue is { } due)
            {
                reference.Now = due;
                run.Now = due;
                // Timers of the same moment: fire them in the reference's order.
                while (reference.Timer() is { } fired)
                    Fire(run, fired);
            }

            Compare();
        }

        return Task.CompletedTask;

        void Compare()
        {
            Assert.Equal(reference.Effects.Order(StringComparer.Ordinal), effects.Order(StringComparer.Ordinal));
            Assert.Equal(reference.Here, run.Here.Order(StringComparer.Ordinal));
            Assert.Equal(reference.Finished, run.State.Status == ProcessStatus.Finished);
        }
    });

    private static void Fire(Driver run, string activityId)
    {
        var due = Assert.Single(run.State.Active, activity => activity.DueAt <= run.Now && string.Equals(activity.ActivityId, activityId, StringComparison.Ordinal));
        run.Send(new Stimulus.DueTimeReached(run.State.ActivityInstanceId(due)));
        Assert.Null(run.Refusal);
    }
}
