using System.Text.RegularExpressions;
using Cohesion.Governance.Server.Pipeline;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.Votes;

/// <summary>The hashes by which papers are kept: SHA-256 (FIPS 180-4) in hexadecimal.</summary>
internal static partial class HashText
{
    /// <summary>64 hexadecimal digits, or nothing.</summary>
    public static IRuleBuilderOptions<T, string?> IsSha256<T>(this IRuleBuilder<T, string?> rule) => rule
        .Must(hash => string.IsNullOrEmpty(hash) || Pattern().IsMatch(hash))
        .Says("A SHA-256 hash has 64 hexadecimal digits.", "SHA-256 须为 64 位十六进制数字。");

    /// <summary>As it is stored: small letters; null for nothing.</summary>
    public static string? Stored(string? hash) => string.IsNullOrEmpty(hash) ? null : hash.ToLowerInvariant();

    [GeneratedRegex("^[0-9a-fA-F]{64}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Pattern();
}
