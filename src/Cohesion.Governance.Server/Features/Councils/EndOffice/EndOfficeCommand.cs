using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Councils.EndOffice;

/// <summary>Somebody's office in the council ends now; what was done in it stays.</summary>
/// <param name="CouncilId">The council.</param>
/// <param name="HoldingId">The holding, as the council page names it.</param>
[Title("ends an office", "免除职务")]
[RequiresOffice(Office.CouncilSecretary, Office.StreetConvenor)]
[Refuses<OfficeEndedAlready>]
[Refuses<ConvenorRelieves>]
internal sealed record EndOfficeCommand(Guid CouncilId, Guid HoldingId) : ICommand<Done>, IConcernsCouncil;

/// <summary>The office has ended before.</summary>
internal sealed record OfficeEndedAlready : Refusal
{
    public override LocalText Message => new("This office has ended already.", "该职务已经免除。");
}

/// <summary>Only the convenor relieves of this office.</summary>
internal sealed record ConvenorRelieves : Refusal
{
    public override LocalText Message => new(
        "Only the street convenor relieves a secretary or auditor of the office. Ask the convenor.", "秘书和审计员由街道召集人免职，请联系召集人。");

    public override RefusalKind Kind => RefusalKind.Forbidden;
}
