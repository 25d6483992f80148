using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Proposals.CommentOnProposal;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Proposals;

public sealed class CommentOnProposalTests
{
    [Fact]
    public async Task A_comment_stands_with_the_version_it_is_about_and_watchers_see_it()
    {
        await using var proposal = await ProposalCase.At(ProposalStage.Consultation);

        var id = (await proposal.Send(proposal.Town.VisitingWorker, new CommentOnProposalCommand(proposal.ProposalId, "The guards ask for a ramp too"))).Value;

        var comment = await proposal.App.Db(db => db.ProposalComments.SingleAsync());
        Assert.Equal((id, 1, proposal.Town.VisitingWorker), (comment.Id, comment.TextVersion, comment.ByPersonId));
        Assert.Equal(1, await proposal.App.Db(db => db.LiveEvents.CountAsync(e => e.Kind == "proposal.comment")));
    }

    [Fact]
    public async Task The_same_words_sent_twice_are_one_comment()
    {
        await using var proposal = await ProposalCase.At(ProposalStage.Consultation);
        var command = new CommentOnProposalCommand(proposal.ProposalId, "Good");

        Assert.Equal((await proposal.Send(proposal.Town.TenantA, command)).Value, (await proposal.Send(proposal.Town.TenantA, command)).Value);
        await proposal.Send(proposal.Town.TenantB, command);

        Assert.Equal(2, await proposal.App.Db(db => db.ProposalComments.CountAsync()));
    }

    [Fact]
    public async Task Six_at_once_are_all_heard()
    {
        await using var proposal = await ProposalCase.At(ProposalStage.Consultation);

        await Task.WhenAll(Enumerable.Range(0, 6).Select(i => proposal.Send(proposal.Town.TenantA, new CommentOnProposalCommand(proposal.ProposalId, $"{i}"))));

        Assert.Equal(6, await proposal.App.Db(db => db.ProposalComments.CountAsync()));
    }

    [Fact]
    public async Task Outside_consultation_it_is_refused()
    {
        await using var proposal = await ProposalCase.At(ProposalStage.Voting);

        Assert.IsType<NotInConsultation>((await proposal.Send(proposal.Town.TenantA, new CommentOnProposalCommand(proposal.ProposalId, "Late"))).Refusal);
    }

    [Fact]
    public async Task An_observer_may_only_read_nothing_said_is_refused_and_an_outsider_sees_nothing()
    {
        await using var proposal = await ProposalCase.At(ProposalStage.Consultation);
        var command = new CommentOnProposalCommand(proposal.ProposalId, "Hello");

        Assert.IsType<OfficeNeeded>((await proposal.Send(proposal.Town.Observer, command)).Refusal);
        Assert.IsType<InvalidRequest>((await proposal.Send(proposal.Town.TenantA, command with { Text = "" })).Refusal);
        Assert.IsType<NotFound>((await proposal.Send(proposal.Town.Outsider, command)).Refusal);
    }
}
