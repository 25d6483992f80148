using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;

namespace Cohesion.Governance.Server.Features.Postings;

/// <summary>What a posting must know of the vote whose result it shows.</summary>
internal static class PostedVote
{
    /// <summary>The outcome of a vote that adopted, as the vote keeps it.</summary>
    public const string Adopted = "Adopted";

    /// <summary>When the window ends in which the rule itself counts objections; null where the rule has none.</summary>
    public static DateTimeOffset? ConfirmationEnds(Vote vote, DateTimeOffset from) =>
        vote.ConfirmWindow is { } window && IsoPeriod.TryParse(window) is { } period ? period.After(from) : null;
}
