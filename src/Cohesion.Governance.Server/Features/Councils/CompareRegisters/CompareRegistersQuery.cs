using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Web;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.Councils.CompareRegisters;

/// <summary>Shows what two versions of the register differ in: seats added, changed and gone, and the sums of each bloc.</summary>
/// <param name="CouncilId">The council.</param>
/// <param name="From">Number of the earlier version; 0 is the time before the first.</param>
/// <param name="To">Number of the later version.</param>
/// <param name="After">The <c>next</c> of the page before.</param>
/// <param name="Size">Seats on a page, at most 200.</param>
[Title("compares versions of the register", "比较名册版本")]
[RequiresMembership]
[Refuses<InvalidRequest>]
internal sealed record CompareRegistersQuery(Guid CouncilId, int From, int To, int? After = null, int Size = Page<SeatDifferenceView>.DefaultSize)
    : IQuery<ComparedRegisters>, IConcernsCouncil;

internal sealed class CompareRegistersValidator : AbstractValidator<CompareRegistersQuery>
{
    public CompareRegistersValidator()
    {
        RuleFor(q => q.Size).InclusiveBetween(1, Page<SeatDifferenceView>.MaxSize);
        RuleFor(q => q.After).GreaterThanOrEqualTo(0);
    }
}

/// <param name="CouncilName">The council's name.</param>
/// <param name="TimeZone">Time zone in which its days begin and end.</param>
/// <param name="From">The earlier version; null for the time before the first.</param>
/// <param name="To">The later version.</param>
/// <param name="Versions">All versions, newest first.</param>
/// <param name="Differences">What they differ in.</param>
internal sealed record ComparedRegisters(
    LocalText CouncilName, string TimeZone, RegisterVersionView? From, RegisterVersionView To, IReadOnlyList<RegisterVersionView> Versions, RegisterDifferences Differences);
