using System.Buffers.Binary;
using System.Text;
using SkiaSharp;

namespace Cohesion.Governance.Server.Tests.Harness;

/// <summary>Photographs as telephones make them, and files that only look like some. EXIF is put together byte by byte (CIPA DC-008), so that nothing of ours vouches for it.</summary>
internal static class Pictures
{
    /// <summary>31° 13′ 0″: the place that must be nowhere in what is kept.</summary>
    public static readonly byte[] Latitude = [0, 0, 0, 31, 0, 0, 0, 1, 0, 0, 0, 13, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1];

    /// <summary>A picture whose upper left quarter is red and the rest blue.</summary>
    public static byte[] Jpeg(int width = 400, int height = 200) => Draw(width, height, SKEncodedImageFormat.Jpeg);

    public static byte[] Png(int width = 40, int height = 30) => Draw(width, height, SKEncodedImageFormat.Png);

    public static byte[] Webp(int width = 40, int height = 30) => Draw(width, height, SKEncodedImageFormat.Webp);

    /// <summary>A JPEG with camera, orientation and place in EXIF, an XMP packet, IPTC and a comment, and a second file behind its end.</summary>
    /// <param name="orientation">EXIF's 1 to 8.</param>
    public static byte[] FromTelephone(byte orientation = 1, int width = 400, int height = 200)
    {
        var jpeg = Jpeg(width, height);
        return
        [
            .. jpeg[..2],
            .. Segment(0xE1, [.. "Exif\0\0"u8, .. Exif(orientation)]),
            .. Segment(0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. "<x:xmpmeta><exif:GPSLatitude>31,13N</exif:GPSLatitude></x:xmpmeta>"u8]),
            .. Segment(0xED, [.. "Photoshop 3.0\08BIM\u0004\u0004\0\0\0\0\0\u000c\u001c\u0002Z\0\u0007Changning"u8]),
            .. Segment(0xFE, "taken at Jinhongqiao"u8),
            .. jpeg[2..],
            .. "PK\u0003\u0004<script>alert(1)</script>"u8,
        ];
    }

    /// <summary>A PNG with words in it.</summary>
    public static byte[] PngWithText()
    {
        var png = Png();
        return [.. png[..33], .. Chunk("tEXt", "Comment\0taken at Jinhongqiao"u8), .. Chunk("eXIf", Exif(1)), .. png[33..]];
    }

    /// <summary>A PNG of some hundred bytes that claims 60,000 by 60,000 pixels.</summary>
    public static byte[] Bomb()
    {
        var png = Png();
        var header = new byte[13];
        png.AsSpan(16, 13).CopyTo(header);
        BinaryPrimitives.WriteUInt32BigEndian(header, 60_000);
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(4), 60_000);
        return [.. png[..8], .. Chunk("IHDR", header), .. png[33..]];
    }

    /// <summary>The first box of a HEIC file (ISO/IEC 23008-12).</summary>
    public static byte[] Heic() => [0, 0, 0, 24, .. "ftypheic"u8, 0, 0, 0, 0, .. "mif1heic"u8, .. new byte[100]];

    private static byte[] Draw(int width, int height, SKEncodedImageFormat format)
    {
        using var bitmap = new SKBitmap(width, height);
        using var canvas = new SKCanvas(bitmap);
        using var red = new SKPaint { Color = SKColors.Red };
        canvas.Clear(SKColors.Blue);
        canvas.DrawRect(0, 0, width / 2f, height / 2f, red);
        canvas.Flush();
        using var data = bitmap.Encode(format, 90);
        return data.ToArray();
    }

    // TIFF, big-endian: make, orientation and a pointer to the GPS directory with the latitude.
    private static byte[] Exif(byte orientation) =>
    [
        .. "MM"u8, 0, 42, 0, 0, 0, 8,
        0, 3,
        1, 0x0F, 0, 2, 0, 0, 0, 4, .. "Nok\0"u8,
        1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0,
        0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 50,
        0, 0, 0, 0,
        0, 2,
        0, 1, 0, 2, 0, 0, 0, 2, .. "N\0\0\0"u8,
        0, 2, 0, 5, 0, 0, 0, 3, 0, 0, 0, 80,
        0, 0, 0, 0,
        .. Latitude,
    ];

    private static byte[] Segment(byte marker, ReadOnlySpan<byte> content) =>
        [0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content];

    private static byte[] Chunk(string name, ReadOnlySpan<byte> content)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(name), .. content];
        var (length, crc) = (new byte[4], new byte[4]);
        BinaryPrimitives.WriteInt32BigEndian(length, content.Length);
        BinaryPrimitives.WriteUInt32BigEndian(crc, Crc(named));
        return [.. length, .. named, .. crc];
    }

    // PNG, annex D.
    private static uint Crc(byte[] bytes)
    {
        var crc = 0xFFFF_FFFFu;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB8_8320u : crc >> 1;
            }
        }

        return ~crc;
    }
}
