using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Web;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.Councils.ListOfficeHolders;

/// <summary>Lists who holds which office of the council, since when and until when, and whom somebody who appoints can choose from.</summary>
/// <param name="CouncilId">The council.</param>
/// <param name="Former">Whether those whose office has ended are listed in place of those who hold it.</param>
/// <param name="Find">Only people with these words in their name or their seat's.</param>
/// <param name="After">The <c>next</c> of the page before.</param>
/// <param name="Size">Holdings on a page, at most 200.</param>
/// <param name="PersonId">Somebody to be offered for appointment who holds no office yet, because his account was opened just now.</param>
/// <param name="SeatId">A seat to be offered, where there are too many to offer all.</param>
[Title("looks at the people of the council", "查看人员与职务")]
[RequiresMembership]
[Refuses<InvalidRequest>]
internal sealed record ListOfficeHoldersQuery(
    Guid CouncilId, bool Former = false, string? Find = null, int? After = null, int Size = Page<OfficeHolder>.DefaultSize, Guid? PersonId = null, Guid? SeatId = null)
    : IQuery<OfficeHolders>, IConcernsCouncil;

internal sealed class ListOfficeHoldersValidator : AbstractValidator<ListOfficeHoldersQuery>
{
    public ListOfficeHoldersValidator()
    {
        RuleFor(q => q.Size).InclusiveBetween(1, Page<OfficeHolder>.MaxSize);
        RuleFor(q => q.After).GreaterThanOrEqualTo(0);
        RuleFor(q => q.Find).MaximumLength(100);
    }
}

/// <param name="CouncilName">The council's name.</param>
/// <param name="TimeZone">Time zone in which its days begin and end.</param>
/// <param name="Matching">How many holdings are asked for.</param>
/// <param name="Holders">Those of this page.</param>
/// <param name="People">Whom an appointer can choose from, at most <see cref="MostChoices"/>; empty for others.</param>
/// <param name="Seats">The seats he can choose from, at most as many; where there are more, only the one asked for.</param>
/// <param name="MoreSeats">Whether there are more seats than can be offered.</param>
internal sealed record OfficeHolders(
    LocalText CouncilName, string TimeZone, int Matching, Page<OfficeHolder> Holders, IReadOnlyList<PersonToAppoint> People, IReadOnlyList<SeatToActFor> Seats, bool MoreSeats)
{
    /// <summary>Most people and seats in a list to choose from.</summary>
    public const int MostChoices = 200;
}

/// <param name="HoldingId">Names the holding, to end it.</param>
/// <param name="PersonId">Who holds it.</param>
/// <param name="Name">The person's name.</param>
/// <param name="Office">The office.</param>
/// <param name="SeatId">The seat acted for, where it is one.</param>
/// <param name="Seat">What the seat is called.</param>
/// <param name="CoOwner">Whether the person owns it together with others.</param>
/// <param name="OfStreet">Whether it is an office of the whole street.</param>
/// <param name="Since">Since when.</param>
/// <param name="Until">Until when; null while it lasts.</param>
internal sealed record OfficeHolder(
    Guid HoldingId, Guid PersonId, LocalText Name, Office Office, Guid? SeatId, string? Seat, bool CoOwner, bool OfStreet, DateTimeOffset Since, DateTimeOffset? Until);

internal sealed record PersonToAppoint(Guid PersonId, LocalText Name);

/// <param name="SeatId">The seat.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Party">The firm or person behind it.</param>
internal sealed record SeatToActFor(Guid SeatId, string Label, LocalText Party);
