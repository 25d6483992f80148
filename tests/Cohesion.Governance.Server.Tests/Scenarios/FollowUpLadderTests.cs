using Cohesion.Governance.Domain.FollowUps;
using Cohesion.Governance.Server.Features.FollowUps.AcceptFollowUp;
using Cohesion.Governance.Server.Features.FollowUps.CancelFollowUp;
using Cohesion.Governance.Server.Features.FollowUps.ConfirmFollowUp;
using Cohesion.Governance.Server.Features.FollowUps.DeclineFollowUp;
using Cohesion.Governance.Server.Features.FollowUps.ExtendFollowUp;
using Cohesion.Governance.Server.Features.FollowUps.ReassignFollowUp;
using Cohesion.Governance.Server.Features.FollowUps.RuleOnFollowUp;
using Cohesion.Governance.Server.Features.FollowUps.SubmitEvidence;
using Cohesion.Governance.Server.Tests.Harness;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Process;
using Cohesion.Governance.Workflows.Engine;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Scenarios;

/// <summary>Whole lives of an action, played through <c>workflows/follow-up.json</c> as it stands.</summary>
public sealed class FollowUpLadderTests
{
    [Fact]
    public async Task A_late_action_is_chased_rung_by_rung_then_weekly_until_it_is_kept()
    {
        await using var play = await Play.Begin();
        var (p, id) = (play.Promise, play.Id);
        await play.At(0, "offer");
        await p.App.Send(p.Town.Property, new AcceptFollowUpCommand(id));
        await play.At(0, "before");

        // Due on day 10: reminded on day 7, chased on days 10, 11, 13 and 17, then every 7 days.
        await play.At(6, "before");
        Assert.Equal(["followup.offered"], await p.Told(p.Town.Property));
        await play.At(7, "due");
        Assert.Equal(["followup.offered", "followup.reminder"], await p.Told(p.Town.Property));
        await play.At(9, "due");
        await play.At(10, "late-secretary");
        Assert.Equal((1, 0, 0), await Chased());
        await play.At(11, "late-committee");
        Assert.Equal((2, 1, 0), await Chased());
        await play.At(12, "late-committee");
        await play.At(13, "late-convenor");
        Assert.Equal((3, 1, 0), await Chased());
        Assert.Equal(["followup.chase"], await p.Told(p.Town.PartyCommittee));
        await play.At(16, "late-convenor");
        await play.At(17, "weekly");
        Assert.Equal((4, 1, 1), await Chased());
        Assert.Equal(4, (await p.Action(id)).ChaseLevel);
        await play.At(23, "weekly");
        Assert.Equal((4, 1, 1), await Chased());
        await play.At(24, "weekly");
        await play.At(31, "weekly");
        Assert.Equal((6, 1, 3), await Chased());

        await p.App.Send(p.Town.Property, new SubmitEvidenceCommand(id, "It runs"));
        await play.At(31, "confirm");
        await p.App.Send(p.Town.TenantA, new ConfirmFollowUpCommand(id, true));
        await p.App.Send(p.Town.TenantB, new ConfirmFollowUpCommand(id, true));
        await play.Ends();
        Assert.Equal(FollowUpStage.Kept, (await p.Action(id)).Stage);

        async Task<(int Owner, int Secretary, int Convenor)> Chased() => (
            (await p.Told(p.Town.Property)).Count(k => k == "followup.chase"),
            (await p.Told(p.Town.Secretary)).Count(k => k == "followup.chase"),
            (await p.Told(p.Town.Convenor)).Count(k => k == "followup.chase"));
    }

