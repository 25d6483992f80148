using System.Globalization;
using System.Text;
using System.Text.Json;
using Cohesion.Governance.Domain.Proof;
using Xunit;

namespace Cohesion.Governance.Domain.Tests.Proof;

/// <summary>A line is read plainly as far as it is spelled as exports spell it, and by the platform's reader of JSON from there on. White space before it makes it
/// one for the platform's reader from its first byte: both must come to the same, in what they read and in what they refuse.</summary>
public sealed class LineJsonTests
{
    private const string Paper =
        """{"seat":"0193a0c2-0000-7000-9000-00000000000f","channel":"visit","voice":12,"takenAt":"2026-11-02T01:01:00.0000000Z","place":"Room 101","witness":"何女士","scan":null,"choice":"no","enteredBy":"0193a0c2-0000-7000-9000-0000000003e9","enteredAt":"2026-02-28T23:59:59.9999999Z","secondChoice":"yes","checkedBy":null,"checkedAt":"2024-02-29T01:01:10.0000001Z","settledChoice":null,"settledBy":"0193a0c2-0000-7000-9000-0000000003eb","settledAt":null,"settledReason":"Clear.","stage":"entered","receipt":"2a749ecbe7c135a7e8ad68945bd410ae249a9e1d9b05ccc7aa19ea936b417961"}""";

    private const string Mandate =
        """{"id":"0193a0c2-0000-7000-9000-0000000007d6","seat":"0193a0c2-0000-7000-9000-000000000006","voice":null,"holder":"0193a0c2-0000-7000-9000-0000000003ec","holderName":{"en":"Holder","zh":"受托人"},"byGiver":false,"scope":"vote","vote":"0193a0c2-0000-7000-8000-000000000001","meeting":null,"until":null,"givenAt":"2026-11-02T01:00:00.0000000Z","usedAt":null,"revokedAt":null,"document":null,"offices":["owner","streetConvenor"],"ownSeats":[],"receipts":["814d398465b3250293364b6d6c418e83c04a0d7fc21a149bb8ba3a258f124b1d","00000000000000000000000000000000000000000000000000000000000000ff"]}""";

    [Theory]
    [InlineData(Paper)]
    [InlineData(Mandate)]
    public void What_is_read_plainly_is_what_the_platform_reads(string line)
    {
        var told = AsRead(Encoding.UTF8.GetBytes(line));

        Assert.StartsWith("{", told, StringComparison.Ordinal);
        Assert.Equal(told, AsRead(Encoding.UTF8.GetBytes(" " + line)));
        Assert.Equal(told, AsRead(Encoding.UTF8.GetBytes(line + " ")));
    }

    [Theory]
    [InlineData(Paper)]
    [InlineData(Mandate)]
    public void Whatever_becomes_of_a_byte_is_taken_or_refused_as_the_platform_takes_it(string line)
    {
        var bytes = Encoding.UTF8.GetBytes(line);
        for (var at = 0; at < bytes.Length; at++)
        {
            // Other values, among them ones that are no UTF-8; then without the byte, with something before it, and cut off.
            foreach (var other in "\"\\,:{}[] \n\0019aAfFzZ-+.eEnN\u007f"u8)
            {
                Compare([.. bytes[..at], other, .. bytes[(at + 1)..]]);
                Compare([.. bytes[..at], other, .. bytes[at..]]);
            }

            Compare([.. bytes[..at], 0xff, .. bytes[(at + 1)..]]);
            Compare([.. bytes[..at], .. bytes[(at + 1)..]]);
            Compare(bytes[..at]);
        }
    }

    [Theory]
    [InlineData("2026-11-02T01:00:00.0000000Z")]
    [InlineData("2026-02-29T01:00:00.0000000Z")]
    [InlineData("2024-02-29T23:59:59.9999999Z")]
    [InlineData("2026-13-01T01:00:00.0000000Z")]
    [InlineData("2026-00-01T01:00:00.0000000Z")]
    [InlineData("2026-01-00T01:00:00.0000000Z")]
    [InlineData("2026-01-32T01:00:00.0000000Z")]
    [InlineData("2026-01-01T24:00:00.0000000Z")]
    [InlineData("2026-01-01T23:60:00.0000000Z")]
    [InlineData("2026-01-01T23:59:60.0000000Z")]
    [InlineData("0001-01-01T00:00:00.0000000Z")]
    [InlineData("0000-01-01T00:00:00.0000000Z")]
    [InlineData("9999-12-31T23:59:59.9999999Z")]
    public void A_time_is_one_where_the_platform_says_so(string text)
    {
        var isTime = DateTimeOffset.TryParseExact(
            text, "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var expected);

        Assert.Equal(isTime, PlainText.TryTime(Encoding.ASCII.GetBytes(text), out var time));
        Assert.Equal(isTime ? expected : default, time);
    }

    [Theory]
    [InlineData("0", 0L)]
    [InlineData("7", 7L)]
    [InlineData("123456789012345678", 123_456_789_012_345_678L)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("-9223372036854775808", long.MinValue)]
    [InlineData("-5", -5L)]
    public void A_whole_number_is_read_to_its_last_digit(string text, long expected)
    {
        var json = new LineJson(Encoding.ASCII.GetBytes($"[{text},{text}]"), 1, "numbers");
        json.BeginList();

        Assert.Equal(expected, json.Number());
        Assert.Equal(expected, json.Number());
        json.EndList();
        json.End();
    }

    [Theory]
    [InlineData("01")]
    [InlineData("1.5")]
    [InlineData("1e3")]
    [InlineData("9223372036854775808")]
    [InlineData("--1")]
    [InlineData("1 2")]
    [InlineData("")]
    public void What_is_no_whole_number_is_refused(string text) => Assert.Throws<ExportFormatException>(() =>
    {
        var json = new LineJson(Encoding.ASCII.GetBytes($"[{text}]"), 1, "numbers");
        json.BeginList();
        json.Number();
        json.EndList();
    });

    private static void Compare(byte[] line)
    {
        var (plainly, generally) = (AsRead(line), AsRead([(byte)' ', .. line]));
        Assert.True(plainly == generally, $"{Encoding.UTF8.GetString(line)}\n{plainly}\n{generally}");
    }

    private static string AsRead(byte[] line)
    {
        try
        {
            var json = new LineJson(line, 7, "lines", 0);
            return line.AsSpan().TrimStart((byte)' ').StartsWith("{\"id"u8)
                ? JsonSerializer.Serialize(EvidenceLines.Mandate(json)) : JsonSerializer.Serialize(EvidenceLines.Paper(json));
        }
        catch (ExportFormatException fault)
        {
            return $"{fault.Line} {fault.Path}: {fault.Reason.En}";
        }
    }
}
