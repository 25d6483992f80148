using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.FollowUps;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Web;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.FollowUps.ActionBoard;

/// <summary>The actions of a council by due date, with what is late first to be seen, and how many stand where.</summary>
/// <param name="CouncilId">The council.</param>
/// <param name="OwnerPersonId">Only those of this owner.</param>
/// <param name="Stage">Only those at this stage; without it, those that are open.</param>
/// <param name="Overdue">Only those that are late (true) or not (false).</param>
/// <param name="DueBefore">Only those due before this time.</param>
/// <param name="MinLevel">Only those chased to this rung or beyond.</param>
/// <param name="After">The <c>next</c> of the page before.</param>
/// <param name="Size">Most on a page, 1 to 200.</param>
[Title("reads the action board", "查看跟进看板")]
[RequiresMembership]
[Refuses<InvalidRequest>]
internal sealed record ActionBoardQuery(
    Guid CouncilId, Guid? OwnerPersonId = null, FollowUpStage? Stage = null, bool? Overdue = null, DateTimeOffset? DueBefore = null,
    int? MinLevel = null, string? After = null, int Size = Page<ActionRow>.DefaultSize)
    : IQuery<ActionBoardView>, IConcernsCouncil;

/// <param name="Summary">All actions of the council, whatever was asked for.</param>
/// <param name="Rows">The actions asked for.</param>
internal sealed record ActionBoardView(ActionSummary Summary, Page<ActionRow> Rows);

/// <param name="Open">Still to be kept, confirmed or ruled on.</param>
/// <param name="Overdue">Of these, late.</param>
/// <param name="Kept">Kept.</param>
/// <param name="Cancelled">Given up.</param>
/// <param name="Reopened">Returned at least once.</param>
internal sealed record ActionSummary(int Open, int Overdue, int Kept, int Cancelled, int Reopened);

internal sealed record ActionRow(
    Guid Id, int Number, string Title, Guid OwnerPersonId, LocalText Owner, DateTimeOffset DueAt, bool Overdue, FollowUpStage Stage, int ChaseLevel,
    int Reopened, Guid ResolutionId, int ResolutionNumber, string ResolutionTitle);

internal sealed class ActionBoardValidator : AbstractValidator<ActionBoardQuery>
{
    public ActionBoardValidator()
    {
        RuleFor(q => q.Size).InclusiveBetween(1, Page<ActionRow>.MaxSize);
        RuleFor(q => q.After).Must(after => BoardPlace.TryParse(after, out _)).When(q => q.After is not null);
    }
}

/// <summary>A place in the board's order, to go on from.</summary>
internal sealed record BoardPlace(DateTimeOffset DueAt, int Number)
{
    public static bool TryParse(string? text, [NotNullWhen(true)] out BoardPlace? place)
    {
        place = null;
        if (text?.Split('.') is not [var due, var number]
            || !long.TryParse(due, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) || ticks > DateTimeOffset.MaxValue.Ticks
            || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            return false;
        }

        place = new(new DateTimeOffset(ticks, TimeSpan.Zero), count);
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{DueAt.UtcTicks}.{Number}");
}
