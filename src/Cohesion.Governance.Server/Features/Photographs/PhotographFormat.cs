using SkiaSharp;

namespace Cohesion.Governance.Server.Features.Photographs;

/// <summary>What a file is by its first bytes. What it is called says nothing.</summary>
internal static class PhotographFormat
{
    // Brands of still pictures in HEVC or AV1 (ISO/IEC 23008-12, annex B).
    private static readonly byte[][] Heif = [.. new[] { "heic", "heix", "hevc", "hevx", "heim", "heis", "mif1", "msf1", "avif" }.Select(System.Text.Encoding.ASCII.GetBytes)];

    /// <summary>JPEG (ITU-T T.81), PNG (W3C) or WebP (RFC 9649); null for anything else.</summary>
    public static SKEncodedImageFormat? Of(ReadOnlySpan<byte> file) =>
        file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? SKEncodedImageFormat.Jpeg
        : file.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]) ? SKEncodedImageFormat.Png
        : file.Length >= 12 && file.StartsWith("RIFF"u8) && file[8..].StartsWith("WEBP"u8) ? SKEncodedImageFormat.Webp
        : null;

    /// <summary>Whether it is what telephones write that keep to HEIC.</summary>
    public static bool IsHeic(ReadOnlySpan<byte> file)
    {
        if (file.Length < 12 || !file[4..].StartsWith("ftyp"u8))
        {
            return false;
        }

        foreach (var brand in Heif)
        {
            if (file[8..].StartsWith(brand))
            {
                return true;
            }
        }

        return false;
    }
}
