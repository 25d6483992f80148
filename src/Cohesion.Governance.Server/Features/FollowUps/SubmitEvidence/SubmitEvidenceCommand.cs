using Cohesion.Governance.Domain.FollowUps;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Photographs;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Web;
using FluentValidation;
using FluentValidation.Results;

namespace Cohesion.Governance.Server.Features.FollowUps.SubmitEvidence;

/// <summary>Something that shows that a promise was kept: words, photographs, and where there is one a document by its address and SHA-256.</summary>
/// <remarks>For the owner; the secretary or a visiting worker may enter what was handed over on paper or seen on the spot.</remarks>
/// <param name="Photographs">At most six. The journal has the hashes of what is kept of them.</param>
[Title("submits evidence", "提交凭证")]
[RequiresMembership]
[Refuses<InvalidRequest>]
[Refuses<EvidenceReferenceIncomplete>]
[Refuses<EvidenceThereAlready>]
[Refuses<NotTheOwner>]
[Refuses<EvidenceUnderReview>]
[Refuses<FollowUpNotOpen>]
internal sealed record SubmitEvidenceCommand(
    Guid FollowUpId, string Text, string? Uri = null, string? Sha256 = null, [NotInJournal] IReadOnlyList<PhotographInput>? Photographs = null)
    : ICommand<Guid>, IConcernsFollowUp;

/// <summary>A photograph as it is sent.</summary>
/// <param name="Content">The file in base64: JPEG, PNG or WebP, at most 10 MB and 50 million pixels.</param>
/// <param name="Alt">What it shows, for those who cannot see it.</param>
internal sealed record PhotographInput(string Content, string? Alt = null);

internal sealed class SubmitEvidenceValidator : AbstractValidator<SubmitEvidenceCommand>
{
    public SubmitEvidenceValidator()
    {
        RuleFor(c => c.Text).NotEmpty().MaximumLength(4000);
        RuleFor(c => c.Uri).MaximumLength(1000);
        RuleFor(c => c.Photographs!.Count).LessThanOrEqualTo(EvidencePhotograph.Most).When(c => c.Photographs is not null)
            .OverridePropertyName("photographs").Says("At most six photographs at a time. Hand in the others after these.", "一次最多上传六张照片，其余请随后补充提交。");
        RuleForEach(c => c.Photographs).ChildRules(photograph =>
        {
            photograph.RuleFor(p => p.Content).NotEmpty().Says("Choose the photograph that these words describe.", "请选择所描述的照片。");
            photograph.RuleFor(p => p.Alt).MaximumLength(EvidencePhotograph.LongestAlt);
        });
    }
}

/// <summary>Looks at the photographs before the database is asked to wait for anything; they are drawn here and kept by the handler.</summary>
internal sealed class EvidencePhotographsValidator(PhotographStudio studio, Reader reader) : AbstractValidator<SubmitEvidenceCommand>
{
    public override async Task<ValidationResult> ValidateAsync(ValidationContext<SubmitEvidenceCommand> context, CancellationToken cancellation = default)
    {
        var result = new ValidationResult();
        foreach (var (index, photograph) in (context.InstanceToValidate.Photographs ?? []).Index())
        {
            if ((await studio.Develop(photograph.Content, cancellation)).Trouble is { } trouble)
            {
                result.Errors.Add(new ValidationFailure($"photographs[{index}].content", reader.Say(trouble)));
            }
        }

        return result;
    }
}
