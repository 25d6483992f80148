using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Proposals.ReviseProposal;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Proposals;

public sealed class ReviseProposalTests
{
    private static ReviseProposalCommand Revision(ProposalCase proposal, int basedOn = 1) => new(
        proposal.ProposalId, basedOn, "Freight elevator, north side", "Works outside office hours.", [new ItemDraft("Freight elevator", "Two tonnes, north side.")],
        "Shares agreed anew with five firms", CostCents: 186_000_000, CostShares: [new ShareDraft("tenants", 4000, "area"), new ShareDraft("property", 6000, "alone")]);

    [Theory]
    [InlineData(ProposalStage.Returned, ProposalStage.Raised)]
    [InlineData(ProposalStage.Rework, ProposalStage.Consultation)]
    public async Task A_new_version_sends_it_on_its_way_and_the_earlier_one_stays(ProposalStage from, ProposalStage to)
    {
        await using var proposal = await ProposalCase.At(from);

        Assert.Equal(2, (await proposal.Send(proposal.Town.Property, Revision(proposal))).Value);

        var read = await proposal.Read();
        Assert.Equal((to, 2, "Freight elevator, north side"), (read.Stage, read.TextVersion, read.Title));
        Assert.Equal([1, 2], await proposal.App.Db(db => db.ProposalTexts.OrderBy(t => t.Number).Select(t => t.Number).ToListAsync()));
        Assert.Equal([2, 1], await proposal.App.Db(db => db.ProposalItems.GroupBy(i => i.TextVersion).OrderBy(g => g.Key).Select(g => g.Count()).ToListAsync()));
        Assert.Equal(1, await proposal.Signals("proposal.revised"));
    }

    [Fact]
    public async Task Before_it_is_screened_its_author_may_change_it_and_no_process_waits_for_that()
    {
        await using var proposal = await ProposalCase.Raise();

        Assert.True((await proposal.Send(proposal.Town.Property, Revision(proposal))).IsGranted);

        Assert.Equal(ProposalStage.Raised, (await proposal.Read()).Stage);
        Assert.Equal(0, await proposal.Signals("proposal.revised"));
    }

    [Fact]
    public async Task The_secretary_may_revise_it_and_choose_another_rule()
    {
        await using var proposal = await ProposalCase.At(ProposalStage.Rework);

        Assert.True((await proposal.Send(proposal.Town.Secretary, Revision(proposal) with { RulePack = "cn.civil-code.278.special" })).IsGranted);

        Assert.Equal("cn.civil-code.278.special", (await proposal.Read()).RulePack);
    }

    [Theory]
    [InlineData(ProposalStage.Consultation)]
    [InlineData(ProposalStage.Voting)]
    [InlineData(ProposalStage.Closed)]
    public async Task Once_people_speak_about_it_the_text_is_fixed(ProposalStage stage)
    {
        await using var proposal = await ProposalCase.At(stage);

        Assert.IsType<NotOpenToRevision>((await proposal.Send(proposal.Town.Property, Revision(proposal))).Refusal);
    }

    [Fact]
    public async Task Sent_twice_there_is_one_new_version()
    {
        await using var proposal = await ProposalCase.At(ProposalStage.Rework);
        await proposal.Send(proposal.Town.Property, Revision(proposal));

        Assert.IsType<NotOpenToRevision>((await proposal.Send(proposal.Town.Property, Revision(proposal))).Refusal);
        Assert.Equal(2, (await proposal.Read()).TextVersion);
    }

    [Fact]
    public async Task Of_two_at_once_the_second_is_told_that_there_is_a_newer_version()
    {
        await using var proposal = await ProposalCase.Raise();

        var both = await Task.WhenAll(
            proposal.Send(proposal.Town.Property, Revision(proposal)), proposal.Send(proposal.Town.Secretary, Revision(proposal)));

        Assert.Single(both, o => o.IsGranted);
        Assert.Equal(new RevisedMeanwhile(1, 2), both.Single(o => !o.IsGranted).Refusal);
    }

    [Fact]
    public async Task Incomplete_versions_are_refused_and_leave_the_old_one()
    {
        await using var proposal = await ProposalCase.At(ProposalStage.Rework);

        await Refuses<ItemsNeeded>(proposal, Revision(proposal) with { Items = [] });
        await Refuses<CostNeeded>(proposal, Revision(proposal) with { CostCents = 0 });
        await Refuses<CostSharesIncomplete>(proposal, Revision(proposal) with { CostShares = [] });
        await Refuses<UnknownBloc>(proposal, Revision(proposal) with { CostShares = [new ShareDraft("riders", 10_000, "")] });
        await Refuses<BlocSharesTwice>(proposal, Revision(proposal) with { CostShares = [new ShareDraft("street", 1, ""), new ShareDraft("street", 9999, "")] });
        await Refuses<NoSuchRulePack>(proposal, Revision(proposal) with { RulePack = "nobody.wrote-this" });
        await Refuses<InvalidRequest>(proposal, Revision(proposal) with { ChangeNote = "" });

        Assert.Equal((ProposalStage.Rework, 1), ((await proposal.Read()).Stage, (await proposal.Read()).TextVersion));
    }

    [Fact]
    public async Task Somebody_else_may_not_and_an_outsider_sees_nothing()
    {
        await using var proposal = await ProposalCase.At(ProposalStage.Rework);

        await Refuses<NotYourProposal>(proposal, Revision(proposal), proposal.Town.TenantA);
        await Refuses<NotFound>(proposal, Revision(proposal), proposal.Town.Outsider);
    }

    private static async Task Refuses<TRefusal>(ProposalCase proposal, ReviseProposalCommand command, Guid? person = null)
        where TRefusal : Refusal =>
        Assert.IsType<TRefusal>((await proposal.Send(person ?? proposal.Town.Property, command)).Refusal);
}
