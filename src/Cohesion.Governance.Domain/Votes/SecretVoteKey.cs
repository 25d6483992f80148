using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Cohesion.Governance.Domain.Rules;

namespace Cohesion.Governance.Domain.Votes;

/// <summary>What a seat said in a secret vote, as it is sealed.</summary>
/// <param name="Choice">What it said.</param>
/// <param name="Receipt">The code it was given, as printed.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct SecretWord(BallotChoice Choice, string Receipt);

/// <summary>The key of one secret vote: AES-256-GCM (NIST SP 800-38D). It lies outside the database and is destroyed when the vote is counted; from then on
/// no copy of the database, however old, says what a seat said.</summary>
/// <remarks>Each sealing takes a new random nonce of 96 bits; a vote has far fewer than the 2^32 sealings up to which that is safe (SP 800-38D, 8.3).</remarks>
public sealed class SecretVoteKey : IDisposable
{
    /// <summary>Bytes of the key.</summary>
    public const int Bytes = 32;

    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const int CodeLength = 12;

    // The same number of bytes whatever was said.
    private const int WordBytes = 1 + CodeLength;

    private readonly byte[] key;

    private SecretVoteKey(byte[] key)
    {
        this.key = key;
        Id = Convert.ToHexStringLower(SHA256.HashData([.. "cohesion-governance/secret-vote-key/1\n"u8, .. key]));
    }

    /// <summary>SHA-256 over a label and the key, 64 hexadecimal digits: stands with the vote, so that another key is recognised. The key has 256 random
    /// bits, which nobody finds from it.</summary>
    public string Id { get; }

    /// <summary>A new random key.</summary>
    public static SecretVoteKey Create() => new(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>Reads a key; null where the bytes are not 32.</summary>
    public static SecretVoteKey? Of(ReadOnlySpan<byte> bytes) => bytes.Length == Bytes ? new(bytes.ToArray()) : null;

    /// <summary>The key's bytes, for its file.</summary>
    public byte[] ToBytes() => [.. key];

    /// <summary>Seals what a seat said, so that it opens for this vote and seat only.</summary>
    /// <returns>Nonce, ciphertext and tag, Base64; always of the same length.</returns>
    public string Seal(Guid voteId, Guid seatId, SecretWord word)
    {
        var plain = new byte[WordBytes];
        plain[0] = (byte)word.Choice;
        var code = word.Receipt.Replace("-", string.Empty, StringComparison.Ordinal);
        if (code.Length != CodeLength)
        {
            throw new ArgumentException("A receipt has twelve characters.", nameof(word));
        }

        Encoding.ASCII.GetBytes(code, plain.AsSpan(1));
        var text = Seal(plain, Context(voteId, seatId));
        CryptographicOperations.ZeroMemory(plain);
        return text;
    }

    /// <summary>Opens what was sealed; null where it was sealed for another vote or seat, under another key, or was changed since.</summary>
    public SecretWord? Open(Guid voteId, Guid seatId, string text)
    {
        if (Open(text, Context(voteId, seatId)) is not { Length: WordBytes } plain || !Enum.IsDefined((BallotChoice)plain[0]))
        {
            return null;
        }

        var code = ReceiptCode.Read(Encoding.ASCII.GetString(plain, 1, CodeLength));
        return code is null ? null : new SecretWord((BallotChoice)plain[0], code);
    }

    /// <summary>Seals a text that belongs to the vote.</summary>
    /// <param name="text">The text.</param>
    /// <param name="context">What it is; it opens under the same words only.</param>
    public string SealText(string text, string context) => Seal(Encoding.UTF8.GetBytes(text), Encoding.UTF8.GetBytes(context));

    /// <summary>Opens a sealed text; null where key or context are others, or it was changed.</summary>
    public string? OpenText(string text, string context) => Open(text, Encoding.UTF8.GetBytes(context)) is { } plain ? Encoding.UTF8.GetString(plain) : null;

    public void Dispose() => CryptographicOperations.ZeroMemory(key);

    private static byte[] Context(Guid voteId, Guid seatId) => [.. voteId.ToByteArray(bigEndian: true), .. seatId.ToByteArray(bigEndian: true)];

    private string Seal(ReadOnlySpan<byte> plain, ReadOnlySpan<byte> context)
    {
        var all = new byte[NonceBytes + plain.Length + TagBytes];
        RandomNumberGenerator.Fill(all.AsSpan(0, NonceBytes));
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(all.AsSpan(0, NonceBytes), plain, all.AsSpan(NonceBytes, plain.Length), all.AsSpan(NonceBytes + plain.Length), context);
        return Convert.ToBase64String(all);
    }

    private byte[]? Open(string text, ReadOnlySpan<byte> context)
    {
        var all = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, all, out var length) || length < NonceBytes + TagBytes)
        {
            return null;
        }

        var plain = new byte[length - NonceBytes - TagBytes];
        using var aes = new AesGcm(key, TagBytes);
        try
        {
            aes.Decrypt(all.AsSpan(0, NonceBytes), all.AsSpan(NonceBytes, plain.Length), all.AsSpan(NonceBytes + plain.Length, TagBytes), plain, context);
            return plain;
        }
        catch (AuthenticationTagMismatchException)
        {
            // Said by the null: it was not sealed so.
            return null;
        }
    }
}
