namespace Cohesion.Governance.Server.Commands;

/// <summary>The command line: without a command the server serves.</summary>
internal static class CommandLine
{
    public static async Task<int> Run(string[] args)
    {
        await Serve.Build(args).RunAsync();
        return 0;
    }
}
