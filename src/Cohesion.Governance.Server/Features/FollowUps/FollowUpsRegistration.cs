using Cohesion.Governance.Server.Features.Photographs;
using Cohesion.Governance.Server.Features.Resolutions;

namespace Cohesion.Governance.Server.Features.FollowUps;

internal static class FollowUpsRegistration
{
    public static IServiceCollection AddFollowUps(this IServiceCollection services) => services
        .AddScoped<FollowUpHistory>()
        .AddScoped<PhotographStudio>()
        .AddScoped<ProposalSettlement>();
}
