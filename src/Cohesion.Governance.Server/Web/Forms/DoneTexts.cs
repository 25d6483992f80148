using Cohesion.Governance.Domain;

namespace Cohesion.Governance.Server.Web.Forms;

/// <summary>What people are told after a form was done, by command; where nothing is said of one, that it was done.</summary>
internal static class DoneTexts
{
    private static readonly Dictionary<string, Func<object?, LocalText>> Texts = new(StringComparer.Ordinal)
    {
        ["RaiseNeed"] = Always("Your need is registered. You will hear what becomes of it.", "诉求已登记，办理进展会通知您。"),
        ["RaiseProposal"] = Always("Your proposal is raised. The council secretary looks at it next.", "议题已提出，接下来由议事会秘书受理。"),
        ["ReviseProposal"] = Always("The new version is on the table.", "新版本已提交。"),
        ["ScreenProposal"] = Always("Decided, and its author was told.", "已确定，并已告知提出人。"),
        ["CommentOnProposal"] = Always("Your comment is there for everybody to read.", "意见已发表，大家都能看到。"),
        ["TakePosition"] = Always("Your bloc's position is recorded.", "界别态度已登记。"),
        ["RaiseObjection"] = Always("Your objection is recorded. Somebody will mediate.", "异议已登记，将有人与您协调。"),
        ["AppraiseProposal"] = Always("Thank you for your appraisal.", "感谢您的评议。"),
        ["PlanMeeting"] = Always("The meeting is planned; the notice goes out by itself.", "会议已拟定，通知将自动发出。"),
        ["CheckIn"] = Always("Checked in.", "签到成功。"),
        ["AcceptFollowUp"] = Always("You have taken it on. You will be reminded before it is due.", "您已接受，到期前会提醒您。"),
        ["SubmitEvidence"] = Always("Handed in. Those who asked are now asked to confirm it.", "凭证已提交，接下来请诉求人确认。"),
        ["ConfirmFollowUp"] = Always("Your word is recorded.", "您的确认已登记。"),
    };

    public static LocalText Of(string command, object? answer) => Texts.TryGetValue(command, out var text) ? text(answer) : FormTexts.Done;

    private static Func<object?, LocalText> Always(string en, string zh)
    {
        var text = new LocalText(en, zh);
        return _ => text;
    }
}
