using Cohesion.Governance.Domain.Councils;

namespace Cohesion.Governance.Server.Access;

/// <summary>Who may send a request. Every request has exactly one; start-up and a test refuse one without.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal abstract class AccessAttribute : Attribute
{
    /// <summary>Whether a running process may send it too (activities act for the server itself).</summary>
    public bool OrProcess { get; init; }
}

/// <summary>Only holders of one of these offices in the council (or street) concerned.</summary>
internal sealed class RequiresOfficeAttribute(params Office[] offices) : AccessAttribute
{
    public IReadOnlyList<Office> Offices { get; } = offices;

    /// <summary>Whether whoever acts for a seat of the council may send it as well.</summary>
    public bool OrSeat { get; init; }
}

/// <summary>Whoever acts for a seat of the council concerned.</summary>
internal sealed class RequiresSeatAttribute : AccessAttribute
{
    /// <summary>Whether whoever was given a mandate by a seat of the council may send it as well, be he a member or not. The handler looks whether it serves.</summary>
    public bool OrMandate { get; init; }
}

/// <summary>Everybody with any office or seat in the council (or street) concerned, observers and auditors included.</summary>
internal sealed class RequiresMembershipAttribute : AccessAttribute;

/// <summary>Everybody who is signed in; the handler limits itself to what is the caller's own.</summary>
internal sealed class RequiresSignInAttribute : AccessAttribute;

/// <summary>Everybody, signed in or not; says why that is right.</summary>
internal sealed class AnyoneAttribute(string because) : AccessAttribute
{
    public string Because { get; } = because;
}

/// <summary>Only the server itself, in the course of a process or a job.</summary>
internal sealed class ProcessOnlyAttribute : AccessAttribute;
