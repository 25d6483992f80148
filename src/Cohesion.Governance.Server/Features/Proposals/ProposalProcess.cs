namespace Cohesion.Governance.Server.Features.Proposals;

/// <summary>The names by which proposals and their process (workflows/proposal.json) speak to each other.</summary>
internal static class ProposalProcess
{
    public const string Definition = "proposal";

    /// <summary>Input of the process: the proposal's id.</summary>
    public const string ProposalInput = "ProposalId";

    /// <summary><c>{decision: accepted|returned|merged}</c></summary>
    public const string Screened = "proposal.screened";
    public const string Revised = "proposal.revised";
    public const string Withdrawn = "proposal.withdrawn";
    public const string ReworkRequested = "proposal.reworkRequested";

    /// <summary><c>{meetingId}</c>, told by meetings.</summary>
    public const string Tabled = "proposal.tabled";

    /// <summary><c>{decision: toVote|deferred|rework|withdrawn|noted}</c>, told by meetings.</summary>
    public const string Deliberated = "proposal.deliberated";
    public const string ObjectionsSettled = "objections.settled";
    public const string AppraisalCompleted = "appraisal.completed";
}
