using System.Security.Cryptography;

namespace Cohesion.Governance.Domain.Proof;

/// <summary>Reads a file line by line and hashes what it reads, up to the line that is asked to be left out.</summary>
internal sealed class ExportLines : IDisposable
{
    /// <summary>Longest line taken: a rule's text, a decision or the attendance of a large meeting stand in one.</summary>
    private const int LongestLine = 1 << 28;

    private readonly Stream input;
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private byte[] buffer = new byte[1 << 20];
    private int hashed;
    private int start;
    private int next;
    private int end;
    private bool ended;

    public ExportLines(Stream input) => this.input = input;

    /// <summary>Number of the line last given, from 1.</summary>
    public long Number { get; private set; }

    /// <summary>The next line without its line feed; valid until the next call.</summary>
    /// <exception cref="ExportFormatException">There is none, or it is not ended by a line feed.</exception>
    public ReadOnlySpan<byte> Next(string path)
    {
        start = next;
        for (var searched = start; ;)
        {
            var length = buffer.AsSpan(searched, end - searched).IndexOf((byte)'\n');
            if (length >= 0)
            {
                next = searched + length + 1;
                Number++;
                return buffer.AsSpan(start, next - 1 - start);
            }

            var read = end - start;
            Fill(path);
            searched = start + read;
        }
    }

    /// <summary>Whether nothing follows.</summary>
    public bool IsAtEnd()
    {
        while (next == end && !ended)
        {
            start = next;
            Fill(string.Empty);
        }

        return next == end;
    }

    /// <summary>SHA-256 over everything before the line last given.</summary>
    public byte[] HashBeforeThisLine()
    {
        hash.AppendData(buffer.AsSpan(hashed, start - hashed));
        hashed = start;
        return hash.GetCurrentHash();
    }

    public void Dispose() => hash.Dispose();

    private void Fill(string path)
    {
        if (ended)
        {
            throw new ExportFormatException(Number + 1, path, new(
                "The file ends too early: it was cut off, or its last line has no line feed. Export the vote again.",
                "文件不完整：可能被截断，或最后一行缺少换行符。请重新导出。"));
        }

        hash.AppendData(buffer.AsSpan(hashed, start - hashed));
        buffer.AsSpan(start, end - start).CopyTo(buffer);
        (end, next, start, hashed) = (end - start, next - start, 0, 0);
        if (end == buffer.Length)
        {
            if (buffer.Length >= LongestLine)
            {
                throw new ExportFormatException(Number + 1, path, new("This line is too long to be one of an export.", "这一行过长，不是导出文件的内容。"));
            }

            Array.Resize(ref buffer, buffer.Length * 2);
        }

        var read = input.Read(buffer, end, buffer.Length - end);
        end += read;
        ended = read == 0;
    }
}
