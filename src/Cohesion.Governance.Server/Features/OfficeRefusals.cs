using Cohesion.Governance.Domain;

namespace Cohesion.Governance.Server.Features;

/// <summary>Nobody of that id is known to the server.</summary>
internal sealed record PersonUnknown : Refusal
{
    public override LocalText Message => new(
        "Nobody of this id is known here. Create an account for the person first.", "没有此编号的人员，请先为其开通账号。");

    public override RefusalKind Kind => RefusalKind.Invalid;
}

/// <summary>The person holds this office already.</summary>
internal sealed record OfficeHeldAlready : Refusal
{
    public override LocalText Message => new("This person holds this office already.", "此人已担任该职务。");
}
