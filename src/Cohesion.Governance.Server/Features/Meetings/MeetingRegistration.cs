namespace Cohesion.Governance.Server.Features.Meetings;

/// <summary>What meetings need beside their slices.</summary>
internal static class MeetingRegistration
{
    public static IServiceCollection AddMeetings(this IServiceCollection services)
    {
        services.AddScoped<Agenda>();
        services.AddScoped<Attendees>();
        services.AddSingleton<CheckInCodes>();
        services.AddSingleton<CheckInGuesses>();
        services.AddScoped<SpeakersList>();
        services.AddScoped<NoticeRules>();
        services.AddScoped<MeetingQuorums>();
        services.AddScoped<MinutesFactsReader>();
        return services;
    }
}
