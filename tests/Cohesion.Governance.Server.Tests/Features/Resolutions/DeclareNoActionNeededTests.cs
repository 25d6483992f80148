using Cohesion.Governance.Domain.Resolutions;
using Cohesion.Governance.Server.Features.FollowUps.CancelFollowUp;
using Cohesion.Governance.Server.Features.Resolutions.DeclareNoActionNeeded;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Resolutions;

public sealed class DeclareNoActionNeededTests
{
    private static readonly string Reason = "It was there all along";

    [Fact]
    public async Task The_secretary_says_that_nothing_needs_to_be_done_and_why()
    {
        await using var p = await Promise.Resolved();

        var outcome = await p.App.Send(p.Town.Secretary, new DeclareNoActionNeededCommand(p.Resolutions[0], Reason));

        Assert.Null(outcome.Refusal);
        Assert.Equal(Reason, await p.App.Db(db => db.Resolutions.Where(r => r.Id == p.Resolutions[0]).Select(r => r.NoActionNeeded).SingleAsync()));
        Assert.Empty(await p.Signalled(p.ProposalId));
    }

    [Fact]
    public async Task The_last_one_settles_the_proposal()
    {
        await using var p = await Promise.Resolved();

        await p.App.Send(p.Town.Secretary, new DeclareNoActionNeededCommand(p.Resolutions[0], Reason));
        await p.App.Send(p.Town.Secretary, new DeclareNoActionNeededCommand(p.Resolutions[1], Reason));

        Assert.Equal(["followups.settled"], await p.Signalled(p.ProposalId));
    }

    [Fact]
    public async Task Two_last_ones_at_once_settle_it_once()
    {
        await using var p = await Promise.Resolved();

        var outcomes = await Task.WhenAll(p.Resolutions.Select(r => p.App.Send(p.Town.Secretary, new DeclareNoActionNeededCommand(r, Reason))));

        Assert.All(outcomes, o => Assert.Null(o.Refusal));
        Assert.Equal(["followups.settled"], await p.Signalled(p.ProposalId));
    }

    [Fact]
    public async Task Refuses_to_say_so_twice()
    {
        await using var p = await Promise.Resolved();
        await p.App.Send(p.Town.Secretary, new DeclareNoActionNeededCommand(p.Resolutions[0], Reason));

        var again = await p.App.Send(p.Town.Secretary, new DeclareNoActionNeededCommand(p.Resolutions[0], "Another reason"));

        Assert.IsType<NoActionDeclared>(again.Refusal);
    }

    [Fact]
    public async Task Refuses_a_resolution_with_an_action_until_that_is_cancelled()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Assign();

        Assert.IsType<ResolutionHasActions>((await p.App.Send(p.Town.Secretary, new DeclareNoActionNeededCommand(p.Resolutions[0], Reason))).Refusal);

        await p.App.Send(p.Town.Secretary, new CancelFollowUpCommand(id, "Not needed"));
        Assert.Null((await p.App.Send(p.Town.Secretary, new DeclareNoActionNeededCommand(p.Resolutions[0], Reason))).Refusal);
    }

    [Fact]
    public async Task Refuses_without_a_reason()
    {
        await using var p = await Promise.Resolved();
        Assert.IsType<InvalidRequest>((await p.App.Send(p.Town.Secretary, new DeclareNoActionNeededCommand(p.Resolutions[0], " "))).Refusal);
    }

    [Fact]
    public async Task Is_for_the_secretary_only()
    {
        await using var p = await Promise.Resolved();
        await p.IsNotFor(
            new DeclareNoActionNeededCommand(p.Resolutions[0], Reason), p.Town.PartyCommittee, p.Town.Property, p.Town.Convenor, p.Town.Observer);
    }
}
