using Cohesion.Governance.Server.Process;

namespace Cohesion.Governance.Server.Demo;

/// <summary>Founds ready councils with their street, people and register, through the ordinary commands.</summary>
internal static class CouncilTemplates
{
    /// <summary>What everybody of a template signs in with.</summary>
    public const string Password = "knock-on-the-door";

    /// <summary>Founds what is not there yet of a template; a start that was killed is completed.</summary>
    /// <returns>The ids of <c>street</c>, <c>council</c>, each person by alias, and the seat each acts for as <c>alias.seat</c>.</returns>
    /// <exception cref="InvalidDataException">The template's file is wrong, or a command refused what it says.</exception>
    public static Task<IReadOnlyDictionary<string, Guid>> Found(IServiceProvider services, string id, CancellationToken ct)
    {
        var template = CouncilTemplate.Read(services.GetRequiredService<WorkflowDirectory>().Path, id);
        return new TemplateFounder(services.GetRequiredService<IServiceScopeFactory>(), template).Found(ct);
    }
}
