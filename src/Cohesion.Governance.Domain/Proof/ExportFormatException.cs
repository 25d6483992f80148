namespace Cohesion.Governance.Domain.Proof;

/// <summary>A file that is not a vote export of a version this program knows, or was changed so that it no longer reads as one: where, and what was expected.</summary>
public sealed class ExportFormatException : Exception
{
    public ExportFormatException(long line, string path, LocalText reason)
        : base($"line {line}, {path}: {reason.En}")
        => (Line, Path, Reason) = (line, path, reason);

    /// <summary>Line of the file, from 1.</summary>
    public long Line { get; }

    /// <summary>The place: <c>roll[17].measures</c>.</summary>
    public string Path { get; }

    /// <summary>What is wrong, in both languages.</summary>
    public LocalText Reason { get; }
}
