using System.Security.Cryptography;
using Cohesion.Governance.Domain;
using SkiaSharp;

namespace Cohesion.Governance.Server.Features.Photographs;

/// <summary>A photograph as it is kept: drawn anew, so that nothing of the file that was sent is left in it.</summary>
/// <param name="View">JPEG of at most <see cref="PhotographStudio.ViewSide"/> pixels a side.</param>
/// <param name="Thumbnail">JPEG of at most <see cref="PhotographStudio.ThumbnailSide"/> pixels a side.</param>
/// <param name="Width">Pixels of the view.</param>
/// <param name="Height">Pixels of the view.</param>
internal sealed record Photograph(byte[] View, byte[] Thumbnail, int Width, int Height)
{
    public string Sha256 { get; } = Convert.ToHexStringLower(SHA256.HashData(View));
}

/// <summary>What became of a file sent as a photograph: it, or why not.</summary>
internal readonly record struct Development(Photograph? Photograph, LocalText? Trouble);

/// <summary>Draws photographs anew. Only pixels pass: neither place nor camera nor anything behind the picture's end (EXIF, XMP, IPTC, comments, a second file) does, but it
/// stands upright as the camera said. What one request has drawn is remembered until its end, so that nothing is drawn twice, and never while the database waits.</summary>
internal sealed class PhotographStudio
{
    /// <summary>Most bytes of a photograph as it is sent.</summary>
    public const int MostBytes = 10 << 20;

    /// <summary>Most pixels: what telephones of today take. Its width and height are read first, so that a small file cannot claim a giant picture.</summary>
    public const int MostPixels = 50_000_000;

    /// <summary>Longer side of what people look at, in pixels.</summary>
    public const int ViewSide = 1600;

    /// <summary>Longer side in a list, in pixels.</summary>
    public const int ThumbnailSide = 320;

    private const int ViewQuality = 82;
    private const int ThumbnailQuality = 75;

    // A photograph takes some hundred megabytes while it is drawn: however many send one, the machine holds one.
    private static readonly SemaphoreSlim OneAtATime = new(1, 1);

    private readonly Dictionary<string, Photograph> drawn = new(StringComparer.Ordinal);