    [Fact]
    public async Task A_declined_action_goes_to_another_owner_and_is_kept_in_time()
    {
        await using var play = await Play.Begin();
        var (p, id) = (play.Promise, play.Id);
        await play.At(0, "offer");
        await p.App.Send(p.Town.Property, new DeclineFollowUpCommand(id, "Not our lift"));
        await play.At(0, "reassign");
        await p.App.Send(p.Town.Secretary, new ReassignFollowUpCommand(id, p.Town.TenantC, "Knows the firm"));
        await play.At(0, "offer");
        await p.App.Send(p.Town.TenantC, new AcceptFollowUpCommand(id));
        await play.At(1, "before");
        await p.App.Send(p.Town.TenantC, new SubmitEvidenceCommand(id, "It runs"));
        await play.At(1, "confirm");
        foreach (var asked in new[] { p.Town.TenantA, p.Town.TenantB, p.Town.Property })
        {
            await p.App.Send(asked, new ConfirmFollowUpCommand(id, true));
        }

        await play.Ends();
        Assert.Equal(["followup.offered", "followup.kept"], await p.Told(p.Town.TenantC));
    }

    [Fact]
    public async Task An_owner_who_says_nothing_is_held_to_it()
    {
        await using var play = await Play.Begin();
        await play.At(0, "offer");
        await play.At(2, "offer");
        await play.At(3, "before");
        Assert.Equal(FollowUpStage.Accepted, (await play.Promise.Action(play.Id)).Stage);
    }

    [Fact]
    public async Task An_extension_begins_the_ladder_again_from_the_new_date()
    {
        await using var play = await Play.Begin();
        var (p, id) = (play.Promise, play.Id);
        await play.At(0, "offer");
        await p.App.Send(p.Town.Property, new AcceptFollowUpCommand(id));
        await play.At(11, "late-committee");
        await p.App.Send(p.Town.Secretary, new ExtendFollowUpCommand(id, GovernanceApp.Begin.AddDays(30), "The firm is late"));
        await play.At(11, "before");
        Assert.Equal("followup.dueDate", (await p.Told(p.Town.Property))[^1]);
        await play.At(27, "due");
        Assert.Equal("followup.reminder", (await p.Told(p.Town.Property))[^1]);
        await play.At(30, "late-secretary");
    }

    [Fact]
    public async Task Evidence_that_was_not_accepted_returns_it_and_nobody_answering_leaves_it_to_the_secretary()
    {
        await using var play = await Play.Begin();
        var (p, id) = (play.Promise, play.Id);
        await play.At(0, "offer");
        await p.App.Send(p.Town.Property, new SubmitEvidenceCommand(id, "It runs"));
        await play.At(0, "confirm");
        await p.App.Send(p.Town.TenantA, new ConfirmFollowUpCommand(id, false, "It stands still"));
        await play.At(0, "before");
        Assert.Equal((1, "followup.returned"), ((await p.Action(id)).Reopened, (await p.Told(p.Town.Property))[^1]));

        await p.App.Send(p.Town.Property, new SubmitEvidenceCommand(id, "Now it runs"));
        await play.At(0, "confirm");
        await play.At(6, "confirm");
        await play.At(7, "ruling");
        await play.At(10, "ruling");
        Assert.Equal(2, (await p.Told(p.Town.Secretary)).Count(k => k == "followup.ruling"));
        await p.App.Send(p.Town.Secretary, new RuleOnFollowUpCommand(id, false, "Seen: it does not"));
        await play.At(10, "before");
        Assert.Equal(2, (await p.Action(id)).Reopened);

        await p.App.Send(p.Town.Property, new SubmitEvidenceCommand(id, "Now truly"));
        await play.At(10, "confirm");
        await play.At(17, "ruling");
        await p.App.Send(p.Town.Secretary, new RuleOnFollowUpCommand(id, true, "Rode it"));
        await play.Ends();
    }

    [Theory]
    [InlineData("offer")]
    [InlineData("reassign")]
    [InlineData("before")]
    [InlineData("late-committee")]
    public async Task It_can_be_given_up_wherever_its_owner_owes_something(string place)
    {
        await using var play = await Play.Begin();
        var (p, id) = (play.Promise, play.Id);
        await play.At(0, "offer");
        if (place == "reassign")
        {
            await p.App.Send(p.Town.Property, new DeclineFollowUpCommand(id, "No"));
        }
        else if (place != "offer")
        {
            await p.App.Send(p.Town.Property, new AcceptFollowUpCommand(id));
        }

        await play.At(place == "late-committee" ? 11 : 0, place);
        await p.App.Send(p.Town.Secretary, new CancelFollowUpCommand(id, "Not needed"));
        await play.Ends();
    }

