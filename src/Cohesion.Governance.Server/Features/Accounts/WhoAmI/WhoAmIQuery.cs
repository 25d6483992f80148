using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Accounts.WhoAmI;

/// <summary>Who is signed in, and what he is in which council or street.</summary>
[Title("reads who he is here", "查看本人身份")]
[RequiresSignIn]
internal sealed record WhoAmIQuery : IQuery<PersonHere>;

/// <summary>The person who asks.</summary>
/// <param name="Councils">The councils he has anything to do with, those of his street included.</param>
internal sealed record PersonHere(
    Guid Id, LocalText Name, Language Language, IReadOnlyList<CouncilHere> Councils, IReadOnlyList<StreetHere> Streets, bool IsAdministrator);

/// <summary>A council and what the person is in it.</summary>
internal sealed record CouncilHere(Guid Id, LocalText Name, IReadOnlyList<Office> Offices, bool HasSeat);

/// <summary>A street the person holds an office in.</summary>
internal sealed record StreetHere(Guid Id, LocalText Name, IReadOnlyList<Office> Offices);
