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
[Title("looks at the register", "查看名册")]
[RequiresMembership]
[Refuses<InvalidRequest>]
internal sealed record RegisterPageQuery(Guid CouncilId, int? Version = null, int? After = null, int Size = Page<RegisterLine>.DefaultSize)
    : IQuery<RegisterView>, IConcernsCouncil;

internal sealed class RegisterPageValidator : AbstractValidator<RegisterPageQuery>
{
    public RegisterPageValidator()
    {
        RuleFor(q => q.Size).InclusiveBetween(1, Page<RegisterLine>.MaxSize);
        RuleFor(q => q.After).GreaterThanOrEqualTo(0);
    }
}

/// <param name="Version">The version shown; 0 before the first.</param>
/// <param name="Versions">All versions, newest first.</param>
/// <param name="Totals">Seats and sums by bloc, of the whole version.</param>
/// <param name="Lines">The seats of this page.</param>
internal sealed record RegisterView(int Version, IReadOnlyList<RegisterVersionView> Versions, IReadOnlyList<RegisterTotal> Totals, Page<RegisterLine> Lines);

internal sealed record RegisterVersionView(int Number, DateTimeOffset At, LocalText By, string Note);

internal sealed record RegisterTotal(string Bloc, LocalText Name, int Seats, IReadOnlyDictionary<string, decimal> Totals);
