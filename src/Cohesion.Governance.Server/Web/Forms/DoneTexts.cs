using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Features.Votes;

namespace Cohesion.Governance.Server.Web.Forms;

/// <summary>What people are told after a form was done, by command.</summary>
internal static class DoneTexts
{
    private static readonly Dictionary<string, Func<object?, LocalText>> Texts = new(StringComparer.Ordinal)
    {
        ["RaiseNeed"] = Always("Your need is registered. You will hear what becomes of it.", "诉求已登记，办理进展会通知您。"),
        ["CastBallot"] = Receipt("Your ballot counts. Receipt {0}: keep it, with it you can check your ballot at any time.", "选票已计入。回执编号 {0}，请保存，可随时凭此核对。"),
        ["RecordBallot"] = Receipt("The ballot is recorded and its seat is told. Receipt {0}: give it to the voter.", "选票已录入并通知该席位。回执编号 {0}，请交给投票人。"),
        ["RecordVisit"] = Always("The visit is recorded.", "走访情况已记录。"),
        ["RecordService"] = answer => new LocalText("{0} seats newly recorded as served.", "新登记送达 {0} 个席位。").With(answer ?? 0),
        ["ExcludeSeat"] = Always("The seat does not take part in this vote any more; its representative is told.", "该席位不再参加本次表决，已通知其代表。"),
        ["ReadmitSeat"] = Always("The seat takes part again.", "该席位恢复参加本次表决。"),
        ["StateFact"] = Always("The fact is recorded and the vote counts by it.", "事实已登记，计票将以此为准。"),
        ["GiveCastingVote"] = Always("Your casting vote is recorded; it counts only if there is a tie.", "决定票已登记，仅在票数相同时起作用。"),
        ["CancelVote"] = Always("The vote is cancelled; everybody is told.", "表决已取消，已通知全体成员。"),
    };

    public static LocalText Of(string command, object? answer) => Texts.TryGetValue(command, out var text) ? text(answer) : FormTexts.Done;

    private static Func<object?, LocalText> Receipt(string en, string zh) =>
        answer => answer is BallotReceipt ballot ? new LocalText(en, zh).With(ballot.Receipt) : FormTexts.Done;

    private static Func<object?, LocalText> Always(string en, string zh)
    {
        var text = new LocalText(en, zh);
        return _ => text;
    }
}
