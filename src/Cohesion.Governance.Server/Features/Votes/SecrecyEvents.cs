namespace Cohesion.Governance.Server.Features.Votes;

/// <summary>What processes hear of secret votes.</summary>
internal static class SecrecyEvents
{
    /// <summary>A vote that was to be secret is put by name.</summary>
    public const string ByName = "vote.byName";

    /// <summary>Envelopes that the count of a secret vote waits for were checked, or counted by two people.</summary>
    public const string EnvelopesDone = "vote.envelopesDone";

    /// <summary>The vote was called off.</summary>
    public const string Cancelled = "vote.cancelled";
}
