using System.Text;

namespace Cohesion.Governance.Domain.Proof;

/// <summary>The skeleton of an export: which lines come in which order.</summary>
internal sealed partial class ExportScan(Stream input) : IDisposable
{
    private bool hasComma;
    private bool isFirst;

    private ExportLines Lines { get; } = new(input);

    public long Line => Lines.Number;

    /// <summary>The first two lines: what the file is and in which version.</summary>
    public void Opening()
    {
        var first = Lines.Next("format");
        if (!first.SequenceEqual(Encoding.ASCII.GetBytes($"{{\"format\":\"{VoteExport.Format}\",")))
        {
            throw Fault("format", new(
                $"This is not an exported vote: such a file begins with {{\"format\":\"{VoteExport.Format}\",",
                $"这不是表决导出文件：此类文件以 {{\"format\":\"{VoteExport.Format}\", 开头。"));
        }

        var version = Property("version");
        if (!version.SequenceEqual(Encoding.ASCII.GetBytes($"{VoteExport.Version}")))
        {
            throw Fault("version", new(
                $"The file is of a version this program does not know; it knows version {VoteExport.Version}. Use the program that came with the server.",
                $"文件版本不受支持：本程序只支持版本 {VoteExport.Version}。请使用与服务器同一版本的程序。"));
        }
    }

    /// <summary>A field that has a line of its own.</summary>
    public ReadOnlySpan<byte> Property(string name)
    {
        var line = Lines.Next(name);
        Span<byte> start = stackalloc byte[name.Length + 3];
        (start[0], start[^2], start[^1]) = ((byte)'"', (byte)'"', (byte)':');
        Encoding.ASCII.GetBytes(name, start[1..]);
        if (!line.StartsWith(start) || line[^1] != (byte)',')
        {
            throw Missing(name);
        }

        return line[start.Length..^1];
    }

    /// <summary>The field of a line, to be read in order.</summary>
    public LineJson PropertyJson(string name) => new(Property(name), Line, name);

    /// <summary>The line that begins a list.</summary>
    public void BeginList(string name)
    {
        if (!Lines.Next(name).SequenceEqual(Encoding.ASCII.GetBytes($"\"{name}\":[")))
        {
            throw Missing(name);
        }

        (isFirst, hasComma) = (true, false);
    }

    /// <summary>The next item of a list; false at its end.</summary>
    public bool NextItem(string list, out ReadOnlySpan<byte> item) => NextItem(list, "],"u8, default, out item);

    /// <summary>The line that begins a session, with its head (of a secret session the whole line, for <see cref="SecretHead"/>); false at the end of the sessions.</summary>
    /// <param name="follows">Whether a session came before and said that another follows.</param>
    /// <param name="head">The session's head.</param>
    public bool NextSession(bool? follows, out ReadOnlySpan<byte> head)
    {
        var line = Lines.Next("sessions");
        var isEnd = line.SequenceEqual("],"u8);
        if (isEnd == (follows ?? true))
        {
            throw Fault("sessions", new("A comma is missing or too many.", "多了或少了逗号。"));
        }

        head = default;
        (isFirst, hasComma) = (true, false);
        if (isEnd)
        {
            return false;
        }

        if (IsSecret(line))
        {
            head = line;
            return true;
        }

        var start = "{\"session\":"u8;
        var end = ",\"ballots\":["u8;
        if (!line.StartsWith(start) || !line.EndsWith(end))
        {
            throw Missing("session");
        }

        head = line[start.Length..^end.Length];
        return true;
    }

    /// <summary>The next ballot of a session; false at the session's end, which says whether another session follows.</summary>
    public bool NextBallot(string path, out ReadOnlySpan<byte> ballot, out bool anotherSession)
    {
        var found = NextItem(path, "]},"u8, "]}"u8, out ballot);
        anotherSession = !found && ballot.Length == 3;
        return found;
    }

    /// <summary>The last line, which signs all before it.</summary>
    public (byte[] Hash, string KeyId, byte[] Signature) Signature()
    {
        var line = Lines.Next("signature");
        var hash = Lines.HashBeforeThisLine();
        var start = "\"signature\":{\"algorithm\":\"ES256\",\"key\":\""u8;
        var middle = "\",\"value\":\""u8;
        var end = "\"}}"u8;
        if (line.Length != start.Length + 64 + middle.Length + 128 + end.Length
            || !line.StartsWith(start) || !line.EndsWith(end) || !line[(start.Length + 64)..].StartsWith(middle))
        {
            throw Fault("signature", new("The signature's line is not of the form it should have.", "签名行的格式不正确。"));
        }

        var key = line.Slice(start.Length, 64);
        var value = line.Slice(start.Length + 64 + middle.Length, 128);
        var signature = new byte[64];
        if (value.IndexOfAnyInRange((byte)'A', (byte)'F') >= 0
            || Convert.FromHexString(value, signature, out _, out _) != System.Buffers.OperationStatus.Done)
        {
            throw Fault("signature", new("The signature is not 128 hexadecimal digits in small letters.", "签名不是 128 位小写十六进制数。"));
        }

        var keyId = Encoding.ASCII.GetString(key);
        if (!Lines.IsAtEnd())
        {
            throw Fault("signature", new("Something follows the signature.", "签名之后还有内容。"));
        }

        return (hash, keyId, signature);
    }

    public ExportFormatException Fault(string path, LocalText reason) => new(Line, path, reason);

    public void Dispose() => Lines.Dispose();

    private bool NextItem(string list, ReadOnlySpan<byte> end, ReadOnlySpan<byte> otherEnd, out ReadOnlySpan<byte> item)
    {
        var line = Lines.Next(list);
        item = line;
        if (line.SequenceEqual(end) || (!otherEnd.IsEmpty && line.SequenceEqual(otherEnd)))
        {
            return !hasComma ? false : throw Fault(list, new("A comma is too many before the end of the list.", "列表末尾多了逗号。"));
        }

        if (!isFirst && !hasComma)
        {
            throw Fault(list, new("A comma is missing before this line.", "这一行之前缺少逗号。"));
        }

        isFirst = false;
        hasComma = line.Length > 0 && line[^1] == (byte)',';
        item = hasComma ? line[..^1] : line;
        return true;
    }

    private ExportFormatException Missing(string name) => Fault(name, new(
        $"The line of the field '{name}' should stand here.", $"此处应为字段“{name}”所在的行。"));
}
