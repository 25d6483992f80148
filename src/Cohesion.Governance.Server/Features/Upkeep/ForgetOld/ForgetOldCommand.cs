using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Upkeep.ForgetOld;

/// <summary>Answers kept under idempotency keys are forgotten when nobody can still be repeating the request, and register files when they have waited too long.</summary>
[Title("forgets what is no longer needed", "清理过期记录")]
[ProcessOnly]
internal sealed record ForgetOldCommand : ICommand<Forgotten>
{
    /// <summary>How long an answer is kept: far longer than any client tries again.</summary>
    public static readonly TimeSpan AnswersKept = TimeSpan.FromDays(30);
}

/// <param name="Answers">Answers forgotten.</param>
/// <param name="RegisterImports">Register files forgotten.</param>
internal sealed record Forgotten(int Answers, int RegisterImports = 0);
