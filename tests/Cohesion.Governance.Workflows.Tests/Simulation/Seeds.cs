using System.Globalization;
using Xunit.Sdk;

namespace Cohesion.Governance.Workflows.Tests.Simulation;

/// <summary>
/// Runs a simulation over many seeds. COHESION_SIMULATION_SEEDS sets how many (100000 for a long run), COHESION_SIMULATION_SEED replays one.
/// </summary>
internal static class Seeds
{
    public static async Task RunAsync(int seeds, Func<int, Task> simulate)
    {
        if (Number("COHESION_SIMULATION_SEED") is { } one)
        {
            await simulate(one);
            return;
        }

        for (var seed = 1; seed <= (Number("COHESION_SIMULATION_SEEDS") ?? seeds); seed++)
        {
            try
            {
                await simulate(seed);
            }
            catch (Exception exception)
            {
                throw new XunitException($"Seed {seed} fails; COHESION_SIMULATION_SEED={seed} replays it.\n{exception}", exception);
            }
        }
    }

    private static int? Number(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
