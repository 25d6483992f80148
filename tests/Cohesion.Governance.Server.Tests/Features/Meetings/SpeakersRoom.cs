using Cohesion.Governance.Server.Features.Meetings.CheckIn;
using Cohesion.Governance.Server.Features.Meetings.MeetingPage;

namespace Cohesion.Governance.Server.Tests.Features.Meetings;

/// <summary>What tests of the speakers' list share.</summary>
internal static class SpeakersRoom
{
    /// <summary>Galaxy Tech is there when the session opens; Blue Harbour comes too.</summary>
    public static async Task Come(MeetingTown town, Guid meeting) =>
        MeetingTown.Granted(await town.App.Send(town.People.TenantB, new CheckInCommand(meeting, town.People.SeatB, Code: town.Wall(meeting))));

    /// <summary>The list as everybody sees it.</summary>
    public static async Task<(string Seat, bool Speaks)[]> List(MeetingTown town, Guid meeting) =>
        [.. (await town.App.Send(town.People.Observer, new MeetingPageQuery(meeting))).Value.Speakers.Select(s => (s.Seat, s.BeganAt is not null))];
}
