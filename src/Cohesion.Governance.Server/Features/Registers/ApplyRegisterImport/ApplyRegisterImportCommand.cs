using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.Registers.ApplyRegisterImport;

/// <summary>Who sent a file enters it as one revision of the register: all of it, as it was shown, or nothing.</summary>
/// <param name="CouncilId">The council.</param>
/// <param name="ImportId">What sending the file was answered.</param>
/// <param name="BasedOn">The version it was shown against; another one in force meanwhile refuses it.</param>
/// <param name="Note">Why the register is revised.</param>
[Title("enters a file in the register", "录入名册文件")]
[RequiresOffice(Office.CouncilSecretary)]
[Refuses<InvalidRequest>]
[Refuses<RegisterImportApplied>]
[Refuses<RegisterMovedOn>]
[Refuses<RegisterImportHasErrors>]
[Refuses<NothingToRevise>]
internal sealed record ApplyRegisterImportCommand(Guid CouncilId, Guid ImportId, int BasedOn, string Note) : ICommand<EnteredRegister>, IConcernsCouncil;

/// <summary>What came of it; kept in the journal, since the file is not.</summary>
/// <param name="Version">The new version in force.</param>
/// <param name="FileHash">SHA-256 of the file.</param>
/// <param name="Added">Seats added.</param>
/// <param name="Changed">Seats changed.</param>
/// <param name="Removed">Seats that are gone.</param>
internal sealed record EnteredRegister(int Version, string FileHash, int Added, int Changed, int Removed) : IKeptInJournal;

internal sealed class ApplyRegisterImportValidator : AbstractValidator<ApplyRegisterImportCommand>
{
    public ApplyRegisterImportValidator() => RuleFor(c => c.Note).NotEmpty().MaximumLength(1000);
}
