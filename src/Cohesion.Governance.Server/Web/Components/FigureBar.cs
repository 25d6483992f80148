namespace Cohesion.Governance.Server.Web.Components;

/// <summary>A bar with its number, ready in the reader's language.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Part">How much of the whole.</param>
/// <param name="Whole">What the full width stands for; 0 draws an empty bar.</param>
/// <param name="Words">The number in words, read by everybody.</param>
/// <param name="IsBad">Whether it is something to worry about.</param>
public sealed record FigureBar(string Name, decimal Part, decimal Whole, string Words, bool IsBad = false);
