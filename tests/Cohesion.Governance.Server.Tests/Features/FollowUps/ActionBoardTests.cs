using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.FollowUps;
using Cohesion.Governance.Server.Features.FollowUps.AcceptFollowUp;
using Cohesion.Governance.Server.Features.FollowUps.ActionBoard;
using Cohesion.Governance.Server.Features.FollowUps.ChaseFollowUp;
using Cohesion.Governance.Server.Features.FollowUps.SubmitEvidence;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.FollowUps;

public sealed class ActionBoardTests
{
    /// <summary>Four actions: due in 1, 5, 10 and 20 days; the first is chased, the last handed in. Two days pass.</summary>
    private static async Task<Promise> Board()
    {
        var p = await Promise.Resolved();
        foreach (var (days, title) in new[] { (5, "second"), (1, "first"), (20, "fourth"), (10, "third") })
        {
            var owner = title == "third" ? p.Town.TenantC : p.Town.Property;
            var id = await p.Assign(owner, days, title);
            await p.App.Send(owner, new AcceptFollowUpCommand(id));
            if (title == "fourth")
            {
                await p.App.Send(owner, new SubmitEvidenceCommand(id, "Done"));
            }
        }

        p.App.Clock.Advance(TimeSpan.FromDays(2));
        var late = await p.App.Db(db => db.FollowUps.Where(f => f.Title == "first").Select(f => f.Id).SingleAsync());
        await p.App.SendAsProcess(new ChaseFollowUpCommand(late, 2, "owner"));
        return p;
    }

    private static async Task<IEnumerable<string>> Titles(Promise p, ActionBoardQuery query) =>
        (await p.App.Send(p.Town.Observer, query)).Value.Rows.Items.Select(r => r.Title);

    [Fact]
    public async Task Actions_stand_by_due_date_and_are_counted()
    {
        await using var p = await Board();
        var query = new ActionBoardQuery(p.Town.CouncilId);

        Assert.Equal(["first", "second", "third", "fourth"], await Titles(p, query));
        var view = (await p.App.Send(p.Town.Observer, query)).Value;
        Assert.Equal(new ActionSummary(4, 1, 0, 0, 0), view.Summary);
        Assert.Equal([true, false, false, false], view.Rows.Items.Select(r => r.Overdue));
    }

    [Fact]
    public async Task They_are_chosen_by_owner_date_lateness_rung_and_stage()
    {
        await using var p = await Board();
        var all = new ActionBoardQuery(p.Town.CouncilId);

        Assert.Equal(["third"], await Titles(p, all with { OwnerPersonId = p.Town.TenantC }));
        Assert.Equal(["first"], await Titles(p, all with { Overdue = true }));
        Assert.Equal(["second", "third", "fourth"], await Titles(p, all with { Overdue = false }));
        Assert.Equal(["first", "second"], await Titles(p, all with { DueBefore = GovernanceApp.Begin.AddDays(10) }));
        Assert.Equal(["first"], await Titles(p, all with { MinLevel = 2 }));
        Assert.Equal(["fourth"], await Titles(p, all with { Stage = FollowUpStage.Evidenced }));
        Assert.Empty(await Titles(p, all with { Stage = FollowUpStage.Kept }));
    }

    [Fact]
    public async Task Goes_on_where_the_page_before_ended()
    {
        await using var p = await Board();
        List<string> seen = [];
        string? after = null;
        do
        {
            var page = (await p.App.Send(p.Town.Observer, new ActionBoardQuery(p.Town.CouncilId, After: after, Size: 1))).Value.Rows;
            seen.AddRange(page.Items.Select(r => r.Title));
            after = page.Next;
        }
        while (after is not null);

        Assert.Equal(["first", "second", "third", "fourth"], seen);
    }

    [Fact]
    public async Task Refuses_a_place_or_size_that_makes_no_sense()
    {
        await using var p = await Promise.Resolved();
        Assert.IsType<InvalidRequest>((await p.App.Send(p.Town.Observer, new ActionBoardQuery(p.Town.CouncilId, After: "next"))).Refusal);
        Assert.IsType<InvalidRequest>((await p.App.Send(p.Town.Observer, new ActionBoardQuery(p.Town.CouncilId, Size: 0))).Refusal);
    }

    [Fact]
    public async Task Is_not_there_for_another_council()
    {
        await using var p = await Promise.Resolved();
        await p.IsNotForOutsiders(new ActionBoardQuery(p.Town.CouncilId));
    }
}
