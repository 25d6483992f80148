namespace Cohesion.Governance.Server.Features.Accounts;

/// <summary>What accounts need beside their slices.</summary>
internal static class AccountsRegistration
{
    public static IServiceCollection AddAccounts(this IServiceCollection services) => services.AddScoped<AccountMaker>();
}
