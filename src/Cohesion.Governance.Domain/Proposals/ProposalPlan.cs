using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Domain.Rules;

namespace Cohesion.Governance.Domain.Proposals;

/// <summary>Stages of a proposal that have a date before it is decided.</summary>
public enum PlanStage
{
    /// <summary>Its author hands in the version that was asked for.</summary>
    Revision,

    /// <summary>The secretary accepts it.</summary>
    Screening,

    /// <summary>Opinions are taken.</summary>
    Consultation,

    /// <summary>The notice of the meeting goes out.</summary>
    Notice,

    /// <summary>The meeting deals with it.</summary>
    Meeting,

    /// <summary>Ballots are taken.</summary>
    Vote,

    /// <summary>The result is posted and can be objected to.</summary>
    Posting,

    /// <summary>It stands as a resolution.</summary>
    Resolution,

    /// <summary>It can be challenged in court or before a tribunal.</summary>
    Challenge,

    /// <summary>The workflow only waits.</summary>
    Pause,
}

/// <summary>One step of the workflow ahead of a proposal.</summary>
/// <param name="Stage">What happens.</param>
/// <param name="Takes">How long it lasts by the workflow or the council's own setting; null where nothing says so.</param>
/// <param name="EndsOn">The day it ends on, where it is under way already and that day is fixed.</param>
/// <param name="LapsesOn">The day after which the proposal lapses, where it is under way already.</param>
public sealed record PlanStep(PlanStage Stage, IsoPeriod? Takes = null, DateOnly? EndsOn = null, DateOnly? LapsesOn = null);

/// <summary>What the law asks of the dates.</summary>
/// <param name="Notice">Notice of the meeting.</param>
/// <param name="Rule">The title of the rule that decides.</param>
/// <param name="Source">Its article, judgment or charter.</param>
/// <param name="Silence">How long silence must last before the rule gives it a meaning; null where it has none.</param>
/// <param name="Objections">How long the rule itself takes objections to an adoption; null where it takes none.</param>
/// <param name="Challenge">How long the decision can be challenged; null where nothing is known.</param>
public sealed record PlanLaw(NoticePeriod Notice, LocalText Rule, LocalText Source, IsoPeriod? Silence = null, IsoPeriod? Objections = null, ChallengePeriod? Challenge = null);

/// <summary>A day somebody chose for a stage.</summary>
/// <param name="Day">The day.</param>
/// <param name="Kept">It was chosen before another stage was moved: it goes along where it has become impossible, instead of being refused.</param>
public sealed record PlanMove(DateOnly Day, bool Kept = false);

/// <summary>A stage with its days.</summary>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day, which for what happens on one day is that day.</param>
/// <param name="Earliest">The earliest day it could end on, given what comes before it.</param>
/// <param name="Movable">Whether a person chooses the day; else it follows from what came before.</param>
/// <param name="Why">What makes it take so long, or keeps it from being earlier.</param>
/// <param name="Refused">Why the day chosen for it is not possible; the plan goes on with the nearest that is.</param>
public sealed record PlannedStage(PlanStage Stage, DateOnly From, DateOnly Until, DateOnly Earliest, bool Movable, LocalText Why, PlanDayNotPossible? Refused = null);

/// <summary>The days a proposal would take, before anything is sent. A pure function of the workflow ahead, the law and the days chosen. Immutable.</summary>
/// <remarks>
/// Days are those of the council's calendar. A period of days ends on the day of the same hour, so seven days from the 2nd end on the 9th; what is left of a day is
/// taken as a whole one, since a plan that is late by hours helps nobody. Notice is counted in whole days between (see <see cref="LawfulNotice"/>). Weekends and
/// holidays are days like others: no source of these rules moves them, and the product keeps no calendar of holidays.
/// </remarks>
public sealed record ProposalPlan(IReadOnlyList<PlannedStage> Stages)
{
    /// <summary>Lays the steps out one after the other, each as early as it can be unless a day was chosen for it.</summary>
    /// <param name="from">The day it begins on.</param>
    /// <param name="steps">The way ahead, in order.</param>
    /// <param name="law">What the law asks.</param>
    /// <param name="moves">Days chosen; the first step of the stage takes it.</param>
    public static ProposalPlan Lay(DateOnly from, IEnumerable<PlanStep> steps, PlanLaw law, IReadOnlyDictionary<PlanStage, PlanMove> moves)
    {
        var (stages, cursor) = (new List<PlannedStage>(), from);
        foreach (var step in steps)
        {
            var (earliest, why) = EarliestOf(step, cursor, law);
            var movable = step.Stage is PlanStage.Revision or PlanStage.Screening or PlanStage.Notice or PlanStage.Meeting;
            var (day, refused) = movable && !stages.Exists(s => s.Stage == step.Stage) && moves.TryGetValue(step.Stage, out var move)
                ? Moved(step, move, earliest, why)
                : (earliest, null);
            stages.Add(new PlannedStage(step.Stage, BeginOf(step.Stage, cursor, day), day, earliest, movable, why, refused));
            cursor = day;
        }

        if (law.Challenge is { } challenge && stages.FindLast(s => s.Stage == PlanStage.Vote) is { } vote)
        {
            stages.Add(ChallengeOf(challenge, vote.Until));
        }

        return new ProposalPlan(stages);
    }

