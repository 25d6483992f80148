using Cohesion.Governance.Server.Web.Pages.Votes;

namespace Cohesion.Governance.Server.Web.Live;

/// <summary>Every region of every page that changes while people look at it.</summary>
internal static class LiveRegions
{
    public static IReadOnlyList<LiveRegionKind> All { get; } =
    [
        new("vote-count", "vote", typeof(VoteCountRegion), nameof(VoteCountRegion.VoteId)),
    ];
}
