using Cohesion.Governance.Domain;

namespace Cohesion.Governance.Server.Web.Pages.Councils;

/// <summary>What the pages about mandates say.</summary>
internal static class MandateTexts
{
    public static readonly LocalText Title = new("Mandates", "委托");
    public static readonly LocalText Lead = new(
        "A mandate lets somebody cast a seat's ballot. Its holder cannot pass it on; whoever gave it can vote himself at any time, and then his own ballot counts.",
        "委托他人代为投票。受托人不得转委托；委托人可随时自行投票，以自行投出的为准。");
    public static readonly LocalText Standing = new("Mandates that stand", "有效的委托");
    public static readonly LocalText None = new("No mandate stands.", "目前没有委托。");
    public static readonly LocalText Line = new("{0} → {1}", "{0} → {1}");
    public static readonly LocalText ForVote = new("for the vote: {0}", "限于表决：{0}");
    public static readonly LocalText ForMeeting = new("for what the meeting sends to the vote: {0}", "限于会议提交表决的事项：{0}");
    public static readonly LocalText UntilDate = new("for every vote until {0}", "截至 {0} 的各次表决");
    public static readonly LocalText GivenOn = new("given {0}", "{0} 委托");
    public static readonly LocalText Written = new("in writing", "书面");
    public static readonly LocalText Online = new("online", "在线");
    public static readonly LocalText UsedOn = new("last used {0}", "最近使用 {0}");
    public static readonly LocalText NotUsed = new("not used yet", "尚未使用");
    public static readonly LocalText Over = new("over", "已到期");
    public static readonly LocalText Revoke = new("Take it back", "撤回委托");
    public static readonly LocalText Give = new("Give a mandate for your seat", "为您的席位委托他人");
    public static readonly LocalText Record = new("Record a written mandate", "登记书面委托");
    public static readonly LocalText RecordLead = new(
        "From a paper that was signed for the seat. The seat's representative and the holder are told.", "依据席位方签署的书面委托登记，系统会通知席位代表和受托人。");
    public static readonly LocalText ForOneVote = new("For one vote", "一次表决");
    public static readonly LocalText ForOneMeeting = new("For one meeting", "一次会议");
    public static readonly LocalText UntilADate = new("Until a date", "至某日为止");
    public static readonly LocalText NoVotes = new("No vote is under way.", "目前没有进行中的表决。");
    public static readonly LocalText NoMeetings = new("No meeting is planned.", "目前没有拟定的会议。");
    public static readonly LocalText Seat = new("Seat", "席位");
    public static readonly LocalText Holder = new("Who votes for it", "受托人");
    public static readonly LocalText FindHolder = new("Find who is to vote, by name", "按姓名查找受托人");
    public static readonly LocalText FindSeat = new("Find the seat, by its name or its party's", "按席位或单位名称查找席位");
    public static readonly LocalText FindDo = new("Find", "查找");
    public static readonly LocalText FindFirst = new("This council is large: find the seat and the person first.", "本议事会人数较多，请先查找席位和受托人。");
    public static readonly LocalText FindPersonFirst = new("This council is large: find the person first.", "本议事会人数较多，请先查找受托人。");
    public static readonly LocalText TooManyFound = new("More than {0} fit. Type more of the name.", "符合条件的超过 {0} 个，请输入更完整的名称。");
    public static readonly LocalText NobodyFound = new("Nobody fits. Type less of the name, or the name in the other language.", "没有符合的人员，请减少关键字，或用另一种语言的姓名查找。");
    public static readonly LocalText NoSeatFound = new("No seat fits. Type less of the name.", "没有符合的席位，请减少关键字。");
    public static readonly LocalText Vote = new("Vote", "表决");
    public static readonly LocalText Meeting = new("Meeting", "会议");
    public static readonly LocalText MeetingHint = new("It serves in every vote that this meeting sends out.", "适用于该会议提交的各项表决。");
    public static readonly LocalText Until = new("Until", "截止时间");
    public static readonly LocalText Document = new("Scan of the written mandate", "书面委托扫描件");
    public static readonly LocalText DocumentNeeded = new("Its SHA-256 is computed and kept, the scan itself is not: keep it with the papers.", "系统只计算并保存其 SHA-256，不保存扫描件本身，请与原件一并保管。");
    public static readonly LocalText DocumentOptional = new("Needed where the rule asks for writing. Only its SHA-256 is kept.", "规则要求书面委托的必填，系统只保存其 SHA-256。");
    public static readonly LocalText SignedBy = new("Signed by (co-owned seats)", "签字人（共有席位）");
    public static readonly LocalText SignedByHint = new("Leave it empty where all co-owners signed.", "全体共有人均已签字时留空。");
    public static readonly LocalText Do = new("Give the mandate", "确认委托");
    public static readonly LocalText RecordDo = new("Record the mandate", "登记委托");

    public static readonly LocalText MineTitle = new("For whom I speak", "我受谁委托");
    public static readonly LocalText MineLead = new(
        "Cast a ballot for each seat as whoever gave you the mandate wants it; you may vote differently for each.", "请按各委托人的意思分别投票，各席位可以不同。");
    public static readonly LocalText MineNone = new(
        "Nobody has given you a mandate. When somebody does you are told, and it stands here with a ballot for each open vote.", "目前无人委托您投票。有人委托时会通知您，并在这里列出各次表决的选票。");
    public static readonly LocalText NoOpenVote = new("No vote is open in which it serves.", "目前没有可代投的表决。");
    public static readonly LocalText SaidSo = new("you said: {0}", "已代投：{0}");
    public static readonly LocalText NotSaid = new("not voted yet", "尚未代投");
    public static readonly LocalText VoteNow = new("Vote", "代为投票");
    public static readonly LocalText ChangeIt = new("Change", "更改");
    public static readonly LocalText ToMine = new("For whom I speak", "我受谁委托");
}
