using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Server.Features.Meetings.MeetingState;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Meetings;

public sealed class MeetingStateTests
{
    [Fact]
    public async Task A_process_sees_stage_call_and_hour()
    {
        await using var town = await MeetingTown.Start();

        var state = MeetingTown.Granted(await town.App.SendAsProcess(new MeetingStateQuery(await town.Noticed())));

        Assert.Equal(new MeetingMoment(MeetingStage.Noticed, 1, MeetingTown.Hour), state);
    }

    [Fact]
    public async Task Only_the_server_asks_it()
    {
        await using var town = await MeetingTown.Start();

        await town.OnlyForTheServer(new MeetingStateQuery(await town.Noticed()));
    }
}
