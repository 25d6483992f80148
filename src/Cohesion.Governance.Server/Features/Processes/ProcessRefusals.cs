using Cohesion.Governance.Domain;

namespace Cohesion.Governance.Server.Features.Processes;

/// <summary>The process has no fault (any more).</summary>
internal sealed record ProcessIsNotFaulted : Refusal
{
    public override LocalText Message => new(
        "This process is not at fault, so there is nothing to retry or move on. Look at its map: it may have gone on already.",
        "该流程没有故障，无需重试或跳过。请查看流程图，它可能已经继续进行。");
}

/// <summary>The activity is not the one at fault, or has no such outcome.</summary>
internal sealed record CannotMoveOnSo(string ActivityId, string Outcome) : Refusal
{
    public override LocalText Message => new(
        $"The activity '{ActivityId}' is not at fault or cannot end with '{Outcome}'. Choose one of the outcomes listed with the fault.",
        $"活动“{ActivityId}”没有故障，或不能以“{Outcome}”结束。请从故障旁列出的结果中选择。");

    public override RefusalKind Kind => RefusalKind.Invalid;
}
