using System.Security.Claims;
using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Accounts.SignIn;

/// <summary>Somebody proves to be who he says.</summary>
[Title("signs in", "登录")]
[Anyone("whoever signs in is not signed in yet")]
[Refuses<SignInFailed>]
[Refuses<AccountLocked>]
internal sealed record SignInCommand(string Name, string Password) : IAttempt<ClaimsPrincipal>;

/// <summary>Name or password is wrong; which of the two is not told.</summary>
internal sealed record SignInFailed : Refusal
{
    public override LocalText Message => new("Name and password do not match. Please try again.", "用户名或密码不正确，请重试。");

    public override RefusalKind Kind => RefusalKind.SignInNeeded;
}

/// <summary>Too many failures in a row.</summary>
internal sealed record AccountLocked : Refusal
{
    public override LocalText Message => new(
        "Too many failed tries. Wait 15 minutes, then try again.",
        "失败次数过多，请 15 分钟后再试。");

    public override RefusalKind Kind => RefusalKind.TooMany;
}
