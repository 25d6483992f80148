using System.Collections.Immutable;
using System.Text.Json;
using Cohesion.Governance.Workflows.Expressions;

namespace Cohesion.Governance.Workflows.Definitions;

/// <summary>An activity while its file is being checked: parts may still be missing.</summary>
internal sealed class DraftActivity
{
    public required int Index { get; init; }

    public required string Id { get; init; }

    public required string Type { get; init; }

    public required JsonElement Json { get; init; }

    /// <summary>Null when the type is unknown: the problem is reported and other checks step around the activity.</summary>
    public required ActivityDescriptor? Descriptor { get; init; }

    public ActivityKind Kind => ElsaActivities.Kinds.GetValueOrDefault(Type, ActivityKind.Governance);

    public List<InputBinding> Inputs { get; } = [];

    public List<OutputBinding> Outputs { get; } = [];

    public ImmutableArray<SwitchCase> Cases { get; set; } = [];

    public bool MatchAny { get; set; }

    public JoinMode JoinMode { get; set; }

    public int Variable { get; set; } = -1;

    /// <summary>Null when they could not be read.</summary>
    public ImmutableArray<OutcomeDescriptor>? Outcomes { get; set; }

    /// <summary>Whether a branch stops here until something happens.</summary>
    public bool Waits => Kind == ActivityKind.Dispatch
        ? Inputs.FirstOrDefault(input => input.Name is "waitForCompletion")?.Value is { } wait && wait is not LiteralExpression { Value.Kind: ValueKind.Nothing }
            && !(wait is LiteralExpression literal && !literal.Value.AsTruth())
        : Descriptor?.Waits ?? true;

    /// <summary>Whether a process or branch may end here.</summary>
    public bool MayEnd => Kind == ActivityKind.Finish || (Outcomes?.Any(outcome => outcome.IsEnd) ?? true);

    public bool CanStart => Json.TryGetProperty("canStartWorkflow", out var can) && can.ValueKind == JsonValueKind.True;
}
