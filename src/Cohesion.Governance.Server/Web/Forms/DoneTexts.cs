using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Features.Votes;

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
        ["AskToSpeak"] = Always("You are on the speakers' list. The chair calls you.", "已列入发言名单，请等候主持人点名。"),
        ["WithdrawFromSpeakers"] = Always("Taken off the speakers' list.", "已从发言名单中取消。"),
        ["AcceptFollowUp"] = Always("You have taken it on. You will be reminded before it is due.", "您已接受，到期前会提醒您。"),
        ["SubmitEvidence"] = Always("Handed in. Those who asked are now asked to confirm it.", "凭证已提交，接下来请诉求人确认。"),
        ["ConfirmFollowUp"] = Always("Your word is recorded.", "您的确认已登记。"),
        ["CastBallot"] = Receipt("Your ballot counts. Receipt {0}: keep it, with it you can check your ballot at any time.", "选票已计入。回执编号 {0}，请保存，可随时凭此核对。"),
        ["RecordAgreement"] = Receipt("The agreement is recorded and the seat's ballot counts. Receipt {0}.", "协商结果已登记，选票计入。回执编号 {0}。"),
        ["EnterBallot"] = Always("Entered. It counts once somebody else has checked it and found the same.", "已录入，须由他人复核一致后方可计入。"),
        ["CheckBallot"] = Entry,
        ["SettleBallotEntry"] = Entry,
        ["EnterEnvelopeTotals"] = Always("Entered and sealed. Somebody else now counts the papers again.", "已录入并密封，接下来由他人重新清点。"),
        ["CheckEnvelopeTotals"] = Always("Both counts are the same. The vote is counted now.", "两次清点一致，现在计票。"),
        ["GiveMandate"] = Always("The mandate is given, and its holder is told.", "委托已登记，已通知受托人。"),
        ["RevokeMandate"] = Always("The mandate is taken back, and its holder is told.", "委托已撤回，已通知受托人。"),
        ["ObjectToExclusion"] = Always("Your objection is recorded. Somebody other than who excluded the seat decides on it.", "异议已登记，将由作出排除决定以外的人处理。"),
        ["DecideExclusionObjection"] = Always("Decided, and the seat's representative is told.", "已作出决定，并已通知席位代表。"),
        ["RecordVisit"] = Always("The visit is recorded.", "走访情况已记录。"),
        ["RecordService"] = answer => new LocalText("{0} {0|seat|seats} newly recorded as served.", "新登记送达 {0} 个席位。").With(answer ?? 0),
        ["ExcludeSeat"] = Always("The seat does not take part in this vote any more; its representative is told.", "该席位不再参加本次表决，已通知其代表。"),
        ["ReadmitSeat"] = Always("The seat takes part again.", "该席位恢复参加本次表决。"),
        ["StateFact"] = Always("The fact is recorded and the vote counts by it.", "事实已登记，计票将以此为准。"),
        ["GiveCastingVote"] = Always("Your casting vote is recorded; it counts only if there is a tie.", "决定票已登记，仅在票数相同时起作用。"),
        ["PutVoteByName"] = Always("The vote goes on by name; everybody is told.", "已改为记名表决，已通知全体成员。"),
        ["ReviseRegister"] = Always("The register is revised; votes under way keep the roll they were opened with.", "名册已修订，进行中的表决仍按原名册计票。"),
        ["UploadRegister"] = Always("The file was read. Nothing is entered yet: look at it first.", "文件已读取，尚未录入，请先核对。"),
        ["ApplyRegisterImport"] = answer => answer is Features.Registers.ApplyRegisterImport.EnteredRegister entered
            ? new LocalText("Entered as version {0}: {1} {1|seat|seats} added, {2} changed, {3} gone.", "已录入为第 {0} 版：新增 {1} 个席位，变更 {2} 个，注销 {3} 个。")
                .With(entered.Version, entered.Added, entered.Changed, entered.Removed)
            : FormTexts.Done,
        ["DiscardRegisterImport"] = Always("The file is discarded; the register is as it was.", "文件已放弃，名册没有变动。"),
        ["AppointOffice"] = Always("Appointed, and the person is told.", "已任命，并已通知本人。"),
        ["EndOffice"] = Always("The office has ended; what was done in it stays.", "职务已免除，任职期间办理的事项不受影响。"),
        ["CreateMemberAccount"] = Always("The account is open. Now appoint the person to an office.", "账号已开通，请接着任命职务。"),
        ["FoundCouncil"] = Always("The council is founded. Appoint its secretary next.", "议事会已成立，请接着任命秘书。"),
        ["AddBuilding"] = Always("The building is entered.", "楼宇已登记。"),
        ["SetPublicPage"] = Always("Set. It holds at once.", "已设定，即时生效。"),
        ["CancelVote"] = Always("The vote is cancelled; everybody is told.", "表决已取消，已通知全体成员。"),
    };

    public static LocalText Of(string command, object? answer) => Texts.TryGetValue(command, out var text) ? text(answer) : FormTexts.Done;

    private static Func<object?, LocalText> Receipt(string en, string zh) => answer => answer switch
    {
        BallotReceipt { Why: { } why } kept => Kept(kept.Receipt, why),
        BallotReceipt ballot => new LocalText(en, zh).With(ballot.Receipt),
        _ => FormTexts.Done,
    };

    private static LocalText Kept(string receipt, LocalText why) =>
        new LocalText("The ballot is kept, but does not count at present: {1} Receipt {0}.", "选票已留存，目前不计入：{1}回执编号 {0}。").With(receipt, why);

    private static LocalText Entry(object? answer) => answer switch
    {
        CheckedEntry { Receipt: { } receipt, Why: { } why } => Kept(receipt, why),
        CheckedEntry { Receipt: { } receipt } => new LocalText(
            "Both read the same: the ballot counts and its seat is told. Receipt {0}: give it to the voter.", "两次录入一致，选票已计入并通知该席位。回执编号 {0}，请交给投票人。").With(receipt),
        CheckedEntry { Stage: BallotEntryStage.Entered, Why: { } why } => new LocalText("The envelope stays unopened: {0}", "该信封不予开拆：{0}").With(why),
        CheckedEntry { Stage: BallotEntryStage.Entered } => new LocalText(
            "The envelope stands and its seat is told. It stays closed until the vote has ended, and has no receipt.", "外信封有效，已通知该席位。截止前不得拆开，也没有回执。"),
        CheckedEntry { Stage: BallotEntryStage.Disputed } => new LocalText(
            "You found it otherwise than who entered it. Somebody else now settles it.", "与首次录入不一致，已交由他人认定。"),
        _ => FormTexts.Done,
    };

    private static Func<object?, LocalText> Always(string en, string zh)
    {
        var text = new LocalText(en, zh);
        return _ => text;
    }
}
