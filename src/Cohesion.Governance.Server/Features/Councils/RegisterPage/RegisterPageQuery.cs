using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Web;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.Councils.RegisterPage;

/// <summary>Shows a version of the register, page by page; the one in force unless another is named.</summary>
/// <param name="CouncilId">The council.</param>
/// <param name="Version">Number of the version.</param>
/// <param name="After">The <c>next</c> of the page before.</param>
/// <param name="Size">Lines on a page, at most 200.</param>
/// <param name="Find">Only seats with these words in their name or their party's.</param>
/// <param name="Bloc">Only seats of the bloc with this code.</param>
[Title("looks at the register", "查看名册")]
[RequiresMembership]
[Refuses<InvalidRequest>]
internal sealed record RegisterPageQuery(
    Guid CouncilId, int? Version = null, int? After = null, int Size = Page<RegisterLine>.DefaultSize, string? Find = null, string? Bloc = null)
    : IQuery<RegisterView>, IConcernsCouncil;

internal sealed class RegisterPageValidator : AbstractValidator<RegisterPageQuery>
{
    public RegisterPageValidator()
    {
        RuleFor(q => q.Size).InclusiveBetween(1, Page<RegisterLine>.MaxSize);
        RuleFor(q => q.After).GreaterThanOrEqualTo(0);
        RuleFor(q => q.Find).MaximumLength(100);
        RuleFor(q => q.Bloc).MaximumLength(40);
    }
}

/// <param name="Version">The version shown; 0 before the first.</param>
/// <param name="InForce">The version in force.</param>
/// <param name="CouncilName">The council's name.</param>
/// <param name="TimeZone">Time zone in which its days begin and end.</param>
/// <param name="Versions">All versions, newest first.</param>
/// <param name="Measures">What seats weigh.</param>
/// <param name="Totals">Seats and sums by bloc, of the whole version.</param>
/// <param name="Matching">How many seats of the version are asked for.</param>
/// <param name="Lines">The seats of this page.</param>
/// <param name="Holders">Who acts now for the seats of this page; nothing for an older version.</param>
internal sealed record RegisterView(
    int Version, int InForce, LocalText CouncilName, string TimeZone, IReadOnlyList<RegisterVersionView> Versions, IReadOnlyList<RegisterMeasure> Measures,
    IReadOnlyList<RegisterTotal> Totals, int Matching, Page<RegisterLine> Lines, IReadOnlyList<SeatHolder> Holders);
