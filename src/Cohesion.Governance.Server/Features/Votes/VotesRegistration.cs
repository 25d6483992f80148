using Cohesion.Governance.Server.Process;

namespace Cohesion.Governance.Server.Features.Votes;

/// <summary>What votes need beside their slices.</summary>
internal static class VotesRegistration
{
    public static IServiceCollection AddVotes(this IServiceCollection services)
    {
        services.AddSingleton(provider => new RulePacks(Path.Combine(provider.GetRequiredService<WorkflowDirectory>().Path, "rules")));
        services.AddSingleton<IRulePackCatalogue>(provider => provider.GetRequiredService<RulePacks>());
        services.AddScoped<VoteDecision>();
        services.AddScoped<BallotBox>();
        services.AddSingleton<TallyAnnouncer>();
        services.AddHostedService(provider => provider.GetRequiredService<TallyAnnouncer>());
        return services;
    }
}
