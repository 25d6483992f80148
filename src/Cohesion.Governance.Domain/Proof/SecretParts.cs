using System.Runtime.InteropServices;
using Cohesion.Governance.Domain.Rules;

namespace Cohesion.Governance.Domain.Proof;

/// <summary>That a seat voted in a secret session: which seat and how, not what and not when.</summary>
/// <param name="Counts">Whether its ballot counts; one of a seat that was excluded was destroyed unopened.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ExportedMark(Guid SeatId, BallotChannel Channel, bool Counts);

/// <summary>A ballot of a secret session.</summary>
/// <param name="Id">Random.</param>
/// <param name="Class">The class of seats it came from (docs/recount.md).</param>
public sealed record ExportedSecretBallot(Guid Id, string Class, BallotChoice Choice);

/// <summary>What a secret session brought in, as the writer takes it. Each list in its order: marks by seat, ballots by id, receipts by their bytes.</summary>
public sealed record ExportedSecretSession(
    string? ReceiptsRoot, IReadOnlyList<ExportedMark> Marks, IReadOnlyList<ExportedSecretBallot> Ballots, IReadOnlyList<string> Receipts);
