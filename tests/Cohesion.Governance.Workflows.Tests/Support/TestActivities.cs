using Cohesion.Governance.Workflows.Definitions;
using Cohesion.Governance.Workflows.Expressions;

namespace Cohesion.Governance.Workflows.Tests.Support;

/// <summary>A host's activities as the tests need them.</summary>
internal static class TestActivities
{
    public static ActivityCatalogue Catalogue { get; } = new(
    [
        // Does something at once.
        new("Governance.Post", new("Post the result", "公示结果"), "Governance")
        {
            Inputs = [new("text", WorkflowType.Text, new("Text", "文字")), new("copies", WorkflowType.WholeNumber, new("Copies", "份数"))],
            Outputs = [new("posted", WorkflowType.Text, new("Posted", "已公示"))],
        },
        // Waits for a decision or the end of its window.
        new("Governance.OpenVote", new("Open the vote", "开始表决"), "Governance")
        {
            Inputs =
            [
                new("proposalId", WorkflowType.Text, new("Proposal", "议题"), Required: true),
                new("window", WorkflowType.Duration, new("Window", "时限")),
            ],
            Outputs = [new("outcome", WorkflowType.Text, new("Outcome", "结果")), new("votes", WorkflowType.WholeNumber, new("Votes", "票数"))],
            Outcomes =
            [
                new("Adopted", new("adopted", "通过")),
                new("Rejected", new("rejected", "未通过")),
                new("Withdrawn", new("withdrawn", "撤回"), IsEnd: true),
            ],
            Waits = true,
        },
    ]);
}
