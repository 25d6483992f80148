using Cohesion.Governance.Domain.Needs;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Features.Needs.RaiseNeed;
using Cohesion.Governance.Server.Features.Postings.RaiseObjection;
using Cohesion.Governance.Server.Features.Postings.SettleObjection;
using Cohesion.Governance.Server.Features.Proposals.RequestRework;
using Cohesion.Governance.Server.Features.Proposals.ReviseProposal;
using Cohesion.Governance.Server.Features.Proposals.ScreenProposal;
using Cohesion.Governance.Server.Features.Proposals.WithdrawProposal;
using Cohesion.Governance.Server.Features.Resolutions.DeclareNoActionNeeded;
using Cohesion.Governance.Server.Features.Votes.CastBallot;
using Cohesion.Governance.Server.Process;
using Cohesion.Governance.Server.Tests.Harness;
using Cohesion.Governance.Workflows.Engine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Scenarios;

/// <summary>The ways of a proposal through workflows/proposal.json, on the real engine and database. The meeting is played by its signals.</summary>
public sealed class ProposalCourseTests
{
    [Fact]
    public async Task Returned_revised_rejected_reworked_adopted_objected_to_and_appraised_it_is_closed()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        var need = (await app.Send(town.TenantA, new RaiseNeedCommand(town.CouncilId, "The lifts are full at nine"))).Value;
        await using var proposal = await ProposalCase.Raise(app, town, need);
        await app.RunProcesses();

        // Returned, completed, accepted.
        await Screen(proposal, ScreeningDecision.Returned);
        Assert.Equal(proposal.Now.AddDays(14), (await proposal.Read()).StageUntil);
        await Revise(proposal);
        Assert.Equal(ProposalStage.Raised, (await proposal.Read()).Stage);
        await Screen(proposal, ScreeningDecision.Accepted);
        Assert.Equal((ProposalStage.Consultation, proposal.Now.AddDays(7)), await Stage(proposal));

        // Consulted for seven days, deferred by the first meeting, sent to the vote by the second, rejected by tenants.
        await Advance(proposal, 7);
        Assert.Equal(ProposalStage.AwaitingAgenda, (await proposal.Read()).Stage);
        await Meeting(proposal, "deferred");
        Assert.Equal(ProposalStage.AwaitingAgenda, (await proposal.Read()).Stage);
        await Meeting(proposal, "toVote");
        await Vote(proposal, BallotChoice.No);
        Assert.Equal((ProposalStage.Rejected, proposal.Now.AddDays(30)), await Stage(proposal));

        // Reworked, consulted on and voted on anew, adopted by every bloc.
        Assert.True((await proposal.Send(town.Secretary, new RequestReworkCommand(proposal.ProposalId))).IsGranted);
        await app.RunProcesses();
        await Revise(proposal);
        Assert.Equal((ProposalStage.Consultation, proposal.Now.AddDays(7)), await Stage(proposal));
        await Advance(proposal, 7);
        await Meeting(proposal, "toVote");
        await Vote(proposal, BallotChoice.Yes);
        Assert.Equal((ProposalStage.Posting, proposal.Now.AddDays(7)), await Stage(proposal));

        // Objected to, mediated, resolved.
        var objection = (await proposal.Send(town.TenantC, new RaiseObjectionCommand(proposal.ProposalId, "Noise"))).Value;
        await Advance(proposal, 7);
        Assert.Equal(ProposalStage.Mediation, (await proposal.Read()).Stage);
        Assert.True((await proposal.Send(town.Convenor, new SettleObjectionCommand(objection, false, "Works end at six"))).IsGranted);
        await app.RunProcesses();
        Assert.Equal(ProposalStage.Acting, (await proposal.Read()).Stage);
        var resolutions = await app.Db(db => db.Resolutions.OrderBy(r => r.Number).ToListAsync());
        Assert.Equal(["Freight elevator", "Check-in"], resolutions.Select(r => r.Title));

        // Nothing left to do for either; appraised by nobody within its window.
        foreach (var resolution in resolutions)
        {
            Assert.True((await proposal.Send(town.Secretary, new DeclareNoActionNeededCommand(resolution.Id, "It is there"))).IsGranted);
        }

        await app.RunProcesses();
        Assert.Equal((ProposalStage.Appraisal, proposal.Now.AddDays(14)), await Stage(proposal));
        await Advance(proposal, 14);

