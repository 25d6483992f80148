using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Domain.Rules;
using Xunit;

namespace Cohesion.Governance.Domain.Tests.Proposals;

/// <summary>Days by hand: 2 November 2026 is a Monday.</summary>
public sealed class ProposalPlanTests
{
    private static readonly DateOnly Begin = new(2026, 11, 2);
    private static readonly PlanLaw SevenDays = new(new NoticePeriod(7, null), new("Charter", "章程"), new("charter 3", "章程第三条"));

    private static readonly PlanStep[] Usual =
    [
        new(PlanStage.Screening), new(PlanStage.Consultation, Period("P7D")), new(PlanStage.Notice), new(PlanStage.Meeting),
        new(PlanStage.Vote, Period("P7D")), new(PlanStage.Posting, Period("P7D")), new(PlanStage.Resolution),
    ];

    [Fact]
    public void Lays_every_stage_as_early_as_workflow_and_notice_allow()
    {
        var plan = Lay(SevenDays);

        // 2 + 7 = 9; seven whole days between the 9th and the meeting are the 10th to the 16th, so the 17th; 17 + 7 = 24; 24 + 7 = 31 = 1 December.
        Assert.Equal(
            [(PlanStage.Screening, 2), (PlanStage.Consultation, 9), (PlanStage.Notice, 9), (PlanStage.Meeting, 17), (PlanStage.Vote, 24), (PlanStage.Posting, 31), (PlanStage.Resolution, 31)],
            plan.Stages.Select(s => (s.Stage, DaysFromOctoberEnd(s.Until))));
        Assert.Equal((new DateOnly(2026, 11, 2), new DateOnly(2026, 11, 17), new DateOnly(2026, 11, 24)), (At(plan, PlanStage.Consultation).From, At(plan, PlanStage.Vote).From, At(plan, PlanStage.Posting).From));
        Assert.All(plan.Stages, s => Assert.Null(s.Refused));
    }

    [Fact]
    public void What_is_moved_later_takes_all_that_follows_along()
    {
        var plan = Lay(SevenDays, (PlanStage.Meeting, new PlanMove(new(2026, 11, 20))));

        // The meeting on the 20th; ballots until the 27th; posted until 4 December. What comes before stays.
        Assert.Equal((new DateOnly(2026, 11, 9), new DateOnly(2026, 11, 20), new DateOnly(2026, 11, 27), new DateOnly(2026, 12, 4)),
            (At(plan, PlanStage.Notice).Until, At(plan, PlanStage.Meeting).Until, At(plan, PlanStage.Vote).Until, At(plan, PlanStage.Posting).Until));
        Assert.Equal(new DateOnly(2026, 11, 17), At(plan, PlanStage.Meeting).Earliest);
    }

    [Fact]
    public void A_meeting_before_its_notice_has_run_is_refused_with_the_article_and_the_nearest_day()
    {
        // 15 whole days after the 9th are the 10th to the 24th: the 25th.
        var law = SevenDays with { Notice = new NoticePeriod(15, new("Owners' assembly", "业主大会")), Source = new("Regulations art. 14", "物业管理条例第十四条") };

        var meeting = At(Lay(law, (PlanStage.Meeting, new PlanMove(new(2026, 11, 24)))), PlanStage.Meeting);

        Assert.Equal((new DateOnly(2026, 11, 25), new DateOnly(2026, 11, 24), new DateOnly(2026, 11, 25)), (meeting.Until, meeting.Refused!.Wanted, meeting.Refused.Nearest));
        Assert.Equal(
            "24 November 2026 is too early. “Owners' assembly” (Regulations art. 14) asks for 15 whole days between notice and meeting: choose 25 November 2026 or a later day.",
            meeting.Refused.Message.En);
        Assert.Equal("2026年11月24日过早。“业主大会”（物业管理条例第十四条）要求通知与会议之间间隔 15 个整日，请选择2026年11月25日或之后的日期。", meeting.Refused.Message.Zh);
        Assert.Null(At(Lay(law, (PlanStage.Meeting, new PlanMove(new(2026, 11, 25)))), PlanStage.Meeting).Refused);
    }

    [Fact]
    public void A_day_before_what_must_come_first_is_refused()
    {
        var plan = Lay(SevenDays, (PlanStage.Screening, new PlanMove(new(2026, 11, 1))), (PlanStage.Notice, new PlanMove(new(2026, 11, 8))));

        Assert.Equal((Begin, new DateOnly(2026, 11, 9)), (At(plan, PlanStage.Screening).Refused!.Nearest, At(plan, PlanStage.Notice).Refused!.Nearest));
    }

