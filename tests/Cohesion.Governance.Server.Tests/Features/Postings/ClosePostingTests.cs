using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Postings.ClosePosting;
using Cohesion.Governance.Server.Features.Postings.RaiseObjection;
using Cohesion.Governance.Server.Features.Postings.SettleObjection;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Postings;

public sealed class ClosePostingTests
{
    [Fact]
    public async Task Without_objections_it_is_clear_and_closing_twice_changes_nothing()
    {
        await using var proposal = await ProposalCase.Raise();
        await proposal.Posted();

        var closed = (await proposal.App.SendAsProcess(new ClosePostingCommand(proposal.ProposalId))).Value;
        var at = await proposal.App.Db(db => db.Postings.Select(p => p.ClosedAt).SingleAsync());
        proposal.App.Clock.Advance(TimeSpan.FromHours(1));
        await proposal.App.SendAsProcess(new ClosePostingCommand(proposal.ProposalId));

        Assert.Equal((PostingResult.Clear, false), (closed.Result, closed.NeedsConfirmation));
        Assert.Equal(at, await proposal.App.Db(db => db.Postings.Select(p => p.ClosedAt).SingleAsync()));
    }

    [Theory]
    [InlineData(null, PostingResult.Objected)]
    [InlineData(true, PostingResult.Objected)]
    [InlineData(false, PostingResult.Clear)]
    public async Task An_objection_that_is_open_or_upheld_must_be_dealt_with_a_dismissed_one_not(bool? upheld, PostingResult expected)
    {
        await using var proposal = await ProposalCase.Raise();
        await proposal.Posted();
        var id = (await proposal.Send(proposal.Town.TenantA, new RaiseObjectionCommand(proposal.ProposalId, "Noise"))).Value;
        if (upheld is { } finding)
        {
            await proposal.Send(proposal.Town.Secretary, new SettleObjectionCommand(id, finding, "Heard both"));
        }

        Assert.Equal(expected, (await proposal.App.SendAsProcess(new ClosePostingCommand(proposal.ProposalId))).Value.Result);
    }

    [Fact]
    public async Task A_person_cannot_close_it()
    {
        await using var proposal = await ProposalCase.Raise();

        Assert.IsType<ProcessNeeded>((await proposal.Send(proposal.Town.Convenor, new ClosePostingCommand(proposal.ProposalId))).Refusal);
    }
}
