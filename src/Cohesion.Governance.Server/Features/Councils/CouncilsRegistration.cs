namespace Cohesion.Governance.Server.Features.Councils;

/// <summary>What councils need beside their slices.</summary>
internal static class CouncilsRegistration
{
    public static IServiceCollection AddCouncils(this IServiceCollection services) => services.AddScoped<RegisterReviser>();
}
