using Cohesion.Governance.Domain.FollowUps;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.FollowUps.SubmitEvidence;

/// <summary>Something that shows that a promise was kept: words, and where there is one a document by its address and SHA-256.</summary>
/// <remarks>For the owner; the secretary or a visiting worker may enter what was handed over on paper or seen on the spot.</remarks>
[Title("submits evidence", "提交凭证")]
[RequiresMembership]
[Refuses<InvalidRequest>]
[Refuses<EvidenceReferenceIncomplete>]
[Refuses<EvidenceThereAlready>]
[Refuses<NotTheOwner>]
[Refuses<EvidenceUnderReview>]
[Refuses<FollowUpNotOpen>]
internal sealed record SubmitEvidenceCommand(Guid FollowUpId, string Text, string? Uri = null, string? Sha256 = null)
    : ICommand<Guid>, IConcernsFollowUp;

internal sealed class SubmitEvidenceValidator : AbstractValidator<SubmitEvidenceCommand>
{
    public SubmitEvidenceValidator()
    {
        RuleFor(c => c.Text).NotEmpty().MaximumLength(4000);
        RuleFor(c => c.Uri).MaximumLength(1000);
    }
}
