using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.Proposals.AttachDocument;

/// <summary>A document is put beside a proposal by reference: where it is, and the hash by which anybody can tell that it is still the same.</summary>
/// <param name="ProposalId">The proposal.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Uri">Where it is, an http or https address.</param>
/// <param name="Sha256">SHA-256 of its content, 64 hexadecimal digits.</param>
[Title("attaches a document", "附上文件")]
[RequiresOffice(
    Office.StreetConvenor, Office.CouncilSecretary, Office.PropertyManager, Office.TenantRepresentative, Office.Owner,
    Office.PartyCommitteeMember, Office.VisitingWorker, OrSeat = true)]
[Refuses<InvalidRequest>]
[Refuses<ProposalEnded>]
internal sealed record AttachDocumentCommand(Guid ProposalId, string Name, string Uri, string Sha256) : ICommand<Guid>, IConcernsProposal;

internal sealed class AttachDocumentValidator : AbstractValidator<AttachDocumentCommand>
{
    private static readonly LocalText NotAnAddress = new(
        "Give the document's full address, beginning with https:// or http://.", "请填写文件的完整网址，以 https:// 或 http:// 开头。");

    private static readonly LocalText NotAHash = new(
        "The SHA-256 has 64 digits 0-9 and a-f; “sha256sum FILE” prints it.", "SHA-256 为 64 位 0-9、a-f 字符，可用“sha256sum 文件名”得到。");

    public AttachDocumentValidator()
    {
        RuleFor(c => c.Name).NotEmpty().MaximumLength(200);
        RuleFor(c => c.Uri).NotEmpty().MaximumLength(1000).Must(IsWebAddress).WithMessage(_ => NotAnAddress.In(ProposalDraftValidator.Language));
        RuleFor(c => c.Sha256).Must(hash => hash.Length == 64 && hash.All(char.IsAsciiHexDigit)).WithMessage(_ => NotAHash.In(ProposalDraftValidator.Language));
    }

    private static bool IsWebAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);
}
