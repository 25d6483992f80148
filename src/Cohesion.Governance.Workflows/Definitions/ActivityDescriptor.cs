using Cohesion.Governance.Workflows.Expressions;

namespace Cohesion.Governance.Workflows.Definitions;

/// <summary>
/// What a definition may say about one type of activity: enough to check a file, to draw it, and for another engine to offer it.
/// Immutable; the host makes one per governance activity.
/// </summary>
/// <param name="Type">The type as written in the JSON, such as Governance.OpenVote.</param>
/// <param name="DisplayName">A short sentence for people: "Open the vote".</param>
/// <param name="Category">The heading it stands under in Elsa Studio.</param>
public sealed record ActivityDescriptor(string Type, BilingualText DisplayName, string Category)
{
    /// <summary>The plain completion that an activity has when it declares no outcomes of its own.</summary>
    public const string Done = "Done";

    private static readonly IReadOnlyList<OutcomeDescriptor> OnlyDone = [new(Done, new("done", "完成"))];

    /// <summary>The activity version written in the JSON.</summary>
    public int Version { get; init; } = 1;

    public BilingualText? Description { get; init; }

    public IReadOnlyList<InputDescriptor> Inputs { get; init; } = [];

    public IReadOnlyList<OutputDescriptor> Outputs { get; init; } = [];

    /// <summary>Every way this activity can end; each needs a connection or <see cref="OutcomeDescriptor.IsEnd"/>.</summary>
    public IReadOnlyList<OutcomeDescriptor> Outcomes { get; init; } = OnlyDone;

    /// <summary>Whether it may stop and wait for an event or a time. A loop needs at least one such activity.</summary>
    public bool Waits { get; init; }
}

/// <param name="Name">The property's name in the JSON, camelCase.</param>
/// <param name="Type">What its value is brought to before the activity sees it.</param>
/// <param name="DisplayName">For Elsa Studio and the process page.</param>
/// <param name="Required">Whether a file without it is refused.</param>
public sealed record InputDescriptor(string Name, WorkflowType Type, BilingualText DisplayName, bool Required = false);

/// <param name="Name">The property's name in the JSON, camelCase; its memory reference names the variable that receives it.</param>
/// <param name="Type">What the activity gives.</param>
/// <param name="DisplayName">For Elsa Studio.</param>
public sealed record OutputDescriptor(string Name, WorkflowType Type, BilingualText DisplayName);

/// <param name="Name">The port's name in connections, compared ordinally.</param>
/// <param name="DisplayName">The label beside the arrow.</param>
/// <param name="IsEnd">Whether a branch may end here without a connection.</param>
public sealed record OutcomeDescriptor(string Name, BilingualText DisplayName, bool IsEnd = false);