    /// <summary>Draws a photograph given in base64, or hands out what was drawn before.</summary>
    public async Task<Development> Develop(string base64, CancellationToken ct)
    {
        if (drawn.TryGetValue(base64, out var before))
        {
            return new(before, null);
        }

        if (base64.Length / 4 * 3L > MostBytes + 2)
        {
            return new(null, PhotographTrouble.TooLarge);
        }

        var file = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, file, out var length)
            ? await Develop(file.AsMemory(0, length), base64, ct)
            : new(null, PhotographTrouble.NotBase64);
    }

    /// <summary>Draws a photograph as a browser sent it.</summary>
    /// <returns>The view in base64, by which <see cref="Develop(string,CancellationToken)"/> knows it again.</returns>
    public async Task<(string? Base64, LocalText? Trouble)> Develop(ReadOnlyMemory<byte> file, CancellationToken ct)
    {
        var (photograph, trouble) = await Develop(file, null, ct);
        if (photograph is null)
        {
            return (null, trouble);
        }

        var base64 = Convert.ToBase64String(photograph.View);
        drawn[base64] = photograph;
        return (base64, null);
    }

    private async Task<Development> Develop(ReadOnlyMemory<byte> file, string? key, CancellationToken ct)
    {
        if (file.Length > MostBytes)
        {
            return new(null, PhotographTrouble.TooLarge);
        }

        await OneAtATime.WaitAsync(ct);
        try
        {
            // A second of computing is not for the thread that serves others.
            var development = await Task.Run(() => Draw(file.Span), ct);
            if (key is not null && development.Photograph is { } photograph)
            {
                drawn[key] = photograph;
            }

            return development;
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    private static Development Draw(ReadOnlySpan<byte> file)
    {
        if (PhotographFormat.Of(file) is not { } format)
        {
            return new(null, PhotographFormat.IsHeic(file) ? PhotographTrouble.Heic : PhotographTrouble.OtherKind);
        }

        using var data = SKData.CreateCopy(file);
        using var codec = SKCodec.Create(data);
        if (codec is null || codec.EncodedFormat != format || codec.Info is { Width: < 1 } or { Height: < 1 })
        {
            return new(null, PhotographTrouble.Damaged);
        }

        if ((long)codec.Info.Width * codec.Info.Height > MostPixels)
        {
            return new(null, PhotographTrouble.TooManyPixels);
        }

        using var pixels = Decode(codec);
        if (pixels is null)
        {
            return new(null, PhotographTrouble.Damaged);
        }

        using var view = Upright(pixels, codec.EncodedOrigin, ViewSide);
        using var thumbnail = Upright(view, SKEncodedOrigin.TopLeft, ThumbnailSide);
        return new(new Photograph(Jpeg(view, ViewQuality), Jpeg(thumbnail, ThumbnailQuality), view.Width, view.Height), null);
    }

    // JPEG is read at an eighth, a quarter … of its size where that is still enough.
    private static SKBitmap? Decode(SKCodec codec)
    {
        var longer = Math.Max(codec.Info.Width, codec.Info.Height);
        var size = codec.GetScaledDimensions(Math.Min(1f, (float)ViewSide / longer));
        if (Math.Max(size.Width, size.Height) < Math.Min(ViewSide, longer))
        {
            size = codec.GetScaledDimensions(Math.Min(1f, 2f * ViewSide / longer));
        }

        var pixels = new SKBitmap(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Premul, SKColorSpace.CreateSrgb()));
        if (codec.GetPixels(pixels.Info, pixels.GetPixels()) == SKCodecResult.Success)
        {
            return pixels;
        }

        pixels.Dispose();
        return null;
    }

    private static SKBitmap Upright(SKBitmap from, SKEncodedOrigin origin, int side)
    {
        var turned = origin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;
        var scale = Math.Min(1f, (float)side / Math.Max(from.Width, from.Height));
        var (width, height) = (Math.Max(1, (int)MathF.Round(from.Width * scale)), Math.Max(1, (int)MathF.Round(from.Height * scale)));
        var (across, down) = turned ? (height, width) : (width, height);

        // Without a colour space of its own, so that none is written into the file.
        var to = new SKBitmap(new SKImageInfo(across, down, SKColorType.Rgba8888, SKAlphaType.Opaque));
        using var canvas = new SKCanvas(to);
        using var image = SKImage.FromPixels(new SKImageInfo(from.Width, from.Height, from.ColorType, from.AlphaType), from.GetPixels());
        canvas.Clear(SKColors.White);
        canvas.SetMatrix(Turn(origin, across, down));
        canvas.DrawImage(image, SKRect.Create(width, height), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        canvas.Flush();
        return to;
    }

    // The eight ways a camera may have been held (EXIF 2.32, tag 0x0112).
    private static SKMatrix Turn(SKEncodedOrigin origin, int width, int height) => origin switch
    {
        SKEncodedOrigin.TopRight => new(-1, 0, width, 0, 1, 0, 0, 0, 1),
        SKEncodedOrigin.BottomRight => new(-1, 0, width, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.BottomLeft => new(1, 0, 0, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.LeftTop => new(0, 1, 0, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightTop => new(0, -1, width, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightBottom => new(0, -1, width, -1, 0, height, 0, 0, 1),
        SKEncodedOrigin.LeftBottom => new(0, 1, 0, -1, 0, height, 0, 0, 1),
        _ => SKMatrix.Identity,
    };

    private static byte[] Jpeg(SKBitmap pixels, int quality)
    {
        using var written = pixels.Encode(SKEncodedImageFormat.Jpeg, quality)
            ?? throw new InvalidOperationException("A picture of whole pixels could not be written as JPEG.");
        return written.ToArray();
    }
}
