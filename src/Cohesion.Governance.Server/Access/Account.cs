using Microsoft.AspNetCore.Identity;

namespace Cohesion.Governance.Server.Access;

/// <summary>How a person signs in. Its id is the person's.</summary>
internal sealed class Account : IdentityUser<Guid>;
