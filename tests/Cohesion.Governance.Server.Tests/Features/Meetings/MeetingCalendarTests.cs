using System.Text;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Meetings.CancelMeeting;
using Cohesion.Governance.Server.Features.Meetings.MeetingCalendar;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Meetings;

public sealed class MeetingCalendarTests
{
    private static async Task<(string[] Lines, string Raw)> File(MeetingTown town, Guid meeting)
    {
        var raw = MeetingTown.Granted(await town.App.Send(town.People.TenantA, new MeetingCalendarQuery(meeting))).Content;

        // RFC 5545, 3.1: a line that begins with a space goes on from the line before.
        return (raw.Replace("\r\n ", string.Empty, StringComparison.Ordinal).Split("\r\n"), raw);
    }

    [Fact]
    public async Task The_notice_is_one_event_as_rfc_5545_asks()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.Noticed(await town.Proposal());

        var (lines, raw) = await File(town, meeting);

        Assert.Equal("BEGIN:VCALENDAR", lines[0]);
        Assert.Single(lines, "BEGIN:VEVENT");
        string[] expected =
        [
            "VERSION:2.0", "METHOD:PUBLISH", "DTSTART:20261110T060000Z", "DTSTAMP:20261102T010000Z", $"UID:meeting-{meeting:D}@cohesion-governance",
            "SUMMARY:Lift meeting", "LOCATION:Lobby", "STATUS:CONFIRMED", "SEQUENCE:1", "DESCRIPTION:Jinhongqiao council\\n1. Freight elevator", "END:VCALENDAR",
        ];
        Assert.All(expected, line => Assert.Contains(line, lines));
        Assert.All(raw.Split("\r\n"), line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75, line));
    }

    [Fact]
    public async Task Called_off_it_is_the_same_event_with_a_later_sequence()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.Noticed(await town.Proposal());
        await town.App.Send(town.People.Secretary, new CancelMeetingCommand(meeting, "Flood"));

        var (lines, _) = await File(town, meeting);

        Assert.Contains("STATUS:CANCELLED", lines);
        Assert.Contains("SEQUENCE:2", lines);
        Assert.Contains($"UID:meeting-{meeting:D}@cohesion-governance", lines);
    }

    [Fact]
    public async Task What_people_typed_cannot_add_lines()
    {
        await using var town = await MeetingTown.Start();
        var meeting = MeetingTown.Granted(await town.App.Send(
            town.People.Secretary, town.PlanOf() with { Title = "Lift; repair, now", Place = "Lobby\r\nX-EVIL:1" }));

        var (lines, _) = await File(town, meeting);

        Assert.Contains("SUMMARY:Lift\\; repair\\, now", lines);
        Assert.DoesNotContain(lines, line => line.StartsWith("X-EVIL", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Signed_in_nowhere_the_file_is_refused_over_http()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.Noticed();
        using var client = town.App.CreateClient(new() { AllowAutoRedirect = false });

        using var answer = await client.GetAsync(new Uri($"/api/meetings/{meeting:D}/calendar.ics", UriKind.Relative));

        Assert.Equal(System.Net.HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains("SignInNeeded", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_of_another_council_learn_nothing()
    {
        await using var town = await MeetingTown.Start();

        Assert.IsType<NotFound>((await town.App.Send(town.People.Outsider, new MeetingCalendarQuery(await town.Noticed()))).Refusal);
    }
}
