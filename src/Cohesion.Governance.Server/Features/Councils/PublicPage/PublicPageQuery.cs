using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Councils.PublicPage;

/// <summary>What a council that wants a public page adopted and how it is kept. Of people there is nothing in it: no name, no seat, no owner, no reason, no evidence.</summary>
/// <param name="CouncilId">The council.</param>
/// <param name="After">Where the page before ended.</param>
/// <param name="Preview">The secretary looks at it before anybody else may.</param>
[Title("reads the public page", "查看公示页")]
[Anyone("The council wants it read by anybody; while it does not, there is nothing to read.")]
internal sealed record PublicPageQuery(Guid CouncilId, int? After = null, bool Preview = false) : IQuery<PublicPageView>, IConcernsCouncil
{
    /// <summary>Resolutions on a page.</summary>
    public const int Size = 30;
}

/// <param name="TimeZone">IANA zone in which dates are meant.</param>
/// <param name="IsPublic">Whether others than the secretary may read it now.</param>
/// <param name="Adopted">Resolutions in all.</param>
/// <param name="Done">Those that are kept, or for which nothing needed doing.</param>
/// <param name="Late">Those with something overdue.</param>
/// <param name="Resolutions">Newest first.</param>
/// <param name="Next">Where the next page begins; null on the last.</param>
internal sealed record PublicPageView(
    Guid CouncilId, LocalText Council, LocalText Street, string TimeZone, bool IsPublic, int Adopted, int Done, int Late, IReadOnlyList<PublicResolution> Resolutions, int? Next);

/// <param name="Title">As it was posted and adopted.</param>
/// <param name="Actions">How many actions were assigned for it, without those given up.</param>
/// <param name="ActionsKept">How many of them are kept.</param>
/// <param name="DueAt">When the last of the others is due; null where none is open.</param>
/// <param name="KeptAt">When all was found kept; null before.</param>
internal sealed record PublicResolution(int Number, string Title, DateTimeOffset AdoptedAt, PublicState State, int Actions, int ActionsKept, DateTimeOffset? DueAt, DateTimeOffset? KeptAt);

/// <summary>How a resolution is kept.</summary>
internal enum PublicState
{
    /// <summary>Nobody was given anything to do yet.</summary>
    NotBegun,
    Open,
    Late,
    Done,

    /// <summary>Nothing needed doing.</summary>
    NothingToDo,
}
