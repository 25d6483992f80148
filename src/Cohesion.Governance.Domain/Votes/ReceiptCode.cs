using System.Security.Cryptography;

namespace Cohesion.Governance.Domain.Votes;

/// <summary>The code a voter keeps (回执): twelve characters of Crockford's base 32, 60 bits from a cryptographic source, in groups of four.</summary>
/// <remarks>Crockford's alphabet leaves out I, L, O and U, so that a code can be read from paper and over the telephone
/// (https://www.crockford.com/base32.html). Guessing one of a million receipts takes some 10^12 tries.</remarks>
public static class ReceiptCode
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 12;

    /// <summary>A new code: <c>7K2M-04XR-9QTB</c>.</summary>
    public static string Create() => Group(RandomNumberGenerator.GetString(Alphabet, Length));

    /// <summary>The code as it is stored, from what somebody typed: small letters, missing dashes and the usual confusions (O for 0, I or L for 1) are forgiven.</summary>
    /// <returns>The code; null where the text cannot be one.</returns>
    public static string? Read(string typed)
    {
        Span<char> code = stackalloc char[Length];
        var length = 0;
        foreach (var character in typed)
        {
            if (character is '-' or ' ')
            {
                continue;
            }

            var read = char.ToUpperInvariant(character) switch { 'O' => '0', 'I' or 'L' => '1', var other => other };
            if (length == Length || !Alphabet.Contains(read, StringComparison.Ordinal))
            {
                return null;
            }

            code[length++] = read;
        }

        return length == Length ? Group(code) : null;
    }

    private static string Group(ReadOnlySpan<char> code) => $"{code[..4]}-{code[4..8]}-{code[8..]}";
}
