namespace Cohesion.Governance.Domain.Notifications;

/// <summary>Something a person is told. It exists from the moment of its cause; a job delivers it.</summary>
public sealed class Notification
{
    public required Guid Id { get; init; }
    public required Guid PersonId { get; init; }
    public required Guid CouncilId { get; init; }

    /// <summary>What it is about: <c>vote.reminder</c>, <c>followup.chase</c> …</summary>
    public required string Kind { get; init; }

    /// <summary>What was said, in both languages.</summary>
    public required LocalText Text { get; init; }

    /// <summary>Page it leads to, as a path of this server.</summary>
    public required string Path { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? DeliveredAt { get; set; }
    public DateTimeOffset? ReadAt { get; set; }
}
