using Cohesion.Governance.Domain.Meetings;

namespace Cohesion.Governance.Server.Features.Meetings;

/// <summary>What the decision rules say about the quorum of a meeting.</summary>
internal interface IQuorumRules
{
    /// <summary>Whether the rule provides this call; the first is always provided.</summary>
    /// <param name="pack">The rule pack; null where any attendance will do.</param>
    /// <param name="call">1 for the first call, 2 for the second.</param>
    bool HasCall(string? pack, int call);

    /// <summary>Whether the seats present are a quorum of that call.</summary>
    QuorumReading Read(string? pack, int call, QuorumRoll roll);
}
