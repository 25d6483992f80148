using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Meetings.CancelMeeting;
using Cohesion.Governance.Server.Features.Meetings.ListMeetings;
using Cohesion.Governance.Server.Pipeline;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Meetings;

public sealed class ListMeetingsTests
{
    [Fact]
    public async Task Newest_first_page_by_page()
    {
        await using var town = await MeetingTown.Start();
        await town.Planned(await town.Proposal());
        await town.Planned();
        await town.Planned();

        var first = MeetingTown.Granted(await town.App.Send(town.People.Auditor, new ListMeetingsQuery(town.People.CouncilId, Size: 2)));
        var second = MeetingTown.Granted(await town.App.Send(
            town.People.Auditor, new ListMeetingsQuery(town.People.CouncilId, After: int.Parse(first.Next!, System.Globalization.CultureInfo.InvariantCulture), Size: 2)));

        Assert.Equal([3, 2], first.Items.Select(m => m.Number));
        Assert.Equal([(1, 1)], second.Items.Select(m => (m.Number, m.AgendaItems)));
        Assert.Null(second.Next);
    }

    [Fact]
    public async Task Only_those_at_a_stage()
    {
        await using var town = await MeetingTown.Start();
        await town.Planned();
        await town.App.Send(town.People.Secretary, new CancelMeetingCommand(await town.Planned(), "Flood"));

        var page = MeetingTown.Granted(await town.App.Send(town.People.TenantA, new ListMeetingsQuery(town.People.CouncilId, MeetingStage.Cancelled)));

        Assert.Equal([2], page.Items.Select(m => m.Number));
    }

    [Fact]
    public async Task A_page_too_large_is_refused()
    {
        await using var town = await MeetingTown.Start();

        Assert.IsType<InvalidRequest>((await town.App.Send(town.People.TenantA, new ListMeetingsQuery(town.People.CouncilId, Size: 201))).Refusal);
    }

    [Fact]
    public async Task People_of_another_council_learn_nothing()
    {
        await using var town = await MeetingTown.Start();

        Assert.IsType<NotFound>((await town.App.Send(town.People.Outsider, new ListMeetingsQuery(town.People.CouncilId))).Refusal);
    }
}
