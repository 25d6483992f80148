using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.Streets.StreetFigures;

/// <summary>How a street keeps what its councils promised: what is stuck, what is overdue and how far up, what comes next, and the rates over a time.</summary>
/// <param name="StreetId">The street.</param>
/// <param name="Days">Over how many days back the rates are: 30, 90 or 365.</param>
[Title("looks at the street's figures", "查看街道数据")]
[RequiresMembership]
[Refuses<InvalidRequest>]
internal sealed record StreetFiguresQuery(Guid StreetId, int Days = 90) : IQuery<StreetFiguresView>, IConcernsStreet
{
    /// <summary>The times one can choose.</summary>
    public static readonly IReadOnlyList<int> Spans = [30, 90, 365];

    /// <summary>How far ahead deadlines are listed, in days.</summary>
    public const int Ahead = 14;

    /// <summary>After how many days in a stage that does not end by itself a proposal counts as stuck.</summary>
    public const int Patience = 30;

    /// <summary>Most lines of a list.</summary>
    public const int Lines = 12;
}

internal sealed class StreetFiguresValidator : AbstractValidator<StreetFiguresQuery>
{
    public StreetFiguresValidator() => RuleFor(q => q.Days).Must(StreetFiguresQuery.Spans.Contains).Says("Choose 30, 90 or 365 days.", "请选择 30、90 或 365 天。");
}

/// <param name="Since">Where the time begins that the rates are about.</param>
/// <param name="Rates">Those of the whole street.</param>
/// <param name="OverdueByLevel">Open actions past their due date, by the rung of the chase ladder they have come to: 0, 1, 2, 3, 4 and higher.</param>
/// <param name="Stuck">What does not move, by reason; reasons without any are left out.</param>
/// <param name="StuckLongest">The things that have been stuck longest.</param>
/// <param name="Deadlines">What falls due next.</param>
/// <param name="Councils">The rates of each council in which anything was due, said or is overdue.</param>
internal sealed record StreetFiguresView(
    Guid StreetId, LocalText Name, int Days, DateTimeOffset Since, StreetRates Rates, IReadOnlyList<int> OverdueByLevel, IReadOnlyList<StuckCount> Stuck,
    IReadOnlyList<StuckThing> StuckLongest, IReadOnlyList<Deadline> Deadlines, IReadOnlyList<CouncilRates> Councils);

/// <param name="Due">Actions whose due date lay in the time and that were not given up.</param>
/// <param name="Kept">Those of them that were kept, late or not.</param>
/// <param name="InTime">Those kept by their due date.</param>
/// <param name="Asked">How often those who asked for something were asked whether it is done, and answered or let the time pass.</param>
/// <param name="Satisfied">How often they said yes.</param>
/// <param name="Ratings">Appraisals of finished proposals.</param>
/// <param name="RatingSum">Their sum; each is 1 to 5.</param>
/// <param name="Overdue">Open actions past their due date now.</param>
internal sealed record StreetRates(int Due, int Kept, int InTime, int Asked, int Satisfied, int Ratings, int RatingSum, int Overdue);

internal sealed record CouncilRates(Guid CouncilId, LocalText Name, StreetRates Rates);

internal sealed record StuckCount(StuckReason Reason, int Count);

/// <param name="Path">Its page.</param>
/// <param name="Since">Since when it does not move.</param>
internal sealed record StuckThing(StuckReason Reason, Guid CouncilId, LocalText Council, string Title, string Path, DateTimeOffset Since);

internal sealed record Deadline(DeadlineKind Kind, Guid CouncilId, LocalText Council, string Title, string Path, DateTimeOffset At);

/// <summary>Why something does not move.</summary>
internal enum StuckReason
{
    /// <summary>A process stopped with a fault.</summary>
    Fault,

    /// <summary>The owner of an action declined and nobody else was found.</summary>
    Declined,

    /// <summary>Those who asked said nothing, and nobody has decided.</summary>
    Undecided,

    /// <summary>An action is overdue and its chase has come to the last rung: nobody is left to be told.</summary>
    Chased,

    /// <summary>A proposal is in a stage that should have ended.</summary>
    StageOver,

    /// <summary>A proposal has waited for somebody for more than thirty days.</summary>
    Waiting,
}

/// <summary>What falls due.</summary>
internal enum DeadlineKind
{
    Action,
    Vote,
    Posting,
    Meeting,
}
