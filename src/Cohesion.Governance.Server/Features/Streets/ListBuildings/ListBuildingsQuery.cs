using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Streets.ListBuildings;

/// <summary>Lists the buildings of a street, for the convenor to found councils of.</summary>
[Title("looks at the buildings of the street", "查看街道楼宇")]
[RequiresOffice(Office.StreetConvenor)]
internal sealed record ListBuildingsQuery(Guid StreetId) : IQuery<BuildingsOfStreet>, IConcernsStreet;

/// <param name="StreetName">The street's name.</param>
/// <param name="Buildings">Its buildings, by address.</param>
internal sealed record BuildingsOfStreet(LocalText StreetName, IReadOnlyList<BuildingOfStreet> Buildings);

/// <param name="Id">The building.</param>
/// <param name="Name">Its name.</param>
/// <param name="Address">Where it stands.</param>
/// <param name="Councils">How many councils it belongs to already.</param>
internal sealed record BuildingOfStreet(Guid Id, LocalText Name, string Address, int Councils);
