using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Needs;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Web;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.Needs.ListNeeds;

/// <summary>The needs of a council, newest first, a page at a time.</summary>
/// <param name="CouncilId">The council.</param>
/// <param name="Stage">Only those at this stage; null for all.</param>
/// <param name="Mine">Only those the caller voiced.</param>
/// <param name="After">Where the page before ended.</param>
/// <param name="Size">Needs on a page.</param>
[Title("lists needs", "查看诉求列表")]
[RequiresMembership]
[Refuses<InvalidRequest>]
internal sealed record ListNeedsQuery(Guid CouncilId, NeedStage? Stage = null, bool Mine = false, int? After = null, int Size = ListNeedsQuery.DefaultSize)
    : IQuery<Page<NeedLine>>, IConcernsCouncil
{
    public const int DefaultSize = Page<NeedLine>.DefaultSize;
}

/// <summary>A need in a list.</summary>
internal sealed record NeedLine(
    Guid Id, int Number, string Text, Guid AskedByPersonId, LocalText AskedBy, DateTimeOffset AskedAt, NeedStage Stage, Guid? ProposalId, string? Answer);

internal sealed class ListNeedsValidator : AbstractValidator<ListNeedsQuery>
{
    public ListNeedsValidator() => RuleFor(q => q.Size).InclusiveBetween(1, Page<NeedLine>.MaxSize);
}
