using Cohesion.Governance.Workflows.Definitions;
using Cohesion.Governance.Workflows.Expressions;
using Cohesion.Governance.Workflows.Running;

namespace Cohesion.Governance.Server.Features.Councils;

/// <summary>The variables of workflow files that a council may set for itself: those that begin as an ISO 8601 duration.</summary>
internal static class DurationVariables
{
    /// <summary>Nobody means to wait longer than this.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(3660);

    public static IEnumerable<(WorkflowDefinition Definition, VariableDeclaration Variable, string Value)> All(WorkflowLibrary library) =>
        from definition in library.Definitions
        from variable in definition.Variables
        let value = variable.Initial.AsText()
        where IsIso(value, out _)
        select (definition, variable, value);

    /// <summary>Whether a value can take the place of a variable's own: an ISO 8601 duration of the same sign, not longer than ten years.</summary>
    public static bool CanBe(string value, string initial) =>
        IsIso(value, out var duration) && value.StartsWith('-') == initial.StartsWith('-')
        && duration.Months <= 120 && duration.Time <= Longest && (duration.Months > 0 || duration.Time > TimeSpan.Zero);

    // Offsets before a date are written with a sign (-P3D), which the engine's own durations never have.
    private static bool IsIso(string? text, out Duration duration)
    {
        duration = default;
        return text is not null && text.TrimStart('-').StartsWith('P') && text.LastIndexOf('-') <= 0 && Duration.TryParse(text.TrimStart('-'), out duration);
    }
}
