using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Domain.Resolutions;
using Cohesion.Governance.Server.Features.Resolutions.RecordResolutions;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Resolutions;

public sealed class RecordResolutionsTests
{
    [Fact]
    public async Task Each_item_of_the_adopted_text_becomes_a_numbered_resolution()
    {
        await using var p = await Promise.Adopted();

        var recorded = await p.App.SendAsProcess(new RecordResolutionsCommand(p.ProposalId));

        var resolutions = await p.App.Db(db => db.Resolutions.OrderBy(r => r.Number).ToListAsync());
        Assert.Equal(recorded.Value, resolutions.Select(r => r.Id));
        Assert.Equal(["Freight elevator", "Check-in machine"], resolutions.Select(r => r.Title));
        Assert.Equal(["One is built.", "One is set up."], resolutions.Select(r => r.Text));
        Assert.Equal([1, 2], resolutions.Select(r => r.Number));
        Assert.All(resolutions, r => Assert.Equal(GovernanceApp.Begin.AddDays(-7), r.AdoptedAt));
        Assert.Equal(ProposalStage.Resolved, await p.App.Db(db => db.Proposals.Select(x => x.Stage).SingleAsync()));
    }

    [Fact]
    public async Task Everybody_of_the_council_is_told_of_each()
    {
        await using var p = await Promise.Adopted();

        await p.App.SendAsProcess(new RecordResolutionsCommand(p.ProposalId));

        Assert.Equal(2, await p.App.Db(db => db.Notifications.CountAsync(n => n.PersonId == p.Town.TenantC && n.Kind == "resolution.recorded")));
        Assert.Equal(0, await p.App.Db(db => db.Notifications.CountAsync(n => n.PersonId == p.Town.Outsider)));
    }

    [Fact]
    public async Task Sent_twice_it_answers_with_the_same_resolutions_and_tells_nobody_again()
    {
        await using var p = await Promise.Adopted();
        var first = await p.App.SendAsProcess(new RecordResolutionsCommand(p.ProposalId));
        var told = await p.App.Db(db => db.Notifications.CountAsync());

        var second = await p.App.SendAsProcess(new RecordResolutionsCommand(p.ProposalId));

        Assert.Equal(first.Value, second.Value);
        Assert.Equal(2, await p.App.Db(db => db.Resolutions.CountAsync()));
        Assert.Equal(told, await p.App.Db(db => db.Notifications.CountAsync()));
    }

    [Fact]
    public async Task Two_at_once_record_each_item_once()
    {
        await using var p = await Promise.Adopted();

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => p.App.SendAsProcess(new RecordResolutionsCommand(p.ProposalId))));

        Assert.All(answers, a => Assert.Equal(answers[0].Value, a.Value));
        Assert.Equal([1, 2], await p.App.Db(db => db.Resolutions.OrderBy(r => r.Number).Select(r => r.Number).ToListAsync()));
    }

    [Fact]
    public async Task Refuses_a_text_that_was_not_adopted()
    {
        await using var p = await Promise.Adopted();
        await p.App.Db(async db => { (await db.Votes.SingleAsync()).Outcome = "Rejected"; });

        Assert.IsType<NotAdopted>((await p.App.SendAsProcess(new RecordResolutionsCommand(p.ProposalId))).Refusal);
    }

    [Fact]
    public async Task Refuses_a_text_newer_than_the_one_adopted()
    {
        await using var p = await Promise.Adopted();
        await p.App.Db(async db => { (await db.Proposals.SingleAsync()).TextVersion = 3; });

        Assert.IsType<NotAdopted>((await p.App.SendAsProcess(new RecordResolutionsCommand(p.ProposalId))).Refusal);
    }

    [Fact]
    public async Task Refuses_a_text_without_items()
    {
        await using var p = await Promise.Adopted();
        await p.App.Db(async db => db.ProposalItems.RemoveRange(await db.ProposalItems.ToListAsync()));

        Assert.IsType<NothingToResolve>((await p.App.SendAsProcess(new RecordResolutionsCommand(p.ProposalId))).Refusal);
    }

    [Fact]
    public async Task Is_not_for_people()
    {
        await using var p = await Promise.Adopted();
        await p.IsNotForPeople(new RecordResolutionsCommand(p.ProposalId));
    }
}
