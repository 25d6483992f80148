using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Proposals.AttachDocument;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Proposals;

public sealed class AttachDocumentTests
{
    // SHA-256 of the empty input, FIPS 180-4.
    private const string Hash = "E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855";

    private static AttachDocumentCommand Quote(ProposalCase proposal) => new(proposal.ProposalId, "Quote of the lift firm", "https://example.org/quote.pdf", Hash);

    [Fact]
    public async Task A_document_is_kept_by_address_and_hash_and_sent_twice_it_is_one()
    {
        await using var proposal = await ProposalCase.Raise();

        var first = (await proposal.Send(proposal.Town.Property, Quote(proposal))).Value;

        Assert.Equal(first, (await proposal.Send(proposal.Town.Property, Quote(proposal))).Value);
        Assert.Equal(Hash.ToLowerInvariant(), await proposal.App.Db(db => db.ProposalAttachments.Select(a => a.Sha256).SingleAsync()));
    }

    [Theory]
    [InlineData("quote.pdf", Hash)]
    [InlineData("file:///etc/passwd", Hash)]
    [InlineData("https://example.org/quote.pdf", "abc")]
    [InlineData("https://example.org/quote.pdf", "Z3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855")]
    public async Task An_address_or_hash_that_is_none_is_refused(string uri, string hash)
    {
        await using var proposal = await ProposalCase.Raise();

        Assert.IsType<InvalidRequest>((await proposal.Send(proposal.Town.Property, Quote(proposal) with { Uri = uri, Sha256 = hash })).Refusal);
    }

    [Fact]
    public async Task Nothing_is_put_beside_a_proposal_that_has_ended()
    {
        await using var proposal = await ProposalCase.At(ProposalStage.Withdrawn);

        Assert.IsType<ProposalEnded>((await proposal.Send(proposal.Town.Property, Quote(proposal))).Refusal);
    }

    [Fact]
    public async Task An_auditor_may_only_read_and_an_outsider_sees_nothing()
    {
        await using var proposal = await ProposalCase.Raise();

        Assert.IsType<OfficeNeeded>((await proposal.Send(proposal.Town.Auditor, Quote(proposal))).Refusal);
        Assert.IsType<NotFound>((await proposal.Send(proposal.Town.Outsider, Quote(proposal))).Refusal);
    }
}
