using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Votes;

/// <summary>Opens the answers to ballots of secret votes that are kept for idempotency keys. They are sealed under the vote's key: whoever sends the same again gets the
/// same answer while the vote is open, and once it is counted nobody can read it any more.</summary>
internal sealed class SecretAnswers(SecretKeys keys) : IAnswerSeals
{
    private const string Start = "secret-vote";
    private const string Context = "cohesion-governance/answer/1 ";

    public static string Seal(SecretVoteKey key, Guid voteId, string answer) => $"{Start}:{voteId:N}:{key.Id}:{key.SealText(answer, Context + voteId.ToString("N"))}";

    public bool IsSealed(string kept) => kept.StartsWith(Start, StringComparison.Ordinal);

    public string? Open(string kept)
    {
        if (kept.Split(':') is not [Start, var vote, var keyId, var text] || !Guid.TryParseExact(vote, "N", out var voteId))
        {
            return null;
        }

        using var key = keys.Find(voteId, keyId);
        return key?.OpenText(text, Context + voteId.ToString("N"));
    }
}
