using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Meetings.CheckIn;
using Cohesion.Governance.Server.Features.Meetings.MeetingQuorum;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Meetings;

public sealed class MeetingQuorumTests
{
    [Fact]
    public async Task Each_condition_is_told_with_its_numbers_and_what_is_missing()
    {
        await using var town = await MeetingTown.Start(TestRules.OneCall);
        var meeting = await town.AtTheDoor();
        await town.App.Send(town.People.TenantA, new CheckInCommand(meeting, town.People.SeatA, Code: town.Wall(meeting)));
        await town.App.Send(town.People.TenantB, new CheckInCommand(meeting, town.People.SeatB, Code: town.Wall(meeting)));

        var reading = MeetingTown.Granted(await town.App.Send(town.People.Observer, new MeetingQuorumQuery(meeting)));

        // Two thirds of five heads are 10/3: four are needed, two are there.
        Assert.Equal((false, 2, 5), (reading.IsMet, reading.SeatsPresent, reading.SeatsInAll));
        var condition = Assert.Single(reading.Conditions);
        Assert.Contains("2/3", condition.Text.En, StringComparison.Ordinal);
        Assert.Contains("2/3", condition.Text.Zh, StringComparison.Ordinal);
        Assert.Contains("2 more", condition.Missing!.En, StringComparison.Ordinal);
        Assert.Contains("再有 2", condition.Missing.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_of_another_council_learn_nothing()
    {
        await using var town = await MeetingTown.Start();

        Assert.IsType<NotFound>((await town.App.Send(town.People.Outsider, new MeetingQuorumQuery(await town.Noticed()))).Refusal);
    }
}
