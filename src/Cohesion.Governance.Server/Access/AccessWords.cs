using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;

namespace Cohesion.Governance.Server.Access;

/// <summary>Says who may, in words, for the API's description and the capabilities table.</summary>
internal static class AccessWords
{
    public static string Of(AccessAttribute access)
    {
        var who = access switch
        {
            AnyoneAttribute anyone => $"anybody ({anyone.Because})",
            RequiresSignInAttribute => "everybody who is signed in",
            RequiresMembershipAttribute => "every member of the council",
            RequiresSeatAttribute { OrMandate: true } => "whoever acts for a seat or holds a mandate of one",
            RequiresSeatAttribute => "whoever acts for a seat",
            RequiresOfficeAttribute office => string.Join(", ", office.Offices.Select(Name)) + (office.OrSeat ? ", or whoever acts for a seat" : string.Empty),
            ProcessOnlyAttribute => "only the server itself",
            _ => throw new ArgumentOutOfRangeException(nameof(access), access.GetType().Name, "An access declaration without words"),
        };
        return access is { OrProcess: true } and not ProcessOnlyAttribute ? who + ", or the server itself" : who;
    }

    private static string Name(Office office) => OfficeNames.Of(office).In(Language.English);
}
