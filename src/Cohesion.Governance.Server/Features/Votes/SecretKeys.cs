using System.Globalization;
using System.Security.Cryptography;
using Cohesion.Governance.Domain.Votes;

namespace Cohesion.Governance.Server.Features.Votes;

/// <summary>The files of the keys of secret votes, in a folder outside the database (<c>Votes:SecretKeys</c>, by default beside the journal's keys). A vote's file is
/// there from its opening to its count, and must never be backed up: its destruction is what makes the vote secret for good.</summary>
/// <remarks>A file is <c>&lt;vote&gt;.&lt;first half of the key's id&gt;.key</c>, so that a key made in an attempt that was rolled back is never taken for the vote's.</remarks>
internal sealed class SecretKeys
{
    private const int IdDigits = 32;

    private readonly string directory;

    public SecretKeys(IConfiguration configuration)
    {
        var journal = Path.GetFullPath(configuration["Journal:Keys"] ?? Path.Combine("data", "journal-keys"));
        directory = configuration["Votes:SecretKeys"] ?? Path.Combine(Path.GetDirectoryName(journal)!, "secret-vote-keys");
    }

    /// <summary>Makes a key for a vote; its file is on the disk when this returns.</summary>
    /// <exception cref="IOException">The disk refused.</exception>
    public SecretVoteKey Make(Guid voteId)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(directory);
        }
        else
        {
            Directory.CreateDirectory(directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        var key = SecretVoteKey.Create();
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var file = new FileStream(FileOf(voteId, key.Id), options);
        var bytes = key.ToBytes();
        file.Write(bytes);
        file.Flush(flushToDisk: true);
        CryptographicOperations.ZeroMemory(bytes);
        return key;
    }

    /// <summary>The key of a vote; null where its file is missing or holds something else. Read anew each time: nothing of it outlives its file.</summary>
    public SecretVoteKey? Find(Guid voteId, string? keyId)
    {
        if (keyId is null)
        {
            return null;
        }

        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(FileOf(voteId, keyId));
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }

        var key = SecretVoteKey.Of(bytes);
        CryptographicOperations.ZeroMemory(bytes);
        if (key is null || key.Id == keyId)
        {
            return key;
        }

        key.Dispose();
        return null;
    }

    /// <summary>The files there are.</summary>
    public IReadOnlyList<SecretKeyFile> All() => !Directory.Exists(directory)
        ? []
        : [.. Directory.EnumerateFiles(directory, "*.key").Select(Read).OfType<SecretKeyFile>()];

    /// <summary>Overwrites a file and deletes it; one that is gone already is left alone.</summary>
    /// <remarks>Overwriting reaches the sectors only where the disk writes in place; what a flash disk keeps aside is beyond a program (docs/security.md).</remarks>
    public static void Destroy(SecretKeyFile key)
    {
        try
        {
            using (var file = new FileStream(key.Path, FileMode.Open, FileAccess.Write, FileShare.None))
            {
                file.Write(RandomNumberGenerator.GetBytes(SecretVoteKey.Bytes));
                file.Flush(flushToDisk: true);
            }

            File.Delete(key.Path);
        }
        catch (FileNotFoundException)
        {
            // Another server process over the same folder was faster.
        }
    }

    private string FileOf(Guid voteId, string keyId) => Path.Combine(directory, $"{voteId:N}.{keyId[..IdDigits]}.key");

    private static SecretKeyFile? Read(string path) =>
        Path.GetFileName(path).Split('.') is [var vote, var id, _] && Guid.TryParseExact(vote, "N", out var voteId)
            ? new SecretKeyFile(voteId, id.ToLower(CultureInfo.InvariantCulture), path)
            : null;
}

/// <summary>A file of a key.</summary>
/// <param name="KeyIdStart">The first half of the key's id.</param>
internal sealed record SecretKeyFile(Guid VoteId, string KeyIdStart, string Path)
{
    /// <summary>Whether it is the file of this key.</summary>
    public bool IsOf(string? keyId) => keyId?.StartsWith(KeyIdStart, StringComparison.Ordinal) == true;
}
