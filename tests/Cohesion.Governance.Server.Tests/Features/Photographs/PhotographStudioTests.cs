using System.Text;
using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Features.Photographs;
using Cohesion.Governance.Server.Tests.Harness;
using SkiaSharp;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Photographs;

public sealed class PhotographStudioTests
{
    private static Task<Development> Develop(byte[] file) => new PhotographStudio().Develop(Convert.ToBase64String(file), CancellationToken.None);

    private static async Task<Photograph> Kept(byte[] file)
    {
        var development = await Develop(file);
        Assert.Null(development.Trouble);
        return development.Photograph!;
    }

    private static bool Has(byte[] file, string text) => file.AsSpan().IndexOf(Encoding.ASCII.GetBytes(text)) >= 0;

    // The segments of a JPEG file (ITU-T T.81, B.1.1.3) up to the scan, and where its end marker stands.
    private static (List<byte> Markers, int End) Segments(byte[] file)
    {
        var markers = new List<byte>();
        var at = 2;
        while (file[at] == 0xFF && file[at + 1] != 0xDA)
        {
            markers.Add(file[at + 1]);
            at += 2 + (file[at + 2] << 8) + file[at + 3];
        }

        return (markers, file.AsSpan().LastIndexOf((ReadOnlySpan<byte>)[0xFF, 0xD9]) + 2);
    }

    [Fact]
    public async Task Nothing_of_place_and_camera_is_left()
    {
        var sent = Pictures.FromTelephone();
        Assert.All(["Exif", "GPSLatitude", "Nok", "Photoshop", "Jinhongqiao", "<script>"], word => Assert.True(Has(sent, word), word));
        Assert.True(sent.AsSpan().IndexOf(Pictures.Latitude) >= 0);

        var kept = await Kept(sent);

        foreach (var file in (byte[][])[kept.View, kept.Thumbnail])
        {
            Assert.All(["Exif", "GPS", "Nok", "xmpmeta", "http:", "Photoshop", "Jinhongqiao", "Changning", "<script>", "PK\u0003\u0004"], word => Assert.False(Has(file, word), word));
            Assert.True(file.AsSpan().IndexOf(Pictures.Latitude) < 0);
            var (markers, end) = Segments(file);

            // APP0 (JFIF) alone; no APP1 to APP15, no comment; nothing behind the end.
            Assert.DoesNotContain(markers, m => m is (> 0xE0 and <= 0xEF) or 0xFE);
            Assert.Equal(file.Length, end);
        }
    }

    [Fact]
    public async Task Words_in_a_png_are_not_kept()
    {
        var kept = await Kept(Pictures.PngWithText());

        Assert.All(["tEXt", "Jinhongqiao", "eXIf", "Nok"], word => Assert.False(Has(kept.View, word), word));
    }

    // Where the red quarter comes to lie, by what EXIF says of row 0 and column 0 (CIPA DC-008, 4.6.4 A): 1 row top, column left …
    [Theory]
    [InlineData(1, false, false, false)]
    [InlineData(2, false, true, false)]
    [InlineData(3, false, true, true)]
    [InlineData(4, false, false, true)]
    [InlineData(5, true, false, false)]
    [InlineData(6, true, true, false)]
    [InlineData(7, true, true, true)]
    [InlineData(8, true, false, true)]
    public async Task It_stands_upright_as_the_camera_said(byte orientation, bool turned, bool right, bool low)
    {
        var kept = await Kept(Pictures.FromTelephone(orientation));

        Assert.Equal(turned ? (200, 400) : (400, 200), (kept.Width, kept.Height));
        using var picture = SKBitmap.Decode(kept.View);
        var corner = picture.GetPixel(right ? kept.Width - 10 : 10, low ? kept.Height - 10 : 10);
        var opposite = picture.GetPixel(right ? 10 : kept.Width - 10, low ? 10 : kept.Height - 10);
        Assert.True(corner is { Red: > 200, Blue: < 60 }, corner.ToString());
        Assert.True(opposite is { Red: < 60, Blue: > 200 }, opposite.ToString());
    }

    [Fact]
    public async Task A_large_one_becomes_1600_pixels_and_a_thumbnail_of_320()
    {
        var kept = await Kept(Pictures.Jpeg(4000, 3000));

        Assert.Equal((1600, 1200), (kept.Width, kept.Height));
        using var thumbnail = SKBitmap.Decode(kept.Thumbnail);
        Assert.Equal((320, 240), (thumbnail.Width, thumbnail.Height));
    }

    [Fact]
    public async Task Jpeg_png_and_webp_are_taken_and_kept_as_jpeg()
    {
        foreach (var file in (byte[][])[Pictures.Jpeg(), Pictures.Png(), Pictures.Webp()])
        {
            Assert.Equal((byte[])[0xFF, 0xD8, 0xFF], (await Kept(file)).View[..3]);
        }
    }

    [Fact]
    public async Task What_is_none_is_refused_with_what_to_do()
    {
        var jpeg = Pictures.Jpeg(800, 800);
        (byte[] File, LocalText Trouble)[] files =
        [
            (Pictures.Heic(), PhotographTrouble.Heic),
            ("<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray(), PhotographTrouble.OtherKind),
            ("GIF89a"u8.ToArray(), PhotographTrouble.OtherKind),
            ("%PDF-1.7"u8.ToArray(), PhotographTrouble.OtherKind),
            ([], PhotographTrouble.OtherKind),
            ([0xFF, 0xD8, 0xFF, .. "<script>alert(1)</script>"u8], PhotographTrouble.Damaged),
            (jpeg[..(jpeg.Length / 2)], PhotographTrouble.Damaged),
            (Pictures.Png()[..60], PhotographTrouble.Damaged),
            (Pictures.Bomb(), PhotographTrouble.TooManyPixels),
            (new byte[PhotographStudio.MostBytes + 1], PhotographTrouble.TooLarge),
        ];
        foreach (var (file, trouble) in files)
        {
            Assert.Equal(trouble.En, (await Develop(file)).Trouble?.En);
        }

        Assert.Equal(PhotographTrouble.NotBase64.En, (await new PhotographStudio().Develop("no base64!", CancellationToken.None)).Trouble?.En);
    }

    [Fact]
    public async Task A_page_that_is_a_picture_too_is_kept_as_the_picture_alone()
    {
        byte[] polyglot = [.. Pictures.Jpeg(), .. "<html><body onload=alert(1)>"u8];

        var kept = await Kept(polyglot);

        Assert.False(Has(kept.View, "<html>"));
    }

    [Fact]
    public async Task What_a_form_sent_is_drawn_once()
    {
        var studio = new PhotographStudio();

        var (base64, _) = await studio.Develop((ReadOnlyMemory<byte>)Pictures.FromTelephone(), CancellationToken.None);
        var again = await studio.Develop(base64!, CancellationToken.None);

        Assert.Equal(base64, Convert.ToBase64String(again.Photograph!.View));
    }
}