        await Ended(proposal, ProposalStage.Closed, ProposalResult.Closed, NeedStage.Met);
    }

    [Fact]
    public async Task An_upheld_objection_sends_an_adopted_proposal_back_to_its_author()
    {
        await using var proposal = await OnTheWay();
        await Meeting(proposal, "toVote");
        await Vote(proposal, BallotChoice.Yes);
        var objection = (await proposal.Send(proposal.Town.TenantC, new RaiseObjectionCommand(proposal.ProposalId, "Noise"))).Value;
        await Advance(proposal, 7);

        await proposal.Send(proposal.Town.Secretary, new SettleObjectionCommand(objection, true, "Night work was not mentioned"));
        await proposal.App.RunProcesses();

        Assert.Equal((ProposalStage.Rework, proposal.Now.AddDays(30)), await Stage(proposal));
        await Advance(proposal, 30);
        await Ended(proposal, ProposalStage.Failed, ProposalResult.Lapsed, NeedStage.NotMet);
    }

    [Fact]
    public async Task Rejected_and_left_to_rest_it_ends_not_adopted()
    {
        await using var proposal = await OnTheWay();
        await Meeting(proposal, "toVote");
        await Vote(proposal, BallotChoice.No);

        await Advance(proposal, 30);

        await Ended(proposal, ProposalStage.Failed, ProposalResult.Rejected, NeedStage.NotMet);
    }

    [Fact]
    public async Task Merged_it_ends_and_its_need_lives_on_in_the_other()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        var need = (await app.Send(town.TenantA, new RaiseNeedCommand(town.CouncilId, "The lifts are full at nine"))).Value;
        await using var first = await ProposalCase.Raise(app, town);
        var second = await ProposalCase.Raise(app, town, need);
        await app.RunProcesses();

        await first.Send(town.Secretary, new ScreenProposalCommand(second.ProposalId, ScreeningDecision.Merged, "The same lift", first.ProposalId));
        await app.RunProcesses();

        Assert.Equal((ProposalStage.Merged, ProposalResult.Merged), ((await second.Read()).Stage, (await second.Read()).Result!.Value));
        Assert.Equal((NeedStage.Taken, first.ProposalId), await app.Db(async db => (await db.Needs.SingleAsync()) is var n ? (n.Stage, n.ProposalId!.Value) : default));
        Assert.Equal(ProcessStatus.Finished, await Process(second));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Withdrawn_on_the_way_it_ends_and_its_need_is_open_again(int steps)
    {
        await using var proposal = await Raised();
        if (steps > 0)
        {
            await Screen(proposal, ScreeningDecision.Accepted);
        }

        if (steps > 1)
        {
            await Advance(proposal, 7);
        }

        if (steps > 2)
        {
            await Meeting(proposal, "rework");
        }

        Assert.True((await proposal.Send(proposal.Town.Property, new WithdrawProposalCommand(proposal.ProposalId))).IsGranted);
        await proposal.App.RunProcesses();

        await Ended(proposal, ProposalStage.Withdrawn, ProposalResult.Withdrawn, NeedStage.Open);
    }

    [Fact]
    public async Task A_council_may_set_its_own_durations()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await app.Db(async db =>
        {
            db.WorkflowOverrides.Add(new Domain.Councils.WorkflowOverride
            {
                CouncilId = town.CouncilId, DefinitionId = "proposal", Variable = "ConsultationWindow", Value = "P3D",
            });
            await Task.CompletedTask;
        });
        await using var proposal = await ProposalCase.Raise(app, town);
        await app.RunProcesses();

        await Screen(proposal, ScreeningDecision.Accepted);

        Assert.Equal((ProposalStage.Consultation, proposal.Now.AddDays(3)), await Stage(proposal));
    }

    [Fact]
    public async Task Screened_before_its_process_has_begun_nothing_is_lost()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var proposal = await ProposalCase.Raise(app, town);
        await proposal.Send(town.Secretary, new ScreenProposalCommand(proposal.ProposalId, ScreeningDecision.Returned, "Which side?"));
        await proposal.Send(town.Property, Revision(proposal, 1));
        await proposal.Send(town.Secretary, new ScreenProposalCommand(proposal.ProposalId, ScreeningDecision.Accepted));

        await app.RunProcesses();

        Assert.Equal((ProposalStage.Consultation, proposal.Now.AddDays(7)), await Stage(proposal));
    }

    [Fact]
    public async Task After_a_restart_in_the_middle_of_consultation_it_goes_on_as_if_nothing_had_been()
    {
        await using var proposal = await Raised();
        await Screen(proposal, ScreeningDecision.Accepted);
        await using var restarted = proposal.App.Restart();

        proposal.App.Clock.Advance(TimeSpan.FromDays(7));
        await restarted.RunProcesses();

        Assert.Equal(ProposalStage.AwaitingAgenda, (await proposal.Read()).Stage);
    }

    private static async Task<ProposalCase> Raised()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        var need = (await app.Send(town.TenantA, new RaiseNeedCommand(town.CouncilId, "The lifts are full at nine"))).Value;
        var proposal = await ProposalCase.Raise(app, town, need);
        await app.RunProcesses();
        return proposal;
    }

    private static async Task<ProposalCase> OnTheWay()
    {
        var proposal = await Raised();
        await Screen(proposal, ScreeningDecision.Accepted);
        await Advance(proposal, 7);
        return proposal;
    }

    private static async Task Screen(ProposalCase proposal, ScreeningDecision decision)
    {
        Assert.True((await proposal.Send(proposal.Town.Secretary, new ScreenProposalCommand(proposal.ProposalId, decision, "Which side?"))).IsGranted);
        await proposal.App.RunProcesses();
    }

    private static ReviseProposalCommand Revision(ProposalCase proposal, int basedOn) => new(
        proposal.ProposalId, basedOn, "Freight elevator", "North side.",
        [new ItemDraft("Freight elevator", "Two tonnes, north side."), new ItemDraft("Check-in", "A check-in machine stands in the lobby.")], "Side named");

    private static async Task Revise(ProposalCase proposal)
    {
        Assert.True((await proposal.Send(proposal.Town.Property, Revision(proposal, (await proposal.Read()).TextVersion))).IsGranted);
        await proposal.App.RunProcesses();
    }

    private static async Task Advance(ProposalCase proposal, int days)
    {
        proposal.App.Clock.Advance(TimeSpan.FromDays(days));
        await proposal.App.RunProcesses();
    }

    /// <summary>A meeting takes the proposal on its agenda and decides about it.</summary>
    private static async Task Meeting(ProposalCase proposal, string decision)
    {
        await proposal.Put(ProposalStage.OnAgenda);
        await Tell(proposal, "proposal.tabled", new { meetingId = proposal.Town.CouncilId });
        await Tell(proposal, "proposal.deliberated", new { decision });
    }

    private static async Task Tell(ProposalCase proposal, string name, object payload)
    {
        await using (var scope = proposal.App.Services.CreateAsyncScope())
        {
            scope.ServiceProvider.GetRequiredService<ProcessOutbox>().Signal(name, proposal.Town.CouncilId, proposal.ProposalId, payload);
            await scope.ServiceProvider.GetRequiredService<Cohesion.Governance.Server.Persistence.GovernanceDbContext>().SaveChangesAsync();
        }

        await proposal.App.RunProcesses();
    }

    /// <summary>Property and street say yes; the three tenants as given.</summary>
    private static async Task Vote(ProposalCase proposal, BallotChoice tenants)
    {
        var vote = await proposal.App.Db(db => db.Votes.Where(v => v.ProposalId == proposal.ProposalId && v.ClosedAt == null).Select(v => v.Id).SingleAsync());
        foreach (var (person, seat, choice) in new[]
        {
            (proposal.Town.Property, proposal.Town.PropertySeat, BallotChoice.Yes), (proposal.Town.Convenor, proposal.Town.StreetSeat, BallotChoice.Yes),
            (proposal.Town.TenantA, proposal.Town.SeatA, tenants), (proposal.Town.TenantB, proposal.Town.SeatB, tenants), (proposal.Town.TenantC, proposal.Town.SeatC, tenants),
        })
        {
            await proposal.Send(person, new CastBallotCommand(vote, seat, choice));
        }

        await Advance(proposal, 7);
    }

    private static async Task<(ProposalStage Stage, DateTimeOffset? Until)> Stage(ProposalCase proposal)
    {
        var read = await proposal.Read();
        return (read.Stage, read.StageUntil);
    }

    private static Task<ProcessStatus> Process(ProposalCase proposal) => proposal.App.Db(db =>
        db.ProcessInstances.Where(i => i.Id == ProcessOutbox.InstanceOf("proposal", proposal.ProposalId)).Select(i => i.Status).SingleAsync());

    private static async Task Ended(ProposalCase proposal, ProposalStage stage, ProposalResult result, NeedStage need)
    {
        var read = await proposal.Read();
        Assert.Equal((stage, result), (read.Stage, read.Result));
        Assert.Equal(need, await proposal.App.Db(db => db.Needs.Select(n => n.Stage).SingleAsync()));
        Assert.Equal(ProcessStatus.Finished, await Process(proposal));
    }
}
