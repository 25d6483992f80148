using Cohesion.Governance.Server.Features.Proposals.ProposalPage;
using Microsoft.AspNetCore.Components;

namespace Cohesion.Governance.Server.Web.Pages.Proposals;

/// <summary>A part of the page of a proposal, which hands its parts what it has read.</summary>
public abstract class ProposalPart : GovernancePage
{
    [CascadingParameter]
    private protected ProposalPageAnswer P { get; set; } = default!;

    [CascadingParameter]
    private protected Writing W { get; set; } = default!;
}
