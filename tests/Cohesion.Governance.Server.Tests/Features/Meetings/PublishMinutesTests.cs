using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Server.Features.Meetings.ConfirmMinutes;
using Cohesion.Governance.Server.Features.Meetings.PublishMinutes;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Meetings;

public sealed class PublishMinutesTests
{
    private static async Task<Guid> Confirmed(MeetingTown town)
    {
        var meeting = await town.WithDraftMinutes();
        town.App.Clock.SetUtcNow(MeetingTown.Hour.AddDays(3));
        MeetingTown.Granted(await town.App.Send(town.People.Convenor, new ConfirmMinutesCommand(meeting)));
        return meeting;
    }

    [Fact]
    public async Task Everybody_is_told()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await Confirmed(town);

        MeetingTown.Granted(await town.App.SendAsProcess(new PublishMinutesCommand(meeting)));

        Assert.Equal(MeetingStage.MinutesPublished, (await town.Meeting(meeting)).Stage);
        Assert.Contains(await town.Told("minutes.published"), n => n.PersonId == town.People.Observer);
    }

    [Fact]
    public async Task Sent_twice_and_at_once_everybody_is_told_once()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await Confirmed(town);

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => town.App.SendAsProcess(new PublishMinutesCommand(meeting))));

        Assert.Single(await town.Told("minutes.published"), n => n.PersonId == town.People.TenantA);
    }

    [Fact]
    public async Task Minutes_that_are_a_draft_stay_one()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.WithDraftMinutes();

        MeetingTown.Granted(await town.App.SendAsProcess(new PublishMinutesCommand(meeting)));

        Assert.Equal(MeetingStage.MinutesDrafted, (await town.Meeting(meeting)).Stage);
        Assert.Empty(await town.Told("minutes.published"));
    }

    [Fact]
    public async Task Only_the_server_sends_it()
    {
        await using var town = await MeetingTown.Start();

        await town.OnlyForTheServer(new PublishMinutesCommand(await town.WithDraftMinutes()));
    }
}
