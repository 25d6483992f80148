using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Meetings.CorrectMinutes;
using Cohesion.Governance.Server.Features.Meetings.MeetingPage;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Meetings;

public sealed class MeetingPageTests
{
    [Fact]
    public async Task It_shows_agenda_attendance_by_bloc_and_the_readers_own_seats()
    {
        await using var town = await MeetingTown.Start(TestRules.TwoCalls);
        var meeting = await town.AtTheDoor(await town.Proposal());
        await town.App.Send(town.People.TenantA, new Server.Features.Meetings.CheckIn.CheckInCommand(meeting, town.People.SeatA, Code: town.Wall(meeting)));

        var page = MeetingTown.Granted(await town.App.Send(town.People.TenantA, new MeetingPageQuery(meeting)));

        Assert.Equal((1, MeetingStage.CheckIn, "Asia/Shanghai", "林秘书"), (page.Number, page.Stage, page.TimeZone, page.ConvenedBy.Zh));
        Assert.Equal((1, "Freight elevator"), (page.Agenda[0].ProposalNumber!.Value, page.Agenda[0].Title));
        Assert.Equal([("property", 0, 1), ("tenants", 1, 3), ("street", 0, 1)], page.Blocs.Select(b => (b.Code, b.Present, b.Seats)));
        Assert.Equal([(town.People.SeatA, true)], page.MySeats.Select(s => (s.SeatId, s.IsPresent)));
        Assert.Equal((false, false, false), (page.Quorum.IsMet, page.MayChair, page.MayRecordOthers));
    }

    [Fact]
    public async Task The_chair_and_the_secretary_see_what_they_may_do()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.Planned();

        var convenor = MeetingTown.Granted(await town.App.Send(town.People.Convenor, new MeetingPageQuery(meeting)));
        var secretary = MeetingTown.Granted(await town.App.Send(town.People.Secretary, new MeetingPageQuery(meeting)));

        Assert.Equal((true, false), (convenor.MayChair, convenor.MayRecordOthers));
        Assert.Equal((true, true), (secretary.MayChair, secretary.MayRecordOthers));
    }

    [Fact]
    public async Task With_minutes_it_shows_the_latest_version_and_the_corrections()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.WithDraftMinutes();
        await town.App.Send(town.People.TenantA, new CorrectMinutesCommand(meeting, "Spelling"));

        var page = MeetingTown.Granted(await town.App.Send(town.People.Auditor, new MeetingPageQuery(meeting)));

        Assert.Equal((1, "陈召集人"), (page.Minutes!.Version, page.Chair!.Zh));
        Assert.Equal(("Spelling", "吴女士"), (page.Corrections[0].Text, page.Corrections[0].By.Zh));
        Assert.Equal(MeetingTown.Hour.AddDays(3), page.CorrectionsUntil);
        Assert.Equal((true, 2), (page.Quorum.IsMet, page.Quorum.SeatsPresent));
    }

    [Fact]
    public async Task People_of_another_council_learn_nothing()
    {
        await using var town = await MeetingTown.Start();

        Assert.IsType<NotFound>((await town.App.Send(town.People.Outsider, new MeetingPageQuery(await town.Planned()))).Refusal);
    }
}