    /// <summary>The day on which a period ends that begins on a day; what is left of a day counts as one.</summary>
    public static DateOnly After(DateOnly day, IsoPeriod? period)
    {
        if (period is null)
        {
            return day;
        }

        var end = period.After(new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero));
        var whole = DateOnly.FromDateTime(end.DateTime);
        return end.TimeOfDay > TimeSpan.Zero ? whole.AddDays(1) : whole;
    }

    private static (DateOnly Earliest, LocalText Why) EarliestOf(PlanStep step, DateOnly cursor, PlanLaw law) => step.Stage switch
    {
        _ when step.EndsOn is { } fixedDay => (fixedDay > cursor ? fixedDay : cursor, PlanTexts.UnderWay),
        PlanStage.Revision => (cursor, PlanTexts.Revision),
        PlanStage.Screening => (cursor, PlanTexts.Screening),
        PlanStage.Consultation => (After(cursor, step.Takes), step.Takes is { } period ? PlanTexts.Consultation.With(PeriodText.Of(period)) : PlanTexts.NoPeriod),
        PlanStage.Notice => (cursor, PlanTexts.Notice),
        PlanStage.Meeting => (cursor.AddDays(law.Notice.Days + 1), law.Notice.AskedBy is { } rule
            ? PlanTexts.NoticeOfRule.With(law.Notice.Days, rule, law.Source)
            : PlanTexts.NoticeOfCouncil.With(law.Notice.Days)),
        PlanStage.Vote => Longer(cursor, step.Takes, PlanTexts.Vote, law.Silence, PlanTexts.Silence, law),
        PlanStage.Posting => Longer(cursor, step.Takes, PlanTexts.Posting, law.Objections, PlanTexts.Objections, law),
        PlanStage.Resolution => (cursor, PlanTexts.Resolution),
        PlanStage.Pause => (After(cursor, step.Takes), PlanTexts.Pause),
        _ => throw new ArgumentOutOfRangeException(nameof(step), step.Stage, "A stage that is no step of a workflow"),
    };

    // The rule goes before the workflow where it asks for more.
    private static (DateOnly Earliest, LocalText Why) Longer(DateOnly from, IsoPeriod? usual, LocalText usually, IsoPeriod? asked, LocalText byRule, PlanLaw law)
    {
        var (workflow, rule) = (After(from, usual), After(from, asked));
        return rule > workflow && asked is not null ? (rule, byRule.With(PeriodText.Of(asked), law.Rule, law.Source))
            : usual is null ? (workflow, PlanTexts.NoPeriod)
            : (workflow, usually.With(PeriodText.Of(usual)));
    }

    private static (DateOnly Day, PlanDayNotPossible? Refused) Moved(PlanStep step, PlanMove move, DateOnly earliest, LocalText why)
    {
        if (move.Day < earliest)
        {
            return (earliest, move.Kept ? null : new PlanDayNotPossible(step.Stage, move.Day, earliest, why));
        }

        return step.LapsesOn is { } last && move.Day > last
            ? (last > earliest ? last : earliest, move.Kept ? null : new PlanDayNotPossible(step.Stage, move.Day, last, PlanTexts.Lapses))
            : (move.Day, null);
    }

    // What happens on one day begins and ends on it; the others begin when what came before them ends.
    private static DateOnly BeginOf(PlanStage stage, DateOnly cursor, DateOnly day) =>
        stage is PlanStage.Consultation or PlanStage.Vote or PlanStage.Posting or PlanStage.Pause ? cursor : day;

    private static PlannedStage ChallengeOf(ChallengePeriod challenge, DateOnly counted)
    {
        var last = challenge.LastDay(new DateTimeOffset(counted.ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero), TimeZoneInfo.Utc);
        var why = challenge.From switch
        {
            ChallengeStart.Decided => PlanTexts.ChallengeDecided,
            ChallengeStart.Notified => PlanTexts.ChallengeNotified,
            ChallengeStart.Known => PlanTexts.ChallengeKnown,
            _ => throw new ArgumentOutOfRangeException(nameof(challenge), challenge.From, "A beginning without words"),
        };
        return new PlannedStage(PlanStage.Challenge, counted, last, last, false, why.With(PeriodText.Of(challenge.Period), challenge.Source));
    }
}
