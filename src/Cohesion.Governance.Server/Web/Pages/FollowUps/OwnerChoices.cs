using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Councils.CouncilPage;
using Cohesion.Governance.Server.Web.Forms;

namespace Cohesion.Governance.Server.Web.Pages.FollowUps;

/// <summary>Whom an action can be given to: everybody with an office or seat in the council or its street.</summary>
internal static class OwnerChoices
{
    public static IReadOnlyList<Choice> Of(CouncilView council, Reader reader, Guid? except = null) =>
    [
        .. council.Offices.Where(o => o.PersonId != except).GroupBy(o => o.PersonId)
            .Select(holdings => new Choice(
                holdings.Key.ToString(),
                $"{reader.Say(holdings.First().Name)} · {string.Join(" / ", holdings.Select(h => h.Office).Distinct().Select(o => reader.Say(OfficeNames.Of(o))))}"))
            .OrderBy(choice => choice.Label, StringComparer.CurrentCulture),
    ];
}
