using System.Diagnostics;

namespace Cohesion.Governance.Browser.Tests.Harness;

/// <summary>Goes on from where a story was stopped: what waits a moment before it is pushed to browsers waits by a clock that moves.</summary>
internal sealed class RunningClock(DateTimeOffset begin) : TimeProvider
{
    private readonly long start = Stopwatch.GetTimestamp();

    public override DateTimeOffset GetUtcNow() => begin + Stopwatch.GetElapsedTime(start);
}
