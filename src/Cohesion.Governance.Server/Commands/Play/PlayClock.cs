namespace Cohesion.Governance.Server.Commands.Play;

/// <summary>A clock that the player moves; whoever asks the time in between gets the same.</summary>
internal sealed class PlayClock(DateTimeOffset begin) : TimeProvider
{
    private long utcTicks = begin.UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref utcTicks), TimeSpan.Zero);

    /// <summary>Moves on; never back.</summary>
    public void MoveTo(DateTimeOffset time) => Interlocked.Exchange(ref utcTicks, Math.Max(Interlocked.Read(ref utcTicks), time.UtcTicks));
}
