using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Meetings.CheckIn;
using Cohesion.Governance.Server.Features.Meetings.LeaveMeeting;
using Cohesion.Governance.Server.Features.Meetings.ListAttendance;
using Cohesion.Governance.Server.Pipeline;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Meetings;

public sealed class ListAttendanceTests
{
    [Fact]
    public async Task Every_seat_is_listed_by_label_with_who_came_and_who_left()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.AtTheDoor();
        await town.App.Send(town.People.TenantA, new CheckInCommand(meeting, town.People.SeatA, Code: town.Wall(meeting)));
        await town.App.Send(town.People.TenantB, new CheckInCommand(meeting, town.People.SeatB, Code: town.Wall(meeting)));
        await town.App.Send(town.People.TenantB, new LeaveMeetingCommand(meeting, town.People.SeatB));

        var lines = new List<AttendanceLine>();
        string? after = null;
        do
        {
            var page = MeetingTown.Granted(await town.App.Send(town.People.Secretary, new ListAttendanceQuery(meeting, after, 2)));
            lines.AddRange(page.Items);
            after = page.Next;
        }
        while (after is not null);

        Assert.Equal(["Blue Harbour", "Galaxy Tech", "Jinhongqiao Property", "Tianshan Road Street", "Yunfan Law"], lines.Select(l => l.Label));
        Assert.Equal((false, "钱先生", MeetingTown.Hour), (lines[0].IsPresent, lines[0].Person!.Zh, lines[0].LeftAt!.Value));
        Assert.Equal((true, "Ms Wu", "tenants"), (lines[1].IsPresent, lines[1].Person!.En, lines[1].Bloc));
        Assert.Null(lines[2].Person);
    }

    [Fact]
    public async Task A_page_of_nowhere_is_not_found_and_one_that_is_no_id_refused()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.Noticed();

        Assert.IsType<NotFound>((await town.App.Send(town.People.Secretary, new ListAttendanceQuery(meeting, meeting.ToString("D")))).Refusal);
        Assert.IsType<InvalidRequest>((await town.App.Send(town.People.Secretary, new ListAttendanceQuery(meeting, "seven"))).Refusal);
    }

    [Fact]
    public async Task People_of_another_council_learn_nothing()
    {
        await using var town = await MeetingTown.Start();

        Assert.IsType<NotFound>((await town.App.Send(town.People.Outsider, new ListAttendanceQuery(await town.Noticed()))).Refusal);
    }
}
