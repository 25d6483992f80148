using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Cohesion.Governance.Load;

/// <summary>One HTTP/1.1 connection (RFC 9112) that sends requests made beforehand and waits for whole answers, keeping its thread. A full client takes as much processor
/// time as the server it measures, and both have to share the same cores. One caller at a time.</summary>
internal sealed class DirectConnection : IDisposable
{
    private static readonly byte[] EndOfHead = "\r\n\r\n"u8.ToArray();
    private static readonly byte[] LastChunk = "\r\n0\r\n\r\n"u8.ToArray();

    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, ReceiveTimeout = 30_000 };
    private readonly byte[] buffer = new byte[16 * 1024];

    /// <exception cref="SocketException">Nobody listens there.</exception>
    public void Open(Uri address) => socket.Connect(new IPEndPoint(IPAddress.Parse(address.Host), address.Port));

    /// <summary>A request as it goes over the wire.</summary>
    /// <param name="method">GET or POST.</param>
    /// <param name="address">The server.</param>
    /// <param name="path">Absolute path.</param>
    /// <param name="headers">Further headers.</param>
    /// <param name="json">The body; null for none.</param>
    public static byte[] Request(string method, Uri address, string path, IEnumerable<(string Name, string Value)> headers, byte[]? json = null)
    {
        var head = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{method} {path} HTTP/1.1\r\nHost: {address.Authority}\r\n");
        foreach (var (name, value) in headers)
        {
            head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        }

        if (json is not null)
        {
            head.Append(CultureInfo.InvariantCulture, $"Content-Type: application/json\r\nContent-Length: {json.Length}\r\n");
        }

        return [.. Encoding.ASCII.GetBytes(head.Append("\r\n").ToString()), .. json ?? []];
    }

    /// <summary>Sends a request and waits for the end of its answer.</summary>
    /// <returns>The body (with its marks between chunks, where it comes in chunks), in a buffer that the next call overwrites.</returns>
    /// <exception cref="InvalidOperationException">The answer is no 200, or breaks off.</exception>
    public ReadOnlySpan<byte> Ask(ReadOnlySpan<byte> request)
    {
        while (request.Length > 0)
        {
            request = request[socket.Send(request)..];
        }

        var read = 0;
        var end = -1;
        while (end < 0)
        {
            read += Receive(read);
            end = buffer.AsSpan(0, read).IndexOf(EndOfHead);
        }

        var head = Encoding.ASCII.GetString(buffer, 0, end);
        var from = end + EndOfHead.Length;
        var length = LengthIn(head);
        while (length is { } whole ? read < from + whole : !buffer.AsSpan(from, read - from).EndsWith(LastChunk))
        {
            read += Receive(read);
        }

        return head.StartsWith("HTTP/1.1 200", StringComparison.Ordinal)
            ? buffer.AsSpan(from, read - from)
            : throw new InvalidOperationException($"{head}\n{Encoding.UTF8.GetString(buffer, from, read - from)}");
    }

    public void Dispose() => socket.Dispose();

    // Null: it comes in chunks.
    private static int? LengthIn(string head)
    {
        const string Name = "\r\nContent-Length: ";
        var start = head.IndexOf(Name, StringComparison.OrdinalIgnoreCase);
        if (start < 0)
        {
            return null;
        }

        start += Name.Length;
        var end = head.IndexOf('\r', start);
        return int.Parse(end < 0 ? head.AsSpan(start) : head.AsSpan(start, end - start), CultureInfo.InvariantCulture);
    }

    private int Receive(int read)
    {
        var more = read < buffer.Length ? socket.Receive(buffer.AsSpan(read)) : 0;
        return more > 0 ? more : throw new InvalidOperationException("The answer broke off.");
    }
}
