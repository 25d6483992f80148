using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Accounts.WhoAmI;

/// <summary>Who is signed in.</summary>
[Title("looks at who is signed in", "查看当前登录者")]
[RequiresSignIn]
internal sealed record WhoAmIQuery : IQuery<PersonHere>;

/// <summary>The person who asks.</summary>
/// <param name="Streets">Streets in which the person holds an office.</param>
internal sealed record PersonHere(Guid Id, LocalText Name, Language Language, IReadOnlyList<StreetHere> Streets, bool IsAdministrator);

/// <summary>A street the person holds an office in.</summary>
internal sealed record StreetHere(Guid Id, LocalText Name);
