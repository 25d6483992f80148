using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.Registers.UploadRegister;

/// <summary>The secretary sends a file with seats. Nothing is entered yet: what would come of it, and all that is wrong with it, is shown first.</summary>
/// <param name="CouncilId">The council.</param>
/// <param name="FileName">What the file is called.</param>
/// <param name="Content">The file in base64: an XLSX workbook or CSV, at most 2 MB, 10,000 rows, one seat in each.</param>
/// <param name="Kind">What parties are where a row does not say.</param>
/// <param name="WholeRegister">Whether it is the whole register, so that seats it does not name are to go.</param>
[Title("sends a file for the register", "上传名册文件")]
[RequiresOffice(Office.CouncilSecretary)]
[Refuses<InvalidRequest>]
[Refuses<RegisterFileEmpty>]
[Refuses<RegisterFileNotReadable>]
[Refuses<RegisterFileTooLarge>]
[Refuses<RegisterColumnsMissing>]
internal sealed record UploadRegisterCommand(
    Guid CouncilId, string FileName, [NotInJournal] string Content, PartyKind Kind = PartyKind.Firm, bool WholeRegister = false) : ICommand<Guid>, IConcernsCouncil;

internal sealed class UploadRegisterValidator : AbstractValidator<UploadRegisterCommand>
{
    public UploadRegisterValidator()
    {
        RuleFor(c => c.FileName).MaximumLength(ValidationRules.MaxName);
        RuleFor(c => c.Content).NotEmpty().Says("Choose a file.", "请选择文件。");
        RuleFor(c => c.Kind).IsInEnum();
    }
}
