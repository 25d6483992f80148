using System.Security.Cryptography;
using System.Text;

namespace Cohesion.Governance.Domain.Journal;

/// <summary>The hash over an entry's row digests, taken piece by piece: the same as <see cref="JournalRows.HashOf"/> of all of them together. Not safe for concurrent use.</summary>
public sealed class JournalRowsHash : IDisposable
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>How many pieces it is over.</summary>
    public int Pieces { get; private set; }

    /// <summary>The hash over what was added, lower-case hexadecimal; null where nothing was.</summary>
    public string? Value => Pieces == 0 ? null : Convert.ToHexStringLower(hash.GetCurrentHash());

    /// <summary>Adds the text of the next piece.</summary>
    public void Add(string text)
    {
        hash.AppendData(Encoding.UTF8.GetBytes(text));
        Pieces++;
    }

    /// <summary>The hash over what was added, and begins anew.</summary>
    public string? Take()
    {
        var value = Value;
        hash.GetHashAndReset();
        Pieces = 0;
        return value;
    }

    public void Dispose() => hash.Dispose();
}
