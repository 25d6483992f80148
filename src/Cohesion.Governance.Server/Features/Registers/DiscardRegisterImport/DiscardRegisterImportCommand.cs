using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Registers.DiscardRegisterImport;

/// <summary>Who sent a file has it forgotten without entering it; one that was entered stays entered.</summary>
/// <param name="CouncilId">The council.</param>
/// <param name="ImportId">What sending the file was answered.</param>
[Title("discards a register file", "放弃名册文件")]
[RequiresOffice(Office.CouncilSecretary)]
internal sealed record DiscardRegisterImportCommand(Guid CouncilId, Guid ImportId) : ICommand<Done>, IConcernsCouncil;
