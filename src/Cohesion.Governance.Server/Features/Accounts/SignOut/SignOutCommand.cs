using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Accounts.SignOut;

/// <summary>Somebody signs out: the browser's cookie is taken back. A bearer token just is thrown away; it ends by itself within the hour.</summary>
[Title("signs out", "退出登录")]
[Anyone("who is signed out already is so again")]
internal sealed record SignOutCommand : IAttempt<Done>;
