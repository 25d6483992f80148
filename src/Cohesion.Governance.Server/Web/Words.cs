using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.FollowUps;
using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Domain.Needs;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;

namespace Cohesion.Governance.Server.Web;

/// <summary>Words for states and choices that several pages show, and the colour each has beside its word.</summary>
internal static class Words
{
    public static LocalText Of(NeedStage stage) => stage switch
    {
        NeedStage.Open => new("open", "待答复"),
        NeedStage.Taken => new("taken up by a proposal", "已并入议题"),
        NeedStage.Answered => new("answered", "已答复"),
        NeedStage.Met => new("met", "已落实"),
        NeedStage.NotMet => new("not met", "未能落实"),
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "A stage without a name"),
    };

    public static LocalText Of(VoteStage stage) => stage switch
    {
        VoteStage.Planned => new("being prepared", "准备中"),
        VoteStage.RollFrozen => new("roll frozen", "名册已冻结"),
        VoteStage.Open => new("open", "投票中"),
        VoteStage.Closed => new("counted", "已计票"),
        VoteStage.Cancelled => new("cancelled", "已取消"),
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "A stage without a name"),
    };

    public static LocalText Of(MeetingStage stage) => stage switch
    {
        MeetingStage.Planned => new("planned", "已拟定"),
        MeetingStage.Noticed => new("notice sent", "已发通知"),
        MeetingStage.CheckIn => new("check-in open", "签到中"),
        MeetingStage.InSession => new("in session", "进行中"),
        MeetingStage.Closed => new("closed", "已结束"),
        MeetingStage.MinutesDrafted => new("minutes being checked", "纪要核对中"),
        MeetingStage.MinutesConfirmed => new("minutes confirmed", "纪要已确认"),
        MeetingStage.MinutesPublished => new("minutes published", "纪要已公布"),
        MeetingStage.Cancelled => new("called off", "已取消"),
        MeetingStage.NoQuorum => new("no quorum", "到会人数不足"),
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "A stage without a name"),
    };

    public static LocalText Of(AgendaDecision decision) => decision switch
    {
        AgendaDecision.None => new("not yet dealt with", "待讨论"),
        AgendaDecision.ToVote => new("to the vote", "提交表决"),
        AgendaDecision.Deferred => new("deferred", "延期再议"),
        AgendaDecision.Rework => new("to be reworked", "退回修改"),
        AgendaDecision.Withdrawn => new("withdrawn", "已撤回"),
        AgendaDecision.Noted => new("noted", "已听取"),
        _ => throw new ArgumentOutOfRangeException(nameof(decision), decision, "A decision without a name"),
    };

    public static LocalText Of(BallotChoice choice) => choice switch
    {
        BallotChoice.Yes => new("In favour", "同意"),
        BallotChoice.No => new("Against", "反对"),
        BallotChoice.Abstain => new("Abstain", "弃权"),
        _ => throw new ArgumentOutOfRangeException(nameof(choice), choice, "A choice without a name"),
    };

    public static LocalText Of(PositionTaken position) => position switch
    {
        PositionTaken.Supports => new("supports it", "支持"),
        PositionTaken.SupportsWithConditions => new("supports it with conditions", "有条件支持"),
        PositionTaken.Opposes => new("opposes it", "反对"),
        _ => throw new ArgumentOutOfRangeException(nameof(position), position, "A position without a name"),
    };

    public static LocalText Of(ObjectionStage stage) => stage switch
    {
        ObjectionStage.Open => new("open", "待处理"),
        ObjectionStage.Upheld => new("upheld", "成立"),
        ObjectionStage.Dismissed => new("dismissed", "不成立"),
        ObjectionStage.Withdrawn => new("withdrawn", "已撤回"),
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "A stage without a name"),
    };

    /// <summary>An outcome as a vote keeps it.</summary>
    public static LocalText Outcome(string outcome) => outcome switch
    {
        "Adopted" => new("Adopted", "通过"),
        "Rejected" => new("Rejected", "未通过"),
        "NoQuorum" => new("No quorum", "人数不足"),
        "Undecided" => new("Undecided", "未能议决"),
        _ => LocalText.Same(outcome),
    };

    public static LocalText Of(SilenceMode silence) => silence switch
    {
        SilenceMode.Ignore => new("If you say nothing, nothing is counted for you.", "不投票即不计入任何一方。"),
        SilenceMode.Assent => new("If you were served and say nothing, that counts as consent.", "已送达而未投票的，视为同意。"),
        SilenceMode.FollowMajority => new("If you were served and say nothing, you are counted with the majority.", "已送达而未投票的，计入多数意见。"),
        _ => throw new ArgumentOutOfRangeException(nameof(silence), silence, "A mode without a sentence"),
    };

    public static LocalText Of(FollowUpChangeKind kind) => kind switch
    {
        FollowUpChangeKind.Assigned => new("assigned", "布置"),
        FollowUpChangeKind.Accepted => new("accepted", "接受"),
        FollowUpChangeKind.TakenAsAccepted => new("taken as accepted", "视为接受"),
        FollowUpChangeKind.Declined => new("declined", "推辞"),
        FollowUpChangeKind.Reassigned => new("given to somebody else", "改派"),
        FollowUpChangeKind.Extended => new("due date moved", "延期"),
        FollowUpChangeKind.Evidenced => new("evidence handed in", "提交凭证"),
        FollowUpChangeKind.Confirmed => new("confirmed", "确认已落实"),
        FollowUpChangeKind.NotConfirmed => new("not confirmed", "确认未落实"),
        FollowUpChangeKind.LeftToRuling => new("left to the secretary", "转秘书裁定"),
        FollowUpChangeKind.RuledKept => new("found kept", "裁定已落实"),
        FollowUpChangeKind.RuledNotKept => new("found not kept", "裁定未落实"),
        FollowUpChangeKind.Reopened => new("opened again", "重新办理"),
        FollowUpChangeKind.Kept => new("kept", "办结"),
        FollowUpChangeKind.Cancelled => new("cancelled", "取消"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A change without a name"),
    };

    /// <summary>The colour of a proposal's stage.</summary>
    public static string? KindOf(ProposalStage stage) => stage switch
    {
        ProposalStage.Closed or ProposalStage.Resolved or ProposalStage.Acting or ProposalStage.Appraisal => "go",
        ProposalStage.Rejected or ProposalStage.Failed or ProposalStage.Mediation => "late",
        ProposalStage.Merged or ProposalStage.Withdrawn => null,
        _ => "wait",
    };

    /// <summary>The colour of an action's stage.</summary>
    public static string? KindOf(FollowUpStage stage, bool overdue) => stage switch
    {
        FollowUpStage.Kept => "go",
        FollowUpStage.Cancelled => null,
        _ => overdue ? "late" : "wait",
    };

    public static string KindOf(string outcome) => outcome switch { "Adopted" => "go", "Rejected" => "late", _ => "wait" };
}
