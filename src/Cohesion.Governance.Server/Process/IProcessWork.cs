namespace Cohesion.Governance.Server.Process;

/// <summary>What jobs may ask of the processes: to do what is due.</summary>
internal interface IProcessWork
{
    /// <summary>Runs every signal and timer that is due now.</summary>
    /// <returns>How many.</returns>
    Task<int> RunDue(CancellationToken ct);

    /// <summary>When the next wait falls due; null when none has a time.</summary>
    Task<DateTimeOffset?> NextDue(CancellationToken ct);
}
