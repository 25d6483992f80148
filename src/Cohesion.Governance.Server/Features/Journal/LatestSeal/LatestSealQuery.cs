using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Journal.LatestSeal;

/// <summary>The last seal of the council's journal, with the line to note down.</summary>
[Title("reads the last seal", "查看最近的封存")]
[RequiresMembership]
internal sealed record LatestSealQuery(Guid CouncilId) : IQuery<SealView>, IConcernsCouncil;

/// <param name="Day">The day sealed, as 2026-11-02; absent, like the rest, before the first seal.</param>
/// <param name="Sequence">The last entry it covers.</param>
/// <param name="Line">What is signed, and what people note down.</param>
/// <param name="KeyId">Which key signed.</param>
/// <param name="Signature">ES256 over the line, 128 hexadecimal digits.</param>
internal sealed record SealView(string? Day, long? Sequence, string? Line, string? KeyId, string? Signature);
