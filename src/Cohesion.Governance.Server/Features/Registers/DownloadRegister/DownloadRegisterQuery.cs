using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.Registers.DownloadRegister;

/// <summary>A version of the register as a file that can be corrected and sent back, or the empty template for one.</summary>
/// <param name="CouncilId">The council.</param>
/// <param name="Format">CSV or XLSX.</param>
/// <param name="Version">Number of the version; the one in force where none is named.</param>
/// <param name="Empty">Whether only the columns are wanted.</param>
/// <param name="Language">The language of the columns.</param>
[Title("downloads the register", "下载名册")]
[RequiresOffice(Office.CouncilSecretary, Office.StreetConvenor, Office.Auditor)]
[Refuses<InvalidRequest>]
internal sealed record DownloadRegisterQuery(
    Guid CouncilId, RegisterFileFormat Format, int? Version = null, bool Empty = false, Language Language = Language.Chinese) : IQuery<RegisterFile>, IConcernsCouncil;

internal sealed class DownloadRegisterValidator : AbstractValidator<DownloadRegisterQuery>
{
    public DownloadRegisterValidator()
    {
        RuleFor(q => q.Format).IsInEnum();
        RuleFor(q => q.Language).IsInEnum();
    }
}

/// <summary>Kinds of register files.</summary>
internal enum RegisterFileFormat
{
    Csv,
    Xlsx,
}

/// <param name="Name">What to call it.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record RegisterFile(string Name, string ContentType, byte[] Content);
