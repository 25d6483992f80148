using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Cohesion.Governance.Server.Features.Meetings;

/// <summary>The six digits on the wall of a meeting room that show that whoever types them is there, or was told them within the last minute by somebody who is.</summary>
/// <remarks>
/// An HMAC-SHA256 of meeting and half minute, cut down as in RFC 4226, 5.3. The key lies in a file beside the journal's keys (<c>Meetings:CheckInKey</c>) and not in the
/// database, whose readers would know every code; server processes over one database share it. Without the file a new key is made, and codes on walls change once.
/// </remarks>
internal sealed class CheckInCodes
{
    /// <summary>How long a code stands on the wall before the next.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromSeconds(30);

    /// <summary>Digits of a code.</summary>
    public const int Digits = 6;

    private const int KeyBytes = 32;

    private readonly string file;
    private readonly Lazy<byte[]> key;
    private readonly TimeProvider clock;

    public CheckInCodes(IConfiguration configuration, TimeProvider clock)
    {
        var journal = Path.GetFullPath(configuration["Journal:Keys"] ?? Path.Combine("data", "journal-keys"));
        file = configuration["Meetings:CheckInKey"] ?? Path.Combine(Path.GetDirectoryName(journal)!, "check-in.key");
        this.clock = clock;
        key = new(ReadOrMake);
    }

    /// <summary>The code of a meeting at this moment.</summary>
    public string Now(Guid meetingId) => Of(meetingId, Current);

    /// <summary>When another code takes its place.</summary>
    public DateTimeOffset ChangesAt => DateTimeOffset.UnixEpoch + ((Current + 1) * Window);

    /// <summary>Whether these digits stand on the wall now or did in the half minute before.</summary>
    public bool IsOnTheWall(Guid meetingId, string code)
    {
        var typed = Read(code);

        // Both are compared each time, so that how long it takes says nothing.
        var now = CryptographicOperations.FixedTimeEquals(typed, System.Text.Encoding.ASCII.GetBytes(Of(meetingId, Current)));
        var before = CryptographicOperations.FixedTimeEquals(typed, System.Text.Encoding.ASCII.GetBytes(Of(meetingId, Current - 1)));
        return now | before;
    }

    private long Current => (clock.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks / Window.Ticks;

    // As people type it: with spaces, and with the digits of a Chinese keyboard.
    private static byte[] Read(string code) => [.. code.Where(c => !char.IsWhiteSpace(c)).Select(c => c is >= '０' and <= '９' ? (byte)(c - '０' + '0') : c < 128 ? (byte)c : (byte)'?')];

    private string Of(Guid meetingId, long window)
    {
        Span<byte> text = stackalloc byte[24];
        meetingId.TryWriteBytes(text, bigEndian: true, out _);
        BinaryPrimitives.WriteInt64BigEndian(text[16..], window);
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key.Value, text, hash);
        var number = BinaryPrimitives.ReadUInt32BigEndian(hash[(hash[^1] & 0x0F)..]) & 0x7FFF_FFFF;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private byte[] ReadOrMake()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        if (!File.Exists(file))
        {
            // Under another name first: nobody must read half a key, and of two server processes the first one's is the key.
            var half = $"{file}.{RandomNumberGenerator.GetHexString(8, lowercase: true)}";
            using (var stream = new FileStream(half, options))
            {
                stream.Write(RandomNumberGenerator.GetBytes(KeyBytes));
            }

            try
            {
                File.Move(half, file, overwrite: false);
            }
            catch (IOException) when (File.Exists(file))
            {
                File.Delete(half);
            }
        }

        var found = File.ReadAllBytes(file);
        return found.Length == KeyBytes
            ? found
            : throw new InvalidOperationException($"{file} is no key for check-in codes ({KeyBytes} bytes). Move it away: another is made.");
    }
}
