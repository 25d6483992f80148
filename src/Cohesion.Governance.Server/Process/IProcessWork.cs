namespace Cohesion.Governance.Server.Process;

/// <summary>What the jobs ask of the process runner. Safe to be called by several workers at once: each thing is done once.</summary>
internal interface IProcessWork
{
    /// <summary>Runs every signal and timer that is due now.</summary>
    /// <returns>How many were run.</returns>
    Task<int> RunDue(CancellationToken ct);

    /// <summary>When the next timer is due; null while none is set.</summary>
    Task<DateTimeOffset?> NextDue(CancellationToken ct);
}
