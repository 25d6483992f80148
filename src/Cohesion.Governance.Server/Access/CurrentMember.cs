using Cohesion.Governance.Domain.Councils;

namespace Cohesion.Governance.Server.Access;

/// <summary>Who is asking, in this scope, and what he is in the council that the present request concerns.</summary>
/// <remarks>Set by the sign-in, the process runner or a job; completed by the access step for each request.</remarks>
internal sealed class CurrentMember
{
    /// <summary>The person; null for the server itself and for whoever is not signed in.</summary>
    public Guid? PersonId { get; private set; }

    /// <summary>Whether the server itself is asking, for a process or a job.</summary>
    public bool IsProcess { get; private set; }

    /// <summary>The council the request concerns; null where it concerns none.</summary>
    public Guid? CouncilId { get; private set; }

    /// <summary>What the person is in that council or its street; office and, where it is for a seat, the seat.</summary>
    public IReadOnlyList<Holding> Holdings { get; private set; } = [];

    /// <summary>The person's id where the access declaration guarantees one.</summary>
    public Guid Id => PersonId ?? throw new InvalidOperationException("Nobody is signed in; the request's access declaration should require it.");

    public bool Holds(params ReadOnlySpan<Office> offices)
    {
        foreach (var holding in Holdings)
        {
            if (offices.Contains(holding.Office))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the person acts for this seat.</summary>
    public bool ActsFor(Guid seatId) => Holdings.Any(h => h.SeatId == seatId);

    public void SignIn(Guid personId) => (PersonId, IsProcess) = (personId, false);

    public void ActAsProcess() => (PersonId, IsProcess) = (null, true);

    public void Enter(Guid? councilId, IReadOnlyList<Holding> holdings) => (CouncilId, Holdings) = (councilId, holdings);
}

/// <summary>An office as the access step read it.</summary>
internal sealed record Holding(Office Office, Guid? SeatId);
