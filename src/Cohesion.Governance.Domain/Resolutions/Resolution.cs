namespace Cohesion.Governance.Domain.Resolutions;

/// <summary>An adopted proposal's binding text (决议); one for each item of the proposal.</summary>
public sealed partial class Resolution
{
    public required Guid Id { get; init; }
    public required Guid CouncilId { get; init; }
    public required Guid ProposalId { get; init; }
    public required Guid ProposalItemId { get; init; }
    public required Guid VoteId { get; init; }
    public required int Number { get; init; }
    public required string Title { get; init; }
    public required string Text { get; init; }
    public required DateTimeOffset AdoptedAt { get; init; }

    /// <summary>When the last of its actions was confirmed as kept.</summary>
    public DateTimeOffset? KeptAt { get; set; }

    /// <summary>Set with the reason when the secretary finds that nothing needs to be done for it.</summary>
    public string? NoActionNeeded { get; set; }
}
