using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.Councils.CouncilCalendar;

/// <summary>Everything of a council that has a day: meetings, the ends of votes, consultations and postings, and what is due.</summary>
/// <param name="CouncilId">The council.</param>
/// <param name="From">The first day, in the council's time zone; today where none is given.</param>
/// <param name="Days">How many days.</param>
[Title("looks at the calendar", "查看议事会日历")]
[RequiresMembership]
[Refuses<InvalidRequest>]
internal sealed record CouncilCalendarQuery(Guid CouncilId, DateOnly? From = null, int Days = 31) : IQuery<CouncilCalendarView>, IConcernsCouncil;

/// <param name="From">The first day shown.</param>
/// <param name="Today">The day it is in the council's time zone.</param>
/// <param name="Entries">In the order in which they come.</param>
/// <param name="More">Whether some were left out, because there are too many.</param>
internal sealed record CouncilCalendarView(
    Guid CouncilId, LocalText CouncilName, string TimeZone, DateOnly From, DateOnly Today, IReadOnlyList<CalendarEntry> Entries, bool More)
{
    /// <summary>Most of one kind.</summary>
    public const int Most = 200;
}

/// <param name="Kind">What it is.</param>
/// <param name="At">When.</param>
/// <param name="SubjectId">The meeting, vote, proposal or action.</param>
/// <param name="Title">What it is called.</param>
/// <param name="What">What happens then, in a word or two.</param>
internal sealed record CalendarEntry(CalendarKind Kind, DateTimeOffset At, Guid SubjectId, string Title, LocalText What);

internal enum CalendarKind
{
    /// <summary>A meeting begins.</summary>
    Meeting,

    /// <summary>A vote takes no more ballots.</summary>
    VoteEnds,

    /// <summary>The present stage of a proposal ends by itself.</summary>
    StageEnds,

    /// <summary>A posting ends, and with it the time for objections.</summary>
    PostingEnds,

    /// <summary>An action falls due.</summary>
    ActionDue,
}

internal sealed class CouncilCalendarValidator : AbstractValidator<CouncilCalendarQuery>
{
    private static readonly DateOnly First = new(2000, 1, 1), Last = new(2200, 1, 1);

    public CouncilCalendarValidator()
    {
        RuleFor(q => q.From).InclusiveBetween(First, Last);
        RuleFor(q => q.Days).InclusiveBetween(1, 366);
    }
}
