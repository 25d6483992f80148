using System.Globalization;
using Cohesion.Governance.Domain.Meetings;

namespace Cohesion.Governance.Domain.Proposals;

/// <summary>Why a stage of a plan is when it is.</summary>
internal static class PlanTexts
{
    public static readonly LocalText Revision = new("The author may hand in the new version any day from now on", "提出人自即日起可随时提交新版本");
    public static readonly LocalText Screening = new("The secretary may accept it any day from then on", "秘书自该日起可随时受理");
    public static readonly LocalText Consultation = new("Opinions are taken for {0} from the day it is accepted", "受理后征求意见 {0}");
    public static readonly LocalText Notice = new("The notice can go out once the proposal waits for a meeting", "议题待上会后即可发出会议通知");
    public static readonly LocalText NoticeOfCouncil = new("The council's own rules ask for {0} whole days between notice and meeting", "按议事会规则，通知与会议之间须间隔 {0} 个整日");
    public static readonly LocalText NoticeOfRule = new("“{1}” ({2}) asks for {0} whole days between notice and meeting", "“{1}”（{2}）要求通知与会议之间间隔 {0} 个整日");
    public static readonly LocalText Vote = new("Ballots are taken for {0} from the meeting on", "会后投票 {0}");
    public static readonly LocalText Silence = new("“{1}” ({2}) lets silence count only after {0}, so the vote stays open that long", "“{1}”（{2}）规定沉默满 {0} 才计入，投票期相应延长");
    public static readonly LocalText Posting = new("The result is posted for {0} after the count", "计票后公示 {0}");
    public static readonly LocalText Objections = new("“{1}” ({2}) takes objections for {0}, so the result is posted that long", "“{1}”（{2}）规定异议期 {0}，公示期相应延长");
    public static readonly LocalText Resolution = new("It becomes a resolution when the posting ends without objection", "公示期满无异议即成为决议");
    public static readonly LocalText Pause = new("The workflow waits", "流程设定的等候期");
    public static readonly LocalText NoPeriod = new("The workflow sets no period here", "流程未设定期限");
    public static readonly LocalText UnderWay = new("Under way already; its end is fixed", "已在进行，截止日已定");
    public static readonly LocalText Lapses = new("Without a new version by then the proposal lapses", "逾期未提交新版本的，议题终止");
    public static readonly LocalText ChallengeDecided = new("It can be challenged for {0} from the result ({1})", "自结果公布之日起 {0}内可起诉（{1}）");
    public static readonly LocalText ChallengeNotified = new("Each can challenge it for {0} from being told of the result ({1})", "各人自收到结果通知之日起 {0}内可提起诉讼（{1}）");
    public static readonly LocalText ChallengeKnown = new("Each can challenge it for {0} from when he knew or should have known ({1})", "各人自知道或应当知道之日起 {0}内可请求撤销（{1}）");
}

/// <summary>The day chosen for a stage of a plan cannot be.</summary>
/// <param name="Stage">Which.</param>
/// <param name="Wanted">The day chosen.</param>
/// <param name="Nearest">The nearest day that can be.</param>
/// <param name="Why">What stands against it, with its article where a rule does.</param>
public sealed record PlanDayNotPossible(PlanStage Stage, DateOnly Wanted, DateOnly Nearest, LocalText Why) : Refusal
{
    public override LocalText Message
    {
        get
        {
            var (wanted, nearest) = (MeetingTime.SayDay(Wanted), MeetingTime.SayDay(Nearest));
            return Wanted < Nearest
                ? new(
                    string.Create(CultureInfo.InvariantCulture, $"{wanted.En} is too early. {Why.En}: choose {nearest.En} or a later day."),
                    string.Create(CultureInfo.InvariantCulture, $"{wanted.Zh}过早。{Why.Zh}，请选择{nearest.Zh}或之后的日期。"))
                : new(
                    string.Create(CultureInfo.InvariantCulture, $"{wanted.En} is too late. {Why.En}: choose {nearest.En} or an earlier day."),
                    string.Create(CultureInfo.InvariantCulture, $"{wanted.Zh}过晚。{Why.Zh}，请选择{nearest.Zh}或之前的日期。"));
        }
    }

    public override RefusalKind Kind => RefusalKind.Invalid;
}

/// <summary>The proposal's dates are no longer to be planned: the notice has gone out, or it has ended.</summary>
public sealed record PlanUnderWay(ProposalStage Stage) : Refusal
{
    public override LocalText Message => new LocalText(
        "This proposal is {0}: its dates are fixed and stand on its page.", "本议题{0}，日期已定，请在议题页面查看。").With(ProposalStageNames.Of(Stage));
}
