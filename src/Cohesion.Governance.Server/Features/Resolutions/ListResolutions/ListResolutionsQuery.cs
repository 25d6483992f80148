using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.FollowUps;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Web;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.Resolutions.ListResolutions;

/// <summary>The register of a council's resolutions, the latest first, with where their actions stand.</summary>
/// <param name="CouncilId">The council.</param>
/// <param name="ProposalId">Only those of this proposal, where given.</param>
/// <param name="After">The <c>next</c> of the page before.</param>
/// <param name="Size">Most on a page, 1 to 200.</param>
[Title("lists resolutions", "查看决议列表")]
[RequiresMembership]
[Refuses<InvalidRequest>]
internal sealed record ListResolutionsQuery(Guid CouncilId, Guid? ProposalId = null, int? After = null, int Size = Page<ResolutionRow>.DefaultSize)
    : IQuery<Page<ResolutionRow>>, IConcernsCouncil;

/// <summary>A resolution and its actions in short.</summary>
internal sealed record ResolutionRow(
    Guid Id, int Number, string Title, string Text, Guid ProposalId, int ProposalNumber, Guid VoteId, DateTimeOffset AdoptedAt,
    DateTimeOffset? KeptAt, string? NoActionNeeded, IReadOnlyList<ResolutionActionRow> Actions);

/// <summary>An action of a resolution.</summary>
internal sealed record ResolutionActionRow(Guid Id, int Number, string Title, LocalText Owner, DateTimeOffset DueAt, FollowUpStage Stage, bool Overdue);

internal sealed class ListResolutionsValidator : AbstractValidator<ListResolutionsQuery>
{
    public ListResolutionsValidator() => RuleFor(q => q.Size).InclusiveBetween(1, Page<ResolutionRow>.MaxSize);
}
