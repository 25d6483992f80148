using Cohesion.Governance.Domain.Needs;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Needs.RaiseNeed;
using Cohesion.Governance.Server.Features.Postings.RaiseObjection;
using Cohesion.Governance.Server.Features.Proposals.AttachDocument;
using Cohesion.Governance.Server.Features.Proposals.CommentOnProposal;
using Cohesion.Governance.Server.Features.Proposals.ProposalPage;
using Cohesion.Governance.Server.Features.Proposals.TakePosition;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Proposals;

public sealed class ProposalPageTests
{
    [Fact]
    public async Task It_shows_all_that_belongs_to_the_proposal_and_what_the_reader_is_to_it()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        var need = (await app.Send(town.TenantA, new RaiseNeedCommand(town.CouncilId, "The lifts are full"))).Value;
        await using var proposal = await ProposalCase.Raise(app, town, need);
        await proposal.Put(ProposalStage.Consultation, proposal.Now.AddDays(7));
        await app.Send(town.TenantA, new CommentOnProposalCommand(proposal.ProposalId, "At last"));
        await app.Send(town.TenantA, new TakePositionCommand(proposal.ProposalId, "tenants", PositionTaken.SupportsWithConditions, "Half a year to pay"));
        await app.Send(town.Property, new AttachDocumentCommand(proposal.ProposalId, "Quote", "https://example.org/q.pdf", new string('a', 64)));
        await proposal.Posted();
        await app.Send(town.TenantB, new RaiseObjectionCommand(proposal.ProposalId, "Noise"));

        var page = (await app.Send(town.TenantA, new ProposalPageQuery(proposal.ProposalId))).Value;

        Assert.Equal((1, "Freight elevator", ProposalStage.Posting, "Manager Zhou"), (page.Number, page.Title, page.Stage, page.RaisedBy.En));
        Assert.Equal(("council.each-bloc-consent", true), (page.Rule.Id, page.Rule.Title.Zh.Length > 0));
        Assert.Equal(2, page.Current.Items.Count);
        Assert.Equal([("property", 6000), ("tenants", 4000)], page.Current.Shares.Select(s => (s.BlocCode, s.BasisPoints)));
        Assert.Equal("Ms Wu", Assert.Single(page.Needs).AskedBy.En);
        Assert.Equal("At last", Assert.Single(page.Comments).Text);
        Assert.Equal(
            [("property", null), ("tenants", PositionTaken.SupportsWithConditions), ("street", null)], page.Positions.Select(p => (p.BlocCode, p.Position)));
        Assert.Equal("Quote", Assert.Single(page.Documents).Name);
        Assert.Equal("Adopted", Assert.Single(page.Votes).Outcome);
        var objection = Assert.Single(Assert.Single(page.Postings).Objections);
        Assert.Equal(("Mr Qian", "Blue Harbour", false), (objection.By.En, objection.Seat, objection.Mine));
        Assert.Equal((false, false, true), (page.You.IsAuthor, page.You.IsSecretary, page.You.Asked));
        Assert.Equal(["tenants"], page.You.Blocs);
        Assert.Equal([town.SeatA], page.You.Seats);
    }

    [Fact]
    public async Task Observers_read_it_outsiders_do_not()
    {
        await using var proposal = await ProposalCase.Raise();

        Assert.True((await proposal.Send(proposal.Town.Observer, new ProposalPageQuery(proposal.ProposalId))).IsGranted);
        Assert.IsType<NotFound>((await proposal.Send(proposal.Town.Outsider, new ProposalPageQuery(proposal.ProposalId))).Refusal);
        Assert.IsType<NotFound>((await proposal.Send(proposal.Town.Observer, new ProposalPageQuery(proposal.Town.CouncilId))).Refusal);
    }
}
