namespace Cohesion.Governance.Domain.Proposals;

/// <summary>What people call each stage of a proposal.</summary>
public static class ProposalStageNames
{
    public static LocalText Of(ProposalStage stage) => stage switch
    {
        ProposalStage.Raised => new("waiting for the secretary", "待受理"),
        ProposalStage.Returned => new("returned to its author", "退回修改"),
        ProposalStage.Consultation => new("in consultation", "征求意见中"),
        ProposalStage.AwaitingAgenda => new("waiting for a meeting", "待列入议程"),
        ProposalStage.OnAgenda => new("on the agenda of a meeting", "已列入会议议程"),
        ProposalStage.Rework => new("being reworked", "修改中"),
        ProposalStage.Voting => new("being voted on", "表决中"),
        ProposalStage.Rejected => new("not adopted", "未通过"),
        ProposalStage.Posting => new("posted for objections", "公示中"),
        ProposalStage.Mediation => new("in mediation", "异议协调中"),
        ProposalStage.Resolved => new("adopted as a resolution", "已形成决议"),
        ProposalStage.Acting => new("being carried out", "落实中"),
        ProposalStage.Appraisal => new("being appraised", "评议中"),
        ProposalStage.Closed => new("closed, done", "已办结"),
        ProposalStage.Merged => new("merged into another proposal", "已并入其他议题"),
        ProposalStage.Withdrawn => new("withdrawn", "已撤回"),
        ProposalStage.Failed => new("ended without adoption", "已终止，未通过"),
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "A stage without a name"),
    };
}
