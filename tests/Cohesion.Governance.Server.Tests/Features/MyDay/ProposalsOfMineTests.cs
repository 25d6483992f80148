using Cohesion.Governance.Domain.FollowUps;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Features.MyDay.MyDay;
using Cohesion.Governance.Server.Features.Needs.AnswerNeed;
using Cohesion.Governance.Server.Features.Needs.RaiseNeed;
using Cohesion.Governance.Server.Features.Postings.RaiseObjection;
using Cohesion.Governance.Server.Features.Proposals.TakePosition;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Cohesion.Governance.Server.Features.MyDay.MyDay.ProposalTask;

namespace Cohesion.Governance.Server.Tests.Features.MyDay;

public sealed class ProposalsOfMineTests
{
    private static async Task<MyDayView> Day(GovernanceApp app, Guid person) => (await app.Send(person, new MyDayQuery())).Value;

    private static async Task<IEnumerable<ProposalTask>> Tasks(ProposalCase p, Guid person) => (await Day(p.App, person)).Proposals.Select(w => w.Task);

    [Fact]
    public async Task A_new_proposal_waits_for_the_secretary_alone()
    {
        await using var p = await ProposalCase.Raise();

        var mine = Assert.Single((await Day(p.App, p.Town.Secretary)).Proposals);

        Assert.Equal((p.ProposalId, Screen, "Freight elevator", "Jinhongqiao council"), (mine.Id, mine.Task, mine.Title, mine.Council.En));
        Assert.Empty(await Tasks(p, p.Town.Property));
        Assert.Empty(await Tasks(p, p.Town.Outsider));
    }

    [Theory]
    [InlineData(ProposalStage.Returned)]
    [InlineData(ProposalStage.Rework)]
    public async Task One_that_came_back_waits_for_whoever_raised_it(ProposalStage stage)
    {
        await using var p = await ProposalCase.At(stage);

        Assert.Equal([Revise], await Tasks(p, p.Town.Property));
        Assert.Empty(await Tasks(p, p.Town.TenantA));
    }

    [Fact]
    public async Task In_consultation_it_waits_for_each_bloc_until_somebody_of_it_has_said_what_it_thinks()
    {
        await using var p = await ProposalCase.At(ProposalStage.Consultation, GovernanceApp.Begin.AddDays(7));
        Assert.Equal([TakePosition], await Tasks(p, p.Town.TenantA));

        Assert.Null((await p.Send(p.Town.TenantB, new TakePositionCommand(p.ProposalId, "tenants", PositionTaken.Supports, "We need it"))).Refusal);

        Assert.Empty(await Tasks(p, p.Town.TenantA));
        Assert.Equal([TakePosition], await Tasks(p, p.Town.Property));
        Assert.Empty(await Tasks(p, p.Town.Auditor));
    }

    [Fact]
    public async Task An_objection_waits_for_the_secretary_until_it_is_settled()
    {
        await using var p = await ProposalCase.At(ProposalStage.Posting, GovernanceApp.Begin.AddDays(7));
        var posting = Guid.CreateVersion7(p.Now);
        var vote = await p.Voted("Adopted");
        await p.App.Db(db =>
        {
            db.Postings.Add(new Posting { Id = posting, ProposalId = p.ProposalId, VoteId = vote, From = p.Now, Until = p.Now.AddDays(7) });
            return Task.CompletedTask;
        });
        Assert.Empty(await Tasks(p, p.Town.Secretary));

        Assert.Null((await p.Send(p.Town.TenantC, new RaiseObjectionCommand(p.ProposalId, "It takes my window"))).Refusal);
        Assert.Equal([SettleObjection], await Tasks(p, p.Town.Secretary));

        await p.App.Db(db => db.Objections.ExecuteUpdateAsync(set => set.SetProperty(o => o.Stage, ObjectionStage.Dismissed)));
        Assert.Empty(await Tasks(p, p.Town.Secretary));
    }

    [Fact]
    public async Task A_resolution_without_an_action_waits_for_those_who_assign_them()
    {
        await using var p = await Promise.Resolved();
        Assert.Equal([AssignActions], (await Day(p.App, p.Town.Secretary)).Proposals.Select(w => w.Task));
        Assert.Equal([AssignActions], (await Day(p.App, p.Town.PartyCommittee)).Proposals.Select(w => w.Task));
        Assert.Empty((await Day(p.App, p.Town.TenantA)).Proposals);

        await p.Assign();
        await p.Assign(resolution: 1);
        Assert.Empty((await Day(p.App, p.Town.Secretary)).Proposals);

        await p.App.Db(db => db.FollowUps.ExecuteUpdateAsync(set => set.SetProperty(f => f.Stage, FollowUpStage.Cancelled)));
        Assert.Single((await Day(p.App, p.Town.Secretary)).Proposals);
    }

    [Fact]
    public async Task Needs_without_an_answer_wait_for_the_secretary_with_the_oldest_day()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        var first = (await app.Send(town.TenantA, new RaiseNeedCommand(town.CouncilId, "A lift"))).Value;
        app.Clock.Advance(TimeSpan.FromDays(1));
        await app.Send(town.TenantB, new RaiseNeedCommand(town.CouncilId, "A bench"));

        var waiting = Assert.Single((await Day(app, town.Secretary)).Needs);
        Assert.Equal((town.CouncilId, 2, GovernanceApp.Begin), (waiting.CouncilId, waiting.Open, waiting.Since));
        Assert.Empty((await Day(app, town.TenantA)).Needs);

        Assert.Null((await app.Send(town.Secretary, new AnswerNeedCommand(first, "In spring"))).Refusal);
        Assert.Equal(1, Assert.Single((await Day(app, town.Secretary)).Needs).Open);
    }
}
