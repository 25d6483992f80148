using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Features.Meetings.AddAgendaItem;
using Cohesion.Governance.Server.Features.Meetings.CheckIn;
using Cohesion.Governance.Server.Features.Meetings.CloseMeeting;
using Cohesion.Governance.Server.Features.Meetings.DecideAgendaItem;
using Cohesion.Governance.Server.Features.Meetings.OpenCheckIn;
using Cohesion.Governance.Server.Features.Meetings.StartMeeting;
using Cohesion.Governance.Server.Features.Proposals.QueueForAgenda;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Meetings;

/// <summary>A proposal between two meetings, whichever of people and process is faster.</summary>
public sealed class DeferralTests
{
    [Fact]
    public async Task A_proposal_put_on_the_next_agenda_before_its_process_heard_of_the_deferral_stays_there()
    {
        await using var town = await MeetingTown.Start();
        var proposal = await town.Proposal();
        var first = await town.InSession(proposal);
        var second = MeetingTown.Granted(await town.App.Send(town.People.Secretary, town.PlanOf() with { StartsAt = "2026-11-30T14:00" }));
        MeetingTown.Granted(await town.App.Send(town.People.Convenor, new CloseMeetingCommand(first)));
        MeetingTown.Granted(await town.App.Send(town.People.Secretary, new AddAgendaItemCommand(second, proposal)));

        // The process comes to the deferral only now.
        MeetingTown.Granted(await town.App.SendAsProcess(new QueueForAgendaCommand(proposal)));

        Assert.Equal(ProposalStage.OnAgenda, (await town.ProposalRow(proposal)).Stage);
        town.App.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 30, 6, 0, 0, TimeSpan.Zero));
        await town.App.SendAsProcess(new OpenCheckInCommand(second));
        await town.App.Send(town.People.TenantA, new CheckInCommand(second, town.People.SeatA, Code: town.Wall(second)));
        await town.App.Send(town.People.Convenor, new StartMeetingCommand(second));
        var item = (await town.Agenda(second))[0].Id;
        Assert.True((await town.App.Send(town.People.Convenor, new DecideAgendaItemCommand(second, item, AgendaDecision.ToVote))).IsGranted);
    }
}
