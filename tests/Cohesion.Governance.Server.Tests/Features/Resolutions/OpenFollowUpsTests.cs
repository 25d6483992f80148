using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Features.Resolutions.DeclareNoActionNeeded;
using Cohesion.Governance.Server.Features.Resolutions.OpenFollowUps;
using Cohesion.Governance.Server.Features.Resolutions.RecordResolutions;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Resolutions;

public sealed class OpenFollowUpsTests
{
    [Fact]
    public async Task The_proposal_stands_at_its_actions_and_whoever_hands_them_out_is_asked_to()
    {
        await using var p = await Promise.Adopted();
        await p.App.SendAsProcess(new RecordResolutionsCommand(p.ProposalId));

        var settled = await p.App.SendAsProcess(new OpenFollowUpsCommand(p.ProposalId));

        Assert.False(settled.Value);
        Assert.Equal(ProposalStage.Acting, await p.App.Db(db => db.Proposals.Select(x => x.Stage).SingleAsync()));
        var asked = await p.App.Db(db => db.Notifications.Where(n => n.Kind == "resolution.assign").Select(n => n.PersonId).ToListAsync());
        Assert.Equal(new[] { p.Town.Secretary, p.Town.PartyCommittee }.Order(), asked.Order());
    }

    [Fact]
    public async Task Sent_twice_it_asks_nobody_again()
    {
        await using var p = await Promise.Resolved();

        Assert.False((await p.App.SendAsProcess(new OpenFollowUpsCommand(p.ProposalId))).Value);

        Assert.Equal(2, await p.App.Db(db => db.Notifications.CountAsync(n => n.Kind == "resolution.assign")));
    }

    [Fact]
    public async Task Answers_that_all_is_settled_where_nothing_needs_to_be_done()
    {
        await using var p = await Promise.Resolved();
        foreach (var resolution in p.Resolutions)
        {
            await p.App.Send(p.Town.Secretary, new DeclareNoActionNeededCommand(resolution, "Already there"));
        }

        Assert.True((await p.App.SendAsProcess(new OpenFollowUpsCommand(p.ProposalId))).Value);
    }

    [Fact]
    public async Task Is_not_for_people()
    {
        await using var p = await Promise.Adopted();
        await p.IsNotForPeople(new OpenFollowUpsCommand(p.ProposalId));
    }
}
