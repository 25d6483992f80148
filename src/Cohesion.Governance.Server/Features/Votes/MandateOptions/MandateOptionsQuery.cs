using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.Votes.MandateOptions;

/// <summary>For which seats the reader may give or record a mandate, to whom, and for what: his own seats; all of the register for the secretary.</summary>
/// <param name="CouncilId">The council.</param>
/// <param name="Holder">Part of the holder's name; needed in a large council.</param>
/// <param name="Seat">Words in the seat's name or its party's, for the secretary; needed in a large council.</param>
[Title("reads what a mandate can be given for", "查看可委托事项")]
[RequiresMembership]
[Refuses<InvalidRequest>]
internal sealed record MandateOptionsQuery(Guid CouncilId, string? Holder = null, string? Seat = null) : IQuery<MandateOptionsView>, IConcernsCouncil;

internal sealed class MandateOptionsValidator : AbstractValidator<MandateOptionsQuery>
{
    public MandateOptionsValidator()
    {
        RuleFor(q => q.Holder).MaximumLength(MandateHolders.LongestFind);
        RuleFor(q => q.Seat).MaximumLength(MandateHolders.LongestFind);
    }
}

/// <summary>The possibilities.</summary>
/// <param name="Seats">Seats he acts for.</param>
/// <param name="OtherSeats">Seats whose written mandates he may record; empty for everybody but the secretary.</param>
/// <param name="AreMoreSeats">Whether there are more other seats than are offered.</param>
/// <param name="Holders">Whom a mandate could be given to: members of the council who may act.</param>
/// <param name="Votes">Votes that have not ended.</param>
/// <param name="Meetings">Meetings to come or in session.</param>
internal sealed record MandateOptionsView(
    Guid CouncilId, LocalText CouncilName, string TimeZone, IReadOnlyList<MandateSeat> Seats, IReadOnlyList<MandateSeat> OtherSeats, bool AreMoreSeats, MandateHolders Holders,
    IReadOnlyList<MandateSubject> Votes, IReadOnlyList<MandateSubject> Meetings);

/// <summary>A seat.</summary>
/// <param name="CoOwners">Its co-owners, of whom one may have signed; empty where it is not co-owned.</param>
internal sealed record MandateSeat(Guid SeatId, string Label, IReadOnlyList<MandatePerson> CoOwners);

/// <summary>A vote or meeting that a mandate can be for.</summary>
/// <param name="At">When it closes or begins.</param>
internal sealed record MandateSubject(Guid Id, string Title, DateTimeOffset? At);
