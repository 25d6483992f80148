using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Server.Features.Meetings.ConfirmMinutes;
using Cohesion.Governance.Server.Features.Meetings.CorrectMinutes;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Meetings;

public sealed class ConfirmMinutesTests
{
    [Fact]
    public async Task After_the_window_the_chair_confirms_them_and_the_process_goes_on()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.WithDraftMinutes();
        town.App.Clock.SetUtcNow(MeetingTown.Hour.AddDays(3));

        MeetingTown.Granted(await town.App.Send(town.People.Convenor, new ConfirmMinutesCommand(meeting)));

        Assert.Equal(MeetingStage.MinutesConfirmed, (await town.Meeting(meeting)).Stage);
        Assert.Equal("minutes.confirmed", (await town.Events(meeting))[^1].Name);
    }

    [Fact]
    public async Task Refuses_while_corrections_may_come_in()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.WithDraftMinutes();
        town.App.Clock.SetUtcNow(MeetingTown.Hour.AddDays(3).AddTicks(-1));

        Assert.IsType<CorrectionsStillOpen>((await town.App.Send(town.People.Convenor, new ConfirmMinutesCommand(meeting))).Refusal);
    }

    [Fact]
    public async Task Refuses_while_a_correction_is_not_dealt_with()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.WithDraftMinutes();
        await town.App.Send(town.People.TenantA, new CorrectMinutesCommand(meeting, "Spelling"));
        town.App.Clock.SetUtcNow(MeetingTown.Hour.AddDays(3));

        Assert.Equal(1, Assert.IsType<CorrectionsUndecided>((await town.App.Send(town.People.Convenor, new ConfirmMinutesCommand(meeting))).Refusal).Count);
    }

    [Fact]
    public async Task Refuses_where_there_is_no_draft()
    {
        await using var town = await MeetingTown.Start();

        Assert.IsType<MinutesNotInDraft>((await town.App.Send(town.People.Convenor, new ConfirmMinutesCommand(await town.InSession()))).Refusal);
    }

    [Fact]
    public async Task Sent_twice_and_at_once_they_are_confirmed_once()
    {
        await using var town = await MeetingTown.Start();
        var meeting = await town.WithDraftMinutes();
        town.App.Clock.SetUtcNow(MeetingTown.Hour.AddDays(3));

        var outcomes = await Task.WhenAll(
            town.App.Send(town.People.Convenor, new ConfirmMinutesCommand(meeting)), town.App.Send(town.People.Secretary, new ConfirmMinutesCommand(meeting)));

        Assert.Single(outcomes, o => o.IsGranted);
        Assert.Single(outcomes, o => o.Refusal is MinutesAlreadyConfirmed);
    }

    [Fact]
    public async Task It_is_for_the_secretary_and_the_convenor_of_this_council()
    {
        await using var town = await MeetingTown.Start();

        await town.OnlyFor(new ConfirmMinutesCommand(await town.WithDraftMinutes()), town.People.TenantA, town.People.Property, town.People.Auditor);
    }
}
