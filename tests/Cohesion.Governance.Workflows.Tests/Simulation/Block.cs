using System.Globalization;
using System.Text.Json.Nodes;
using Cohesion.Governance.Workflows.Definitions;
using Cohesion.Governance.Workflows.Tests.Support;
using Xunit;
using static Cohesion.Governance.Workflows.Tests.Support.Flow;

namespace Cohesion.Governance.Workflows.Tests.Simulation;

/// <summary>A random process as a tree, from which both the definition file and the reference interpreter are made.</summary>
internal abstract record Block
{
    /// <summary>The host does something: one effect.</summary>
    internal sealed record Post(string Id) : Block;

    /// <summary>An Elsa event, under the instance's correlation id.</summary>
    internal sealed record Event(string Id) : Block;

    /// <summary>The host waits for an event or a time, and does something when either comes: one effect.</summary>
    internal sealed record Await(string Id, int Hours) : Block;

    internal sealed record Delay(string Id, int Hours) : Block;

    internal sealed record Dispatch(string Id, string Child, bool Waits) : Block;

    internal sealed record Choice(string Id, bool Way, Block Yes, Block No) : Block;

    internal sealed record Several(IReadOnlyList<Block> Steps) : Block;

    internal sealed record Parallel(string Id, string Mode, IReadOnlyList<Block> Branches) : Block;

    /// <summary>The body, which waits somewhere on every way, so many times.</summary>
    internal sealed record Loop(string Id, int Rounds, Block Body) : Block;
}

/// <summary>Writes a tree as a definition.</summary>
internal static class BlockWriter
{
    public static Flow Write(string definitionId, Block block)
    {
        var flow = new Flow(definitionId).Var("Done", "Int32", 0).Out("Done").Add("begin", "Elsa.WriteLine", ("text", Literal("begin")));
        foreach (var exit in Write(flow, block, ["begin"]))
            flow.Path(exit, "end");
        return flow.Add("end", "Elsa.Finish").Root("start", "begin");
    }

    /// <summary>The definition, or null for the few trees with more parallel situations than the checker looks at.</summary>
    public static WorkflowDefinition? Read(string definitionId, Block block)
    {
        var flow = Write(definitionId, block);
        var reading = WorkflowReader.Read(flow.Json(), flow.FileName, TestActivities.Catalogue);
        Assert.DoesNotContain(reading.Problems, problem => problem.Code is not ProblemCodes.TooParallel);
        return reading.Definition;
    }

    /// <summary>Adds a block after some exits ("activity" or "activity:Port") and gives its own exits.</summary>
    private static List<string> Write(Flow flow, Block block, List<string> from)
    {
        switch (block)
        {
            case Block.Post post:
                // The effect and the count of effects go together: Done must equal what the world shows.
                flow.Add(post.Id, "Governance.Post", ("copies", Variable("Done")), ("posted", Output("Done")));
                return Enter(flow, from, post.Id, post.Id);
            case Block.Event wait:
                flow.Add(wait.Id, "Elsa.Event", ("eventName", Literal(wait.Id)));
                return Enter(flow, from, wait.Id, wait.Id);
            case Block.Await wait:
                flow.Add(wait.Id, "Governance.OpenVote", ("proposalId", Js("getCorrelationId()")), ("window", Literal($"PT{wait.Hours}H")), ("votes", Output("Done")));
                return Enter(flow, from, wait.Id, wait.Id + ":Adopted", wait.Id + ":Rejected");
            case Block.Delay delay:
                flow.Add(delay.Id, "Elsa.Delay", ("timeSpan", Literal($"PT{delay.Hours}H")));
                return Enter(flow, from, delay.Id, delay.Id);
            case Block.Dispatch dispatch:
                flow.Add(dispatch.Id, "Elsa.DispatchWorkflow", ("workflowDefinitionId", Literal(dispatch.Child)), ("waitForCompletion", Literal(dispatch.Waits)));
                return Enter(flow, from, dispatch.Id, dispatch.Id);
            case Block.Choice choice:
                flow.Add(choice.Id, "Elsa.FlowDecision", ("condition", Js(choice.Way ? "1 < 2" : "1 > 2")));
                Enter(flow, from, choice.Id);
                return [.. Write(flow, choice.Yes, [choice.Id + ":True"]), .. Write(flow, choice.No, [choice.Id + ":False"])];
            case Block.Several several:
                return several.Steps.Aggregate(from, (exits, step) => Write(flow, step, exits));
            case Block.Parallel parallel:
                var names = new JsonArray([.. parallel.Branches.Select((_, i) => (JsonNode)$"B{i}")]);
                flow.Add(parallel.Id, "Elsa.FlowFork", ("branches", Literal(names)));
                Enter(flow, from, parallel.Id);
                List<string> ends = [.. parallel.Branches.SelectMany((branch, i) => Write(flow, branch, [$"{parallel.Id}:B{i}"]))];
                flow.Add(parallel.Id + "j", "Elsa.FlowJoin", ("mode", Literal(parallel.Mode)));
                return Enter(flow, ends, parallel.Id + "j", parallel.Id + "j");
            case Block.Loop loop:
                flow.Var(loop.Id, "Int32", 0);
                // Counted anew each time: an earlier time may have been cancelled half way.
                flow.Add(loop.Id + "i", "Elsa.SetVariable", ("variable", new JsonObject { ["id"] = "v-" + loop.Id }), ("value", Literal(0)));
                flow.Add(loop.Id + "s", "Elsa.SetVariable", ("variable", new JsonObject { ["id"] = "v-" + loop.Id }), ("value", Js($"variables.{loop.Id} + 1")));
                flow.Add(loop.Id + "d", "Elsa.FlowDecision", ("condition", Js($"variables.{loop.Id} < {loop.Rounds.ToString(CultureInfo.InvariantCulture)}")));
                Enter(flow, from, loop.Id + "i");
                flow.Path(loop.Id + "i", loop.Id + "s");
                foreach (var exit in Write(flow, loop.Body, [loop.Id + "s"]))
                    flow.Path(exit, loop.Id + "d");
                flow.Path(loop.Id + "d:True", loop.Id + "s");
                return [loop.Id + "d:False"];
            default:
                throw new ArgumentException(block.GetType().Name, nameof(block));
        }
    }

