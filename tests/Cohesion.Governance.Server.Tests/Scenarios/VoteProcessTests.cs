using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Features.Votes.CancelVote;
using Cohesion.Governance.Server.Process;
using Cohesion.Governance.Server.Tests.Features.Votes;
using Cohesion.Governance.Workflows.Engine;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Scenarios;

/// <summary>workflows/vote.json from beginning to end, on the real engine.</summary>
public sealed class VoteProcessTests
{
    [Fact]
    public async Task A_vote_runs_its_course_reminders_visits_and_count_included()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Create("P7D");
        await place.App.RunProcesses();
        Assert.Equal(VoteStage.Open, (await place.Vote(voteId)).Stage);

        await Advance(place, TimeSpan.FromHours(84));
        Assert.Equal(5, await Reminders(place));
        await place.Cast(voteId, place.Town.TenantA, place.Town.SeatA, BallotChoice.Yes);

        await Advance(place, TimeSpan.FromHours(60));
        Assert.Equal(5 + 4, await Reminders(place));
        Assert.Equal(4, await place.App.Db(db => db.VisitList.CountAsync()));
        await place.CastAll(voteId, b: BallotChoice.No);

        await Advance(place, TimeSpan.FromHours(24) - TimeSpan.FromTicks(1));
        Assert.Equal(VoteStage.Open, (await place.Vote(voteId)).Stage);
        await Advance(place, TimeSpan.FromTicks(1));

        Assert.Equal((VoteStage.Closed, "Adopted"), ((await place.Vote(voteId)).Stage, (await place.Vote(voteId)).Outcome));
        Assert.Equal(ProcessStatus.Finished, await Status(place, voteId));
    }

    [Fact]
    public async Task A_vote_that_can_no_longer_change_is_counted_before_its_time()
    {
        await using var place = await VoteTown.Found(endsEarly: true);
        var voteId = await place.Create("P7D");
        await place.App.RunProcesses();
        await place.CastAll(voteId);
        place.App.Clock.Advance(TimeSpan.FromMilliseconds(200));
        await place.Announcer.Idle();

        await place.App.RunProcesses();

        Assert.Equal((VoteStage.Closed, "Adopted"), ((await place.Vote(voteId)).Stage, (await place.Vote(voteId)).Outcome));
        Assert.Equal(ProcessStatus.Finished, await Status(place, voteId));
    }

    [Fact]
    public async Task A_cancelled_vote_ends_its_process()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Create("P7D");
        await place.App.RunProcesses();
        await place.App.Send(place.Town.Secretary, new CancelVoteCommand(voteId, "Wrong text"));

        await place.App.RunProcesses();

        Assert.Equal(ProcessStatus.Finished, await Status(place, voteId));
        Assert.Equal(VoteStage.Cancelled, (await place.Vote(voteId)).Stage);
    }

    [Fact]
    public async Task A_vote_cancelled_before_its_process_has_begun_ends_it_too()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Create("P7D");
        await place.App.Send(place.Town.Secretary, new CancelVoteCommand(voteId, "Wrong text"));

        await place.App.RunProcesses();

        Assert.Equal(ProcessStatus.Finished, await Status(place, voteId));
    }

    [Fact]
    public async Task A_server_that_stood_still_over_the_end_reminds_nobody_late_and_counts_what_came_in_time()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Create("P7D");
        await place.App.RunProcesses();
        await place.CastAll(voteId);
        place.App.Clock.Advance(TimeSpan.FromDays(30));

        await using var restarted = place.App.Restart();
        await restarted.RunProcesses();

        Assert.Equal("Adopted", (await place.Vote(voteId)).Outcome);
        Assert.Equal(0, await Reminders(place));
        Assert.Equal(0, await place.App.Db(db => db.VisitList.CountAsync()));
    }

    [Fact]
    public async Task The_council_sets_for_itself_when_the_last_reminder_comes()
    {
        await using var place = await VoteTown.Found();
        await place.App.Db(db =>
        {
            db.WorkflowOverrides.Add(new() { CouncilId = place.Town.CouncilId, DefinitionId = "vote", Variable = "LastReminderBefore", Value = "PT48H" });
            return Task.CompletedTask;
        });
        await place.Create("P7D");
        await place.App.RunProcesses();
        await Advance(place, TimeSpan.FromHours(84));
        Assert.Equal(5, await Reminders(place));

        await Advance(place, TimeSpan.FromHours(36));

        Assert.Equal(10, await Reminders(place));
    }

    private static async Task Advance(VoteTown place, TimeSpan time)
    {
        place.App.Clock.Advance(time);
        await place.App.RunProcesses();
    }

    private static Task<int> Reminders(VoteTown place) => place.App.Db(db => db.Notifications.CountAsync(n => n.Kind == "vote.reminder"));

    private static Task<ProcessStatus> Status(VoteTown place, Guid voteId)
    {
        var id = ProcessOutbox.InstanceOf("vote", voteId);
        return place.App.Db(db => db.ProcessInstances.Where(p => p.Id == id).Select(p => p.Status).SingleAsync());
    }
}
