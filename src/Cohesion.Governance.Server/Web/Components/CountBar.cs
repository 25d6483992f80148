namespace Cohesion.Governance.Server.Web.Components;

/// <summary>The count of one bloc by one measure.</summary>
/// <param name="Name">The bloc.</param>
/// <param name="Size">How much there is of it: seats, area.</param>
/// <param name="Yes">In favour, in any unit.</param>
/// <param name="Whole">All there is, in the same unit; 0 draws an empty bar.</param>
/// <param name="Threshold">Where the threshold lies, in the same unit; null where there is none to draw.</param>
/// <param name="Sentence">What stands and, where something is, what is still missing.</param>
/// <param name="Holds">Whether the condition holds; null while that is open.</param>
/// <param name="Lead">What is counted, before the sentence and without its colour.</param>
public sealed record CountBar(
    string Name, string Size, decimal Yes, decimal No, decimal Abstain, decimal Whole, decimal? Threshold, string Sentence, bool? Holds,
    string? Lead = null);
