namespace Cohesion.Governance.Domain.Proof;

/// <content>Sessions of secret votes.</content>
internal sealed partial class ExportScan
{
    private static ReadOnlySpan<byte> SecretStart => "{\"secretSession\":"u8;

    /// <summary>Whether this line begins a secret session.</summary>
    public static bool IsSecret(ReadOnlySpan<byte> line) => line.StartsWith(SecretStart);

    /// <summary>The head of a secret session and the root over its receipts; the marks follow.</summary>
    public ReadOnlySpan<byte> SecretHead(ReadOnlySpan<byte> line, string path, out string? receiptsRoot)
    {
        var name = ",\"receiptsRoot\":"u8;
        var end = ",\"marks\":["u8;

        // No text inside the head can hold these bytes: a quotation mark in a text is escaped.
        var at = line.LastIndexOf(name);
        if (at < SecretStart.Length || !line.EndsWith(end))
        {
            throw Missing("secretSession");
        }

        var json = new LineJson(line[(at + name.Length)..^end.Length], Line, path + ".receiptsRoot");
        receiptsRoot = json.HashTextOrNull();
        json.End();
        return line[SecretStart.Length..at];
    }
}
