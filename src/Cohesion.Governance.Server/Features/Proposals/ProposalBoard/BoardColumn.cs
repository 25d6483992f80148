using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Proposals;

namespace Cohesion.Governance.Server.Features.Proposals.ProposalBoard;

/// <summary>A column of the board of proposals, in the order of the usual course.</summary>
internal enum BoardColumn
{
    Raised,
    Consulted,
    Agenda,
    Voting,
    Posted,
    Doing,
    Ended,
}

/// <summary>Which stages stand in which column, and what each waits for.</summary>
internal static class BoardColumns
{
    public static IReadOnlyList<BoardColumn> All { get; } = Enum.GetValues<BoardColumn>();

    public static IReadOnlyList<ProposalStage> StagesOf(BoardColumn column) => [.. Enum.GetValues<ProposalStage>().Where(s => Of(s) == column)];

    public static BoardColumn Of(ProposalStage stage) => stage switch
    {
        ProposalStage.Raised or ProposalStage.Returned => BoardColumn.Raised,
        ProposalStage.Consultation or ProposalStage.Rework => BoardColumn.Consulted,
        ProposalStage.AwaitingAgenda or ProposalStage.OnAgenda => BoardColumn.Agenda,
        ProposalStage.Voting or ProposalStage.Rejected => BoardColumn.Voting,
        ProposalStage.Posting or ProposalStage.Mediation => BoardColumn.Posted,
        ProposalStage.Resolved or ProposalStage.Acting or ProposalStage.Appraisal => BoardColumn.Doing,
        ProposalStage.Closed or ProposalStage.Merged or ProposalStage.Withdrawn or ProposalStage.Failed => BoardColumn.Ended,
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "A stage without a column"),
    };

    /// <summary>Whom or what a proposal waits for; null once it has ended.</summary>
    public static LocalText? WaitsFor(ProposalStage stage) => stage switch
    {
        ProposalStage.Raised => new("the secretary, who accepts or returns it", "待秘书受理"),
        ProposalStage.Returned or ProposalStage.Rework => new("its author's new version", "待提出人修改"),
        ProposalStage.Consultation => new("comments and positions", "待各方提出意见"),
        ProposalStage.AwaitingAgenda => new("a meeting to put it on the agenda", "待列入会议议程"),
        ProposalStage.OnAgenda => new("the meeting", "待会议审议"),
        ProposalStage.Voting => new("ballots", "待各席位投票"),
        ProposalStage.Rejected => new("its author: once more, or not", "待提出人决定是否再次提交"),
        ProposalStage.Posting => new("objections, or the end of the posting", "待公示期满"),
        ProposalStage.Mediation => new("an agreement on the objections", "待异议协调"),
        ProposalStage.Resolved => new("owners of its actions", "待明确负责人"),
        ProposalStage.Acting => new("its actions to be kept", "待事项办结"),
        ProposalStage.Appraisal => new("the members' appraisal", "待成员评议"),
        _ => null,
    };
}
