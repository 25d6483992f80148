namespace Cohesion.Governance.Workflows.Tests.Simulation;

/// <summary>Runs asynchronous work on this thread alone and picks at random whose turn it is, so that a seed decides every race.</summary>
internal sealed class RandomOrder : SynchronizationContext
{
    private readonly Random random;
    private readonly List<(SendOrPostCallback Callback, object? State)> ready = [];

    private RandomOrder(Random random) => this.random = random;

    public static void Run(Random random, Func<Task> work)
    {
        var before = Current;
        var order = new RandomOrder(random);
        SetSynchronizationContext(order);
        try
        {
            var task = work();
            while (!task.IsCompleted)
            {
                var index = order.random.Next(order.ready.Count);
                var (callback, state) = order.ready[index];
                order.ready.RemoveAt(index);
                callback(state);
            }

            task.GetAwaiter().GetResult();
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }

    public override void Post(SendOrPostCallback d, object? state) => ready.Add((d, state));
}
