using Cohesion.Governance.Domain.FollowUps;

namespace Cohesion.Governance.Domain.Resolutions;

/// <summary>When the promises of a resolution are settled.</summary>
public static class Settlement
{
    /// <summary>Whether nothing is left to do for it: no action open and at least one kept, or the word that nothing needs to be done.</summary>
    public static bool IsSettled(this Resolution resolution, IReadOnlyCollection<FollowUpStage> actions) =>
        resolution.NoActionNeeded is not null
        || (actions.Contains(FollowUpStage.Kept) && actions.All(s => s is FollowUpStage.Kept or FollowUpStage.Cancelled));
}

public sealed partial class Resolution
{
    /// <summary>Finds that nothing needs to be done for it.</summary>
    /// <param name="reason">Why, in words.</param>
    /// <param name="actions">Stages of its actions.</param>
    public Outcome<Done> DeclareNoActionNeeded(string reason, IReadOnlyCollection<FollowUpStage> actions)
    {
        if (NoActionNeeded is not null)
        {
            return new NoActionDeclared();
        }

        if (actions.Any(s => s != FollowUpStage.Cancelled))
        {
            return new ResolutionHasActions();
        }

        NoActionNeeded = reason;
        return default(Done);
    }
}

/// <summary>No proposal is resolved before it is adopted.</summary>
public sealed record NotAdopted : Refusal
{
    public override LocalText Message => new(
        "The present text of this proposal has not been adopted, so there is nothing to resolve. Hold the vote first.",
        "该议题的现行文本尚未通过，不能形成决议。请先完成表决。");
}

/// <summary>A proposal without items says nothing that could be binding.</summary>
public sealed record NothingToResolve : Refusal
{
    public override LocalText Message => new(
        "The adopted text has no items, so it has nothing that could become a resolution. Revise the proposal.",
        "通过的文本没有具体条目，无法形成决议。请修改议题。");
}

/// <summary>The secretary has found already that nothing needs to be done.</summary>
public sealed record NoActionDeclared : Refusal
{
    public override LocalText Message => new(
        "It has been found already that nothing needs to be done for this resolution.",
        "该决议已认定无须跟进。");
}

/// <summary>What has actions cannot be said to need none.</summary>
public sealed record ResolutionHasActions : Refusal
{
    public override LocalText Message => new(
        "This resolution has follow-up actions. Cancel them first, or let them be kept.",
        "该决议已有跟进事项。请先取消，或待其办结。");
}

/// <summary>The proposal's actions are settled; nothing is added afterwards.</summary>
public sealed record ResolutionSettled : Refusal
{
    public override LocalText Message => new(
        "Everything promised in this proposal is settled and it has gone on to its appraisal. Raise a need for what is still missing.",
        "该议题的各项承诺均已落实，已转入评议。如仍有不足，请另提诉求。");
}