    [Fact]
    public async Task What_happens_before_the_process_has_looked_is_not_lost()
    {
        await using var play = await Play.Begin();
        var (p, id) = (play.Promise, play.Id);

        // All of it before the first turn: the process finds the events in their order.
        await p.App.Send(p.Town.Property, new DeclineFollowUpCommand(id, "No"));
        await p.App.Send(p.Town.Secretary, new ReassignFollowUpCommand(id, p.Town.TenantC, "Knows the firm"));
        await p.App.Send(p.Town.TenantC, new AcceptFollowUpCommand(id));
        await p.App.Send(p.Town.Secretary, new ExtendFollowUpCommand(id, GovernanceApp.Begin.AddDays(20), "More time"));
        await p.App.Send(p.Town.TenantC, new SubmitEvidenceCommand(id, "It runs"));

        await play.At(0, "confirm");
        await p.App.Send(p.Town.TenantA, new ConfirmFollowUpCommand(id, false, "Not yet"));
        await play.At(0, "before");
        await play.At(17, "due");
        Assert.Equal(0, (await p.Action(id)).ChaseLevel);
    }

    [Fact]
    public async Task A_server_that_was_away_takes_each_rung_once_when_it_is_back()
    {
        await using var play = await Play.Begin();
        var (p, id) = (play.Promise, play.Id);
        await play.At(0, "offer");
        await p.App.Send(p.Town.Property, new AcceptFollowUpCommand(id));
        await play.At(1, "before");

        p.App.Clock.SetUtcNow(GovernanceApp.Begin.AddDays(12));
        await using (var again = p.App.Restart())
        {
            await again.RunProcesses();
        }

        await play.At(12, "late-committee");

        // Due on day 10: nobody is reminded of a date that has passed; the owner is chased for day 10 and day 11, the secretary for day 11.
        Assert.Equal(["followup.chase", "followup.chase"], (await p.Told(p.Town.Property)).Skip(1));
        Assert.Single(await p.Told(p.Town.Secretary), "followup.chase");
        Assert.Empty(await p.Told(p.Town.PartyCommittee));
    }

    [Fact]
    public async Task A_council_may_set_its_own_rungs()
    {
        await using var p = await Promise.Resolved();
        await p.App.Db(db =>
        {
            db.WorkflowOverrides.Add(new WorkflowOverride { CouncilId = p.Town.CouncilId, DefinitionId = "follow-up", Variable = "RemindAt", Value = "-P5D" });
            return Task.CompletedTask;
        });
        var play = new Play(p, await p.Assign());
        await play.At(0, "offer");
        await p.App.Send(p.Town.Property, new AcceptFollowUpCommand(play.Id));

        await play.At(4, "before");
        await play.At(5, "due");
    }

    private sealed record Play(Promise Promise, Guid Id) : IAsyncDisposable
    {
        private string Instance => ProcessOutbox.InstanceOf("follow-up", Id);

        public static async Task<Play> Begin()
        {
            var promise = await Promise.Resolved();
            return new Play(promise, await promise.Assign());
        }

        /// <summary>Goes on to a day, counted from the beginning, and finds the process where it should be.</summary>
        public async Task At(int day, string activity)
        {
            Promise.App.Clock.SetUtcNow(GovernanceApp.Begin.AddDays(day));
            await Promise.App.RunProcesses();
            Assert.Equal([activity], await Promise.App.Db(db => db.ProcessWaits.Where(w => w.InstanceId == Instance).Select(w => w.ActivityId).ToListAsync()));
        }

        public async Task Ends()
        {
            await Promise.App.RunProcesses();
            Assert.Equal(ProcessStatus.Finished, await Promise.App.Db(db => db.ProcessInstances.Where(i => i.Id == Instance).Select(i => i.Status).SingleAsync()));
        }

        public ValueTask DisposeAsync() => Promise.DisposeAsync();
    }
}
