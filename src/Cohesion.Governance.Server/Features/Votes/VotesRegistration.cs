using Cohesion.Governance.Server.Features.Votes.ExportVote;

namespace Cohesion.Governance.Server.Features.Votes;

/// <summary>What votes need beside their slices.</summary>
internal static class VotesRegistration
{
    public static IServiceCollection AddVotes(this IServiceCollection services)
    {
        services.AddSingleton(provider => new RulePacks(
            RuleDirectory.Find(provider.GetRequiredService<IConfiguration>(), provider.GetRequiredService<IHostEnvironment>())));
        services.AddSingleton<IRulePackCatalogue>(provider => provider.GetRequiredService<RulePacks>());
        services.AddHostedService<RulePackStart>();
        services.AddScoped<VoteDecision>();
        services.AddScoped<VoteAttendance>();
        services.AddScoped<VoteCounts>();
        services.AddSingleton<KeptCounts>();
        services.AddScoped<VoteEvidenceReading>().AddScoped<VoteExporter>();
        services.AddScoped<BallotBox>();
        services.AddScoped<CoOwnerVoices>();
        services.AddScoped<MandateBook>();
        services.AddScoped<EntryCasting>();
        services.AddSingleton<SecretKeys>();
        services.AddSingleton<Pipeline.IAnswerSeals, SecretAnswers>();
        services.AddScoped<SecretBox>();
        services.AddScoped<EnvelopeBox>();
        services.AddScoped<EnvelopeCounting>();
        services.AddScoped<SecretCount>();
        services.AddScoped<SecrecyCheck>();
        services.AddScoped<SecretReceipts>();
        services.AddSingleton<SecretKeyShredder>();
        services.AddHostedService(provider => provider.GetRequiredService<SecretKeyShredder>());
        services.AddSingleton<TallyAnnouncer>();
        services.AddHostedService(provider => provider.GetRequiredService<TallyAnnouncer>());
        return services;
    }

    /// <summary>Reads the rule packs before anything is served: the server does not run on rules it cannot read.</summary>
    private sealed class RulePackStart(RulePacks packs, ILogger<RulePackStart> log) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            log.LogInformation("{Count} decision rules are known", packs.Ids.Count);
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
