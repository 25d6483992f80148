using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Councils.ListMyCouncils;

/// <summary>Lists the councils in which the caller holds an office, in them or in their street.</summary>
[Title("looks at the own councils", "查看我的议事会")]
[RequiresSignIn]
internal sealed record ListMyCouncilsQuery : IQuery<IReadOnlyList<MyCouncil>>;

/// <param name="CouncilId">The council.</param>
/// <param name="Name">Its name.</param>
/// <param name="StreetId">Its street.</param>
/// <param name="StreetName">The street's name.</param>
/// <param name="Offices">What the caller is there.</param>
internal sealed record MyCouncil(Guid CouncilId, LocalText Name, Guid StreetId, LocalText StreetName, IReadOnlyList<Office> Offices);
