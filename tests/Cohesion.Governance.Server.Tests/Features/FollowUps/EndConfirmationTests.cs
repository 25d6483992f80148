using Cohesion.Governance.Domain.FollowUps;
using Cohesion.Governance.Server.Features.FollowUps.ConfirmFollowUp;
using Cohesion.Governance.Server.Features.FollowUps.EndConfirmation;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.FollowUps;

public sealed class EndConfirmationTests
{
    [Fact]
    public async Task Where_nobody_spoke_it_is_left_to_the_secretary()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Evidenced();

        await p.App.SendAsProcess(new EndConfirmationCommand(id));

        var action = await p.Action(id);
        Assert.Equal((FollowUpStage.AwaitingRuling, (bool?)null, (DateTimeOffset?)null), (action.Stage, action.FoundKept, action.StageUntil));
    }

    [Fact]
    public async Task The_word_of_those_who_spoke_counts_for_those_who_did_not()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Evidenced();
        await p.App.Send(p.Town.TenantA, new ConfirmFollowUpCommand(id, true));

        await p.App.SendAsProcess(new EndConfirmationCommand(id));

        Assert.True((await p.Action(id)).FoundKept);
    }

    [Fact]
    public async Task A_no_of_the_last_minute_stands()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Evidenced();
        await p.App.Send(p.Town.TenantA, new ConfirmFollowUpCommand(id, false, "It stands still"));

        await p.App.SendAsProcess(new EndConfirmationCommand(id));

        Assert.False((await p.Action(id)).FoundKept);
    }

    [Fact]
    public async Task Sent_twice_it_happens_once()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Evidenced();
        await Task.WhenAll(p.App.SendAsProcess(new EndConfirmationCommand(id)), p.App.SendAsProcess(new EndConfirmationCommand(id)));
        Assert.Equal(1, await p.App.Db(db => db.FollowUpChanges.CountAsync(c => c.Kind == FollowUpChangeKind.LeftToRuling)));
    }

    [Fact]
    public async Task Is_not_for_people()
    {
        await using var p = await Promise.Resolved();
        await p.IsNotForPeople(new EndConfirmationCommand(await p.Evidenced()));
    }
}
