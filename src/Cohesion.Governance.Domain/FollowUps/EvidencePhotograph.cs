namespace Cohesion.Governance.Domain.FollowUps;

/// <summary>A photograph handed in with evidence (照片). What it shows is kept apart, as <see cref="PhotographBytes"/>; this row, which is of record, has its hashes.</summary>
public sealed class EvidencePhotograph
{
    /// <summary>Most photographs of one piece of evidence.</summary>
    public const int Most = 6;

    /// <summary>Longest description, in characters.</summary>
    public const int LongestAlt = 200;

    public required Guid Id { get; init; }
    public required Guid EvidenceId { get; init; }
    public required Guid FollowUpId { get; init; }

    /// <summary>1 for the first of its evidence.</summary>
    public required int Position { get; init; }

    /// <summary>What it shows, in the words of whoever handed it in; null where he said nothing.</summary>
    public string? Alt { get; init; }

    /// <summary>Pixels of the view.</summary>
    public required int Width { get; init; }

    /// <summary>Pixels of the view.</summary>
    public required int Height { get; init; }

    /// <summary>SHA-256 of the view, 64 hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>SHA-256 of the thumbnail, 64 hexadecimal digits.</summary>
    public required string ThumbnailSha256 { get; init; }
}

/// <summary>What a photograph shows: two JPEG files without any metadata, drawn anew from what was sent. Read by its id alone, never with other rows.</summary>
public sealed class PhotographBytes
{
    /// <summary>The id of the <see cref="EvidencePhotograph"/>.</summary>
    public required Guid PhotographId { get; init; }
    public required byte[] View { get; init; }
    public required byte[] Thumbnail { get; init; }
}
