using Cohesion.Governance.Domain.Needs;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Proposals.AwaitReconsideration;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Proposals;

public sealed class AwaitReconsiderationTests
{
    [Theory]
    [InlineData("Rejected", "was not adopted")]
    [InlineData("NoQuorum", "too few took part")]
    [InlineData("Undecided", "could not decide")]
    public async Task It_rests_until_a_time_and_its_author_is_told_why(string outcome, string words)
    {
        await using var proposal = await ProposalCase.At(ProposalStage.Voting);
        await proposal.Voted(outcome);

        await proposal.App.SendAsProcess(new AwaitReconsiderationCommand(proposal.ProposalId, proposal.Now.AddDays(30)));

        var read = await proposal.Read();
        Assert.Equal((ProposalStage.Rejected, proposal.Now.AddDays(30)), (read.Stage, read.StageUntil!.Value));
        var notice = await proposal.App.Db(db => db.Notifications.SingleAsync(n => n.PersonId == proposal.Town.Property));
        Assert.Contains(words, notice.Text.En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rework_asked_for_already_is_not_turned_back()
    {
        await using var proposal = await ProposalCase.At(ProposalStage.Rework);

        await proposal.App.SendAsProcess(new AwaitReconsiderationCommand(proposal.ProposalId, proposal.Now.AddDays(30)));

        Assert.Equal(ProposalStage.Rework, (await proposal.Read()).Stage);
    }

    [Fact]
    public async Task A_person_cannot_send_it()
    {
        await using var proposal = await ProposalCase.Raise();

        Assert.IsType<ProcessNeeded>((await proposal.Send(proposal.Town.Secretary, new AwaitReconsiderationCommand(proposal.ProposalId, proposal.Now))).Refusal);
    }
}
