using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.Proposals.PlanProposal;

/// <summary>The days a proposal would take under its workflow and rule, before its notice is sent. Nothing is stored.</summary>
/// <param name="Revision">Day its author hands in the version asked for; absent: as early as can be, as everywhere here.</param>
/// <param name="Screening">Day the secretary accepts it.</param>
/// <param name="Notice">Day the notice of the meeting goes out.</param>
/// <param name="Meeting">Day of the meeting.</param>
/// <param name="Kept">Stages, separated by commas, whose day was chosen before another was moved: they go along instead of being refused.</param>
[Title("plans the dates of a proposal", "测算议题日程")]
[RequiresMembership]
[Refuses<InvalidRequest>]
[Refuses<PlanUnderWay>]
internal sealed record PlanProposalQuery(
    Guid ProposalId, DateOnly? Revision = null, DateOnly? Screening = null, DateOnly? Notice = null, DateOnly? Meeting = null, string? Kept = null)
    : IQuery<ProposalPlanView>, IConcernsProposal
{
    /// <summary>The days chosen, by stage.</summary>
    internal IReadOnlyDictionary<PlanStage, PlanMove> Moves()
    {
        var kept = KeptNames();
        (PlanStage Stage, DateOnly? Day)[] chosen =
            [(PlanStage.Revision, Revision), (PlanStage.Screening, Screening), (PlanStage.Notice, Notice), (PlanStage.Meeting, Meeting)];
        return chosen.Where(c => c.Day is not null)
            .ToDictionary(c => c.Stage, c => new PlanMove(c.Day!.Value, kept.Contains(c.Stage.ToString(), StringComparer.OrdinalIgnoreCase)));
    }

    internal string[] KeptNames() => (Kept ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

internal sealed class PlanProposalValidator : AbstractValidator<PlanProposalQuery>
{
    // Periods are added to these days; a plan for a century nobody sees helps nobody.
    private static readonly DateOnly First = new(2000, 1, 1), Last = new(2200, 1, 1);

    public PlanProposalValidator()
    {
        RuleFor(q => q.Revision).InclusiveBetween(First, Last);
        RuleFor(q => q.Screening).InclusiveBetween(First, Last);
        RuleFor(q => q.Notice).InclusiveBetween(First, Last);
        RuleFor(q => q.Meeting).InclusiveBetween(First, Last);
        RuleFor(q => q.Kept).MaximumLength(100);
        RuleForEach(q => q.KeptNames()).Must(name => Enum.TryParse<PlanStage>(name, ignoreCase: true, out _)).OverridePropertyName("kept");
    }
}

/// <summary>The plan of a proposal.</summary>
/// <param name="Today">The day it begins on, by the council's calendar.</param>
/// <param name="Rule">The rule that decides.</param>
/// <param name="Stages">The way ahead, in order.</param>
public sealed record ProposalPlanView(
    Guid CouncilId, LocalText CouncilName, int Number, string Title, ProposalStage Stage, DateOnly Today, PlanRuleLine? Rule, IReadOnlyList<PlannedStageView> Stages);

public sealed record PlanRuleLine(LocalText Title, LocalText Source, Evidence Evidence);

/// <summary>A stage with its days, in the council's calendar.</summary>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day; for what happens on one day, that day.</param>
/// <param name="Earliest">The earliest it could be, given what comes before.</param>
/// <param name="Movable">Whether a person chooses the day.</param>
/// <param name="Why">What makes it take so long, or keeps it from being earlier.</param>
/// <param name="Wanted">The day that was asked for and cannot be.</param>
/// <param name="Refused">Why it cannot be, and what can.</param>
public sealed record PlannedStageView(
    PlanStage Stage, DateOnly From, DateOnly Until, DateOnly Earliest, bool Movable, LocalText Why, DateOnly? Wanted, LocalText? Refused);