    private static List<string> Enter(Flow flow, List<string> from, string activity, params List<string> exits)
    {
        foreach (var exit in from)
            flow.Path(exit, activity);
        return exits;
    }
}

/// <summary>Makes random trees.</summary>
internal sealed class BlockMaker(Random random, IReadOnlyList<string> children)
{
    private int count;

    public List<string> Events { get; } = [];

    public Block Make() => Several(3, mustWait: false);

    private Block.Several Several(int depth, bool mustWait)
    {
        var steps = Enumerable.Range(0, random.Next(1, 4)).Select(_ => Any(depth)).ToList();
        if (mustWait)
            steps.Insert(0, Wait());
        return new(steps);
    }

    private Block Any(int depth) => (depth > 0 ? random.Next(9) : random.Next(5)) switch
    {
        0 or 1 => new Block.Post(Name("p")),
        2 or 3 => Wait(),
        4 when children.Count > 0 => new Block.Dispatch(Name("s"), children[random.Next(children.Count)], random.Next(2) == 0),
        4 => new Block.Post(Name("p")),
        5 => new Block.Choice(Name("c"), random.Next(2) == 0, Several(depth - 1, mustWait: false), Several(depth - 1, mustWait: false)),
        6 => new Block.Loop(Name("l"), random.Next(1, 4), Several(depth - 1, mustWait: true)),
        _ => Parallel(depth),
    };

    private Block.Parallel Parallel(int depth)
    {
        var any = random.Next(2) == 0;
        // In a race every branch waits first: who wins must not depend on the order in which instant branches are begun.
        Block[] branches = [.. Enumerable.Range(0, random.Next(2, 4)).Select(_ => Several(Math.Min(1, depth - 1), mustWait: any))];
        // A choice gives a join two arrows of which one is taken, which WaitAll refuses; WaitAllActive is made for it.
        return new(Name("f"), any ? "WaitAny" : "WaitAllActive", branches);
    }

    private Block Wait()
    {
        switch (random.Next(3))
        {
            case 0:
                return new Block.Delay(Name("d"), random.Next(1, 200));
            case 1:
                var wait = new Block.Await(Name("a"), random.Next(1, 200));
                Events.Add(wait.Id);
                return wait;
            default:
                var @event = new Block.Event(Name("e"));
                Events.Add(@event.Id);
                return @event;
        }
    }

    private string Name(string prefix) => string.Create(CultureInfo.InvariantCulture, $"{prefix}{++count}");
}
