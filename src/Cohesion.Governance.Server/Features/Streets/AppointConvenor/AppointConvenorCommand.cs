using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Streets.AppointConvenor;

/// <summary>Somebody becomes convenor of a street's councils: the first by the administrator, others by a convenor too.</summary>
[Title("appoints a street convenor", "任命街道召集人")]
[RequiresOffice(Office.Administrator, Office.StreetConvenor)]
[Refuses<PersonUnknown>]
[Refuses<OfficeHeldAlready>]
internal sealed record AppointConvenorCommand(Guid StreetId, Guid PersonId) : ICommand<Guid>, IConcernsStreet;
