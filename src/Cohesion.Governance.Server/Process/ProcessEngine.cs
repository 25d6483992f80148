namespace Cohesion.Governance.Server.Process;

/// <summary>
/// Another engine behind the process port than the built-in one. A host of one chooses it around the whole command line, since a play and a
/// server build their rooms in several places; it holds for what is called from there and for nothing else in the process.
/// </summary>
internal static class ProcessEngine
{
    private static readonly AsyncLocal<Action<IServiceCollection, IConfiguration>?> Chosen = new();

    /// <summary>Puts another engine in place of the built-in one from here on.</summary>
    public static void Choose(Action<IServiceCollection, IConfiguration> engine) => Chosen.Value = engine;

    /// <summary>Lets the chosen engine replace what the built-in one has registered.</summary>
    public static void Apply(IServiceCollection services, IConfiguration configuration) => Chosen.Value?.Invoke(services, configuration);
}
