using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Features.FollowUps.AcceptFollowUp;
using Cohesion.Governance.Server.Features.FollowUps.ChaseFollowUp;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.FollowUps;

public sealed class ChaseFollowUpTests
{
    [Fact]
    public async Task The_owner_and_the_offices_named_are_told_each_in_his_words()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Accepted();
        p.App.Clock.Advance(TimeSpan.FromDays(11));

        var told = await p.App.SendAsProcess(new ChaseFollowUpCommand(id, 2, "owner,CouncilSecretary"));

        Assert.Equal(2, told.Value);
        Assert.Equal(2, (await p.Action(id)).ChaseLevel);
        var texts = await p.App.Db(db => db.Notifications.Where(n => n.Kind == "followup.chase").ToDictionaryAsync(n => n.PersonId, n => n.Text));
        Assert.Equal(
            "Action 1 “Order the elevator” is 1 day overdue (it was due 12 November 2026). Hand in what shows that it is done, or ask the secretary for a new date.",
            texts[p.Town.Property].En);
        Assert.Equal("跟进事项 1“Order the elevator”已逾期 1 天（期限 2026年11月12日）。请提交办结凭证，或向秘书申请延期。", texts[p.Town.Property].Zh);
        Assert.Equal("Action 1 “Order the elevator” of Manager Zhou is 1 day overdue (it was due 12 November 2026). Please see to it.", texts[p.Town.Secretary].En);
        Assert.Equal("跟进事项 1“Order the elevator”（负责人：周经理）已逾期 1 天（期限 2026年11月12日），请督办。", texts[p.Town.Secretary].Zh);
    }

    [Fact]
    public async Task An_owner_who_holds_the_office_is_told_once()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Assign(owner: p.Town.Secretary);
        await p.App.Send(p.Town.Secretary, new AcceptFollowUpCommand(id));

        var told = await p.App.SendAsProcess(new ChaseFollowUpCommand(id, 2, "owner,CouncilSecretary,PartyCommitteeMember"));

        Assert.Equal(2, told.Value);
        Assert.Equal(["followup.chase"], await p.Told(p.Town.Secretary));
    }

    [Fact]
    public async Task Where_nobody_holds_the_office_the_street_convenor_is_told()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Accepted();
        await p.App.Db(async db => { (await db.OfficeHoldings.SingleAsync(h => h.PersonId == p.Town.PartyCommittee)).Until = p.Now; });

        Assert.Equal(1, (await p.App.SendAsProcess(new ChaseFollowUpCommand(id, 3, "PartyCommitteeMember"))).Value);

        Assert.Equal(["followup.chase"], await p.Told(p.Town.Convenor));
    }

    [Fact]
    public async Task Sent_twice_on_a_day_it_tells_once_and_a_week_later_again()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Accepted();
        p.App.Clock.Advance(TimeSpan.FromDays(17));
        await Task.WhenAll(
            p.App.SendAsProcess(new ChaseFollowUpCommand(id, 4, "StreetConvenor")), p.App.SendAsProcess(new ChaseFollowUpCommand(id, 4, "StreetConvenor")));
        Assert.Equal(0, (await p.App.SendAsProcess(new ChaseFollowUpCommand(id, 4, "StreetConvenor"))).Value);

        p.App.Clock.Advance(TimeSpan.FromDays(7));
        Assert.Equal(1, (await p.App.SendAsProcess(new ChaseFollowUpCommand(id, 4, "StreetConvenor"))).Value);

        Assert.Equal(["followup.chase", "followup.chase"], await p.Told(p.Town.Convenor));
    }

    [Fact]
    public async Task Nobody_is_chased_for_what_is_handed_in()
    {
        await using var p = await Promise.Resolved();
        Assert.Equal(0, (await p.App.SendAsProcess(new ChaseFollowUpCommand(await p.Evidenced(), 1, "owner"))).Value);
    }

    [Theory]
    [InlineData("owner,Janitor")]
    [InlineData("7")]
    public async Task Refuses_an_office_that_nobody_knows(string audience)
    {
        await using var p = await Promise.Resolved();
        var id = await p.Accepted();
        Assert.IsType<UnknownAudience>((await p.App.SendAsProcess(new ChaseFollowUpCommand(id, 1, audience))).Refusal);
        Assert.Empty(await p.Told(p.Town.Property));
    }

    [Theory]
    [InlineData(0, "owner")]
    [InlineData(1, "")]
    public async Task Refuses_no_rung_and_nobody(int level, string audience)
    {
        await using var p = await Promise.Resolved();
        Assert.IsType<InvalidRequest>((await p.App.SendAsProcess(new ChaseFollowUpCommand(await p.Accepted(), level, audience))).Refusal);
    }

    [Fact]
    public async Task Is_not_for_people()
    {
        await using var p = await Promise.Resolved();
        await p.IsNotForPeople(new ChaseFollowUpCommand(await p.Accepted(), 1, "owner"));
    }
}
