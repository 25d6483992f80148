namespace Cohesion.Governance.Server.Features.Votes;

/// <summary>What processes hear of secret votes.</summary>
internal static class SecrecyEvents
{
    /// <summary>A vote that was to be secret is put by name.</summary>
    public const string ByName = "vote.byName";

    /// <summary>The vote was called off.</summary>
    public const string Cancelled = "vote.cancelled";
}
