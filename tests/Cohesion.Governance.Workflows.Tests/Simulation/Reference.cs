namespace Cohesion.Governance.Workflows.Tests.Simulation;

/// <summary>
/// What a process means, said a second time and differently: a walk over the tree, without arrows, tokens or joins. Only for trees
/// without dispatches.
/// </summary>
internal sealed class Reference
{
    private readonly Part root;

    public Reference(Block block, DateTimeOffset now)
    {
        Now = now;
        root = Part.Of(block);
        root.Begin(this);
    }

    public DateTimeOffset Now { get; set; }

    /// <summary>The activities that had an effect, in order.</summary>
    public List<string> Effects { get; } = [];

    public bool Finished => root.Done;

    /// <summary>Where it is, sorted.</summary>
    public IReadOnlyList<string> Here => [.. root.Here().Order(StringComparer.Ordinal)];

    /// <summary>The next time at which something happens by itself.</summary>
    public DateTimeOffset? NextDue => root.Dues().Select(due => (DateTimeOffset?)due).Min();

    /// <summary>An event.</summary>
    /// <returns>Whether anybody waited for it.</returns>
    public bool Event(string activity) => root.On(this, part => part is Waiting waiting && waiting.HasEvent && string.Equals(waiting.Id, activity, StringComparison.Ordinal));

    /// <summary>The earliest timer, if it is due; of several at the same moment the first in the tree.</summary>
    /// <returns>Whose it was, or null.</returns>
    public string? Timer()
    {
        var due = NextDue;
        if (due is null || due > Now)
            return null;
        string? fired = null;
        root.On(this, part =>
        {
            if (part is not Waiting waiting || waiting.Due != due)
                return false;
            fired = waiting.Id;
            return true;
        });
        return fired;
    }

    internal abstract class Part
    {
        public bool Done { get; protected set; }

        public static Part Of(Block block) => block switch
        {
            Block.Post post => new Doing(post.Id),
            Block.Event wait => new Waiting(wait.Id, null, hasEvent: true, hasEffect: false),
            Block.Await wait => new Waiting(wait.Id, wait.Hours, hasEvent: true, hasEffect: true),
            Block.Delay wait => new Waiting(wait.Id, wait.Hours, hasEvent: false, hasEffect: false),
            Block.Choice choice => Of(choice.Way ? choice.Yes : choice.No),
            Block.Several several => new Row(several.Steps),
            Block.Loop loop => new Row([.. Enumerable.Repeat(loop.Body, loop.Rounds)]),
            Block.Parallel parallel => new Side(parallel),
            _ => throw new ArgumentException(block.GetType().Name, nameof(block)),
        };

        public abstract void Begin(Reference world);

        /// <summary>Lets the first waiting part that matches go on.</summary>
        public abstract bool On(Reference world, Predicate<Part> matches);

        public abstract IEnumerable<string> Here();

        public abstract IEnumerable<DateTimeOffset> Dues();
    }

    private sealed class Doing(string id) : Part
    {
        public override void Begin(Reference world)
        {
            world.Effects.Add(id);
            Done = true;
        }

        public override bool On(Reference world, Predicate<Part> matches) => false;

        public override IEnumerable<string> Here() => [];

        public override IEnumerable<DateTimeOffset> Dues() => [];
    }

    private sealed class Waiting(string id, int? hours, bool hasEvent, bool hasEffect) : Part
    {
        public string Id => id;

        public bool HasEvent => hasEvent;

        public DateTimeOffset? Due { get; private set; }

        public override void Begin(Reference world) => Due = hours is { } length ? world.Now.AddHours(length) : null;

        public override bool On(Reference world, Predicate<Part> matches)
        {
            if (Done || !matches(this))
                return false;
            if (hasEffect)
                world.Effects.Add(id);
            return Done = true;
        }

        public override IEnumerable<string> Here() => Done ? [] : [id];

        public override IEnumerable<DateTimeOffset> Dues() => !Done && Due is { } due ? [due] : [];
    }

    private sealed class Row(IReadOnlyList<Block> steps) : Part
    {
        private int index = -1;
        private Part? current;

        public override void Begin(Reference world) => GoOn(world);

        public override bool On(Reference world, Predicate<Part> matches)
        {
            if (current?.On(world, matches) is not true)
                return false;
            GoOn(world);
            return true;
        }

        public override IEnumerable<string> Here() => Done ? [] : current?.Here() ?? [];

        public override IEnumerable<DateTimeOffset> Dues() => Done ? [] : current?.Dues() ?? [];

        private void GoOn(Reference world)
        {
            while (current is null || current.Done)
            {
                if (++index == steps.Count)
                {
                    Done = true;
                    return;
                }

                current = Of(steps[index]);
                current.Begin(world);
            }
        }
    }

    private sealed class Side(Block.Parallel parallel) : Part
    {
        private readonly Part[] parts = [.. parallel.Branches.Select(Of)];

        public override void Begin(Reference world)
        {
            foreach (var part in parts)
                part.Begin(world);
            Look();
        }

        public override bool On(Reference world, Predicate<Part> matches)
        {
            var any = !Done && Array.Exists(parts, part => part.On(world, matches));
            Look();
            return any;
        }

        public override IEnumerable<string> Here() => Done ? [] : parts.SelectMany(part => part.Here());

        public override IEnumerable<DateTimeOffset> Dues() => Done ? [] : parts.SelectMany(part => part.Dues());

        private void Look() => Done = parallel.Mode is "WaitAny" ? Array.Exists(parts, part => part.Done) : Array.TrueForAll(parts, part => part.Done);
    }
}
