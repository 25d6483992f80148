using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Web;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.Proposals.ListProposals;

/// <summary>The proposals of a council, newest first, a page at a time.</summary>
/// <param name="CouncilId">The council.</param>
/// <param name="Stage">Only those at this stage; null for all.</param>
/// <param name="After">Where the page before ended.</param>
/// <param name="Size">Proposals on a page.</param>
[Title("lists proposals", "查看议题列表")]
[RequiresMembership]
[Refuses<InvalidRequest>]
internal sealed record ListProposalsQuery(Guid CouncilId, ProposalStage? Stage = null, int? After = null, int Size = ListProposalsQuery.DefaultSize)
    : IQuery<Page<ProposalLine>>, IConcernsCouncil
{
    public const int DefaultSize = Page<ProposalLine>.DefaultSize;
}

/// <summary>A proposal in a list.</summary>
internal sealed record ProposalLine(
    Guid Id, int Number, string Title, ProposalStage Stage, LocalText StageName, DateTimeOffset StageSince, DateTimeOffset? StageUntil, ProposalResult? Result,
    DateTimeOffset RaisedAt, LocalText RaisedBy, int TextVersion, int NeedCount);

internal sealed class ListProposalsValidator : AbstractValidator<ListProposalsQuery>
{
    public ListProposalsValidator() => RuleFor(q => q.Size).InclusiveBetween(1, Page<ProposalLine>.MaxSize);
}
