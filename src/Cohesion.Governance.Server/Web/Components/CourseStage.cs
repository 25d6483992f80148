namespace Cohesion.Governance.Server.Web.Components;

/// <summary>A stage of a course.</summary>
/// <param name="Name">What it is called, in the reader's language.</param>
/// <param name="When">Its date or dates, or about when; null where nothing can be said.</param>
public sealed record CourseStage(string Name, CourseState State, string? When = null);

/// <summary>How far a stage is.</summary>
public enum CourseState
{
    Done,
    Here,
    ToCome,
}
