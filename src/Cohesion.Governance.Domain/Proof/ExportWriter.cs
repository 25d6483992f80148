using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Cohesion.Governance.Domain.Journal;
using Cohesion.Governance.Domain.Rules;

namespace Cohesion.Governance.Domain.Proof;

/// <summary>Writes a vote's export line by line to a stream and signs it at the end. Parts are written in the order of the methods here; nothing is kept, so
/// that a million ballots need no more memory than one.</summary>
/// <remarks>The signature covers every byte before its own line.</remarks>
public sealed partial class ExportWriter : IDisposable
{
    private const int FlushAt = 1 << 16;

    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Stream output;
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly ArrayBufferWriter<byte> buffer = new(FlushAt * 2);
    private readonly Utf8JsonWriter json;
    private bool firstOfList;

    public ExportWriter(Stream output)
    {
        this.output = output;
        json = new Utf8JsonWriter(buffer, Compact);
    }

    /// <summary>Signs what was written and ends the file. The stream stays open.</summary>
    public async Task Sign(SigningProofKey key, CancellationToken ct)
    {
        Raw("\n],\n"u8);
        Property("key"u8, w => w.WriteBase64StringValue(key.Public.Spki));
        await Flush(0, ct);
        var signature = Convert.ToHexStringLower(key.Sign(hash.GetHashAndReset()));
        Raw(System.Text.Encoding.ASCII.GetBytes(
            "\"signature\":{\"algorithm\":\"ES256\",\"key\":\"" + key.Public.Id + "\",\"value\":\"" + signature + "\"}}"));
        Raw("\n"u8);
        await Flush(0, ct);
        await output.FlushAsync(ct);
    }

    public void Dispose()
    {
        json.Dispose();
        hash.Dispose();
    }

    private static string? Time(DateTimeOffset? at) => at is { } time ? Time(time) : null;

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString(VoteExport.TimeFormat, CultureInfo.InvariantCulture);

    private static void Text(Utf8JsonWriter writer, ReadOnlySpan<byte> name, LocalText text)
    {
        writer.WriteStartObject(name);
        writer.WriteString("en"u8, text.En);
        writer.WriteString("zh"u8, text.Zh);
        writer.WriteEndObject();
    }

    private void Property(ReadOnlySpan<byte> name, Action<Utf8JsonWriter> value)
    {
        Raw("\""u8);
        Raw(name);
        Raw("\":"u8);
        value(json);
        EndValue();
        Raw(",\n"u8);
    }

    private void NextLine()
    {
        Raw(firstOfList ? "\n"u8 : ",\n"u8);
        firstOfList = false;
    }

    private void EndValue()
    {
        json.Flush();
        json.Reset();
    }

    private void Raw(ReadOnlySpan<byte> bytes) => buffer.Write(bytes);

    private async ValueTask Flush(int above, CancellationToken ct)
    {
        if (buffer.WrittenCount > above)
        {
            hash.AppendData(buffer.WrittenSpan);
            await output.WriteAsync(buffer.WrittenMemory, ct);
            buffer.ResetWrittenCount();
        }
    }
}