    [Fact]
    public void A_day_chosen_earlier_goes_along_when_a_stage_before_it_is_moved_past_it()
    {
        // Accepted on the 12th, consultation until the 19th: the notice kept for the 10th goes out on the 19th, the meeting is on the 27th.
        var plan = Lay(SevenDays, (PlanStage.Screening, new PlanMove(new(2026, 11, 12))), (PlanStage.Notice, new PlanMove(new(2026, 11, 10), Kept: true)));

        Assert.Equal((new DateOnly(2026, 11, 19), new DateOnly(2026, 11, 27)), (At(plan, PlanStage.Notice).Until, At(plan, PlanStage.Meeting).Until));
        Assert.All(plan.Stages, s => Assert.Null(s.Refused));
    }

    [Fact]
    public void The_vote_stays_open_until_silence_counts_and_the_posting_until_the_rules_own_objections_end()
    {
        // From the meeting on the 17th: 30 days are 17 December; ten days on is the 27th.
        var plan = Lay(SevenDays with { Silence = Period("P30D"), Objections = Period("P10D") });

        Assert.Equal((new DateOnly(2026, 12, 17), new DateOnly(2026, 12, 27)), (At(plan, PlanStage.Vote).Until, At(plan, PlanStage.Posting).Until));
        Assert.Contains("“Charter” (charter 3) lets silence count only after 30 days", At(plan, PlanStage.Vote).Why.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("P1Y", "2027-11-24")]
    [InlineData("P2M", "2027-01-24")]
    [InlineData("P30D", "2026-12-24")]
    public void A_challenge_ends_its_period_after_the_count(string period, string last)
    {
        var challenge = new ChallengePeriod { Period = Period(period), From = ChallengeStart.Known, Source = new("Civil Code 280(2)", "民法典第二百八十条第二款"), Evidence = Evidence.Secondary };

        var stage = At(Lay(SevenDays with { Challenge = challenge }), PlanStage.Challenge);

        Assert.Equal((new DateOnly(2026, 11, 24), DateOnly.Parse(last, System.Globalization.CultureInfo.InvariantCulture)), (stage.From, stage.Until));
        Assert.Contains("民法典第二百八十条第二款", stage.Why.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void A_consultation_under_way_keeps_the_end_it_has()
    {
        PlanStep[] ahead = [new(PlanStage.Consultation, Period("P7D"), EndsOn: new(2026, 11, 5)), .. Usual[2..]];

        var plan = ProposalPlan.Lay(Begin, ahead, SevenDays, new Dictionary<PlanStage, PlanMove>());

        // 5 + 7 + 1 = 13.
        Assert.Equal((new DateOnly(2026, 11, 5), new DateOnly(2026, 11, 13)), (At(plan, PlanStage.Consultation).Until, At(plan, PlanStage.Meeting).Until));
    }

    [Fact]
    public void A_revision_after_the_proposal_would_lapse_is_refused()
    {
        PlanStep[] ahead = [new(PlanStage.Revision, Period("P14D"), LapsesOn: new(2026, 11, 16)), .. Usual];

        var revision = At(ProposalPlan.Lay(Begin, ahead, SevenDays, new Dictionary<PlanStage, PlanMove> { [PlanStage.Revision] = new(new(2026, 11, 17)) }), PlanStage.Revision);

        Assert.Equal((new DateOnly(2026, 11, 16), new DateOnly(2026, 11, 16)), (revision.Until, revision.Refused!.Nearest));
        Assert.Contains("is too late", revision.Refused.Message.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PT30M", "2026-11-03")]
    [InlineData("PT24H", "2026-11-03")]
    [InlineData("P1M", "2026-12-02")]
    [InlineData("P1DT1H", "2026-11-04")]
    public void What_is_left_of_a_day_counts_as_one(string period, string end) =>
        Assert.Equal(DateOnly.Parse(end, System.Globalization.CultureInfo.InvariantCulture), ProposalPlan.After(Begin, Period(period)));

    [Theory]
    [InlineData("P7D", "7 days", "7 天")]
    [InlineData("P1M", "1 month", "1 个月")]
    [InlineData("P1Y2M", "1 year 2 months", "1 年 2 个月")]
    [InlineData("PT30M", "30 minutes", "30 分钟")]
    public void A_period_is_said_as_people_say_it(string period, string english, string chinese) =>
        Assert.Equal(new LocalText(english, chinese), PeriodText.Of(Period(period)));

    private static ProposalPlan Lay(PlanLaw law, params (PlanStage Stage, PlanMove Move)[] moves) =>
        ProposalPlan.Lay(Begin, Usual, law, moves.ToDictionary(m => m.Stage, m => m.Move));

    private static PlannedStage At(ProposalPlan plan, PlanStage stage) => plan.Stages.Single(s => s.Stage == stage);

    private static int DaysFromOctoberEnd(DateOnly day) => day.DayNumber - new DateOnly(2026, 10, 31).DayNumber;

    private static IsoPeriod Period(string text) => IsoPeriod.TryParse(text)!;
}
