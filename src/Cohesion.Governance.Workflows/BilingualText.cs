namespace Cohesion.Governance.Workflows;

/// <summary>One sentence or name in both languages of the product. Immutable.</summary>
/// <param name="En">Plain English.</param>
/// <param name="Zh">Simplified Chinese.</param>
public sealed record BilingualText(string En, string Zh)
{
    /// <summary>The text for a culture name: Chinese for anything that begins with "zh", English otherwise.</summary>
    public string For(string cultureName) => cultureName.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? Zh : En;
}
