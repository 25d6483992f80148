using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Features.Proposals.ProposalBoard;

namespace Cohesion.Governance.Server.Web.Pages.Proposals;

/// <summary>What the board of proposals says.</summary>
internal static class BoardTexts
{
    public static readonly LocalText View = new("How to show them", "显示方式");
    public static readonly LocalText List = new("List", "列表");
    public static readonly LocalText Board = new("Board", "看板");
    public static readonly LocalText Lead = new("Each column begins with what has waited longest.", "每列中等待最久的排在最前。");
    public static readonly LocalText Late = new("late", "已超期");
    public static readonly LocalText WaitsFor = new("waits for {0}", "{0}");
    public static readonly LocalText OneDay = new("1 day here", "已 1 天");
    public static readonly LocalText Days = new("{0} days here", "已 {0} 天");
    public static readonly LocalText Today = new("here since today", "今天开始");
    public static readonly LocalText None = new("Nothing here.", "暂无议题");
    public static readonly LocalText AllOf = new("All {0}", "全部 {0} 项");
    public static readonly LocalText Whole = new("The whole board", "返回看板");

    public static LocalText Column(BoardColumn column) => column switch
    {
        BoardColumn.Raised => new("Raised", "提出"),
        BoardColumn.Consulted => new("Consulted on", "征求意见"),
        BoardColumn.Agenda => new("To a meeting", "上会"),
        BoardColumn.Voting => new("Voted on", "表决"),
        BoardColumn.Posted => new("Posted", "公示"),
        BoardColumn.Doing => new("Being done", "落实"),
        BoardColumn.Ended => new("Ended", "已结束"),
        _ => throw new ArgumentOutOfRangeException(nameof(column), column, "A column without a name"),
    };

    public static LocalText DaysHere(int days) => days switch { 0 => Today, 1 => OneDay, _ => Days.With(days) };
}
