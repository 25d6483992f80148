using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Cohesion.Governance.Server.Pipeline;

/// <summary>By what a request is known again under its idempotency key: the SHA-256 of what the journal shows of it, and a keyed hash of all of it.</summary>
/// <remarks>
/// What is kept out of the journal (passwords, what a ballot says) has few possible values and would be guessed from a plain hash. The key of the second hash is made
/// when the process starts and never leaves its memory: whoever has the database, even with every key on disk, learns nothing from it. A random number goes in with
/// it, so that not even two requests can be told to be alike. The price: a request repeated after a restart, or through another server, is compared by what the
/// journal shows of it alone.
/// </remarks>
internal static class RequestMark
{
    private static readonly byte[] Key = RandomNumberGenerator.GetBytes(32);
    private static readonly string KeyName = RandomNumberGenerator.GetHexString(8, lowercase: true);

    /// <summary>The mark of a request: <c>hash:key:number:keyed hash</c>, another each time.</summary>
    public static string Of(object request) => Of(request, JournalWriter.ContentOf(request));

    /// <summary>The same where what the journal shows of the request is there already.</summary>
    public static string Of(object request, string content)
    {
        var number = RandomNumberGenerator.GetHexString(16, lowercase: true);
        return $"{Shown(request, content)}:{KeyName}:{number}:{Whole(request, number)}";
    }

    /// <summary>Whether a mark is that of this request.</summary>
    public static bool IsOf(object request, string mark) =>
        mark.Split(':') is [var shown, var name, var number, var whole] && shown == Shown(request, JournalWriter.ContentOf(request)) && (name != KeyName || whole == Whole(request, number));

    private static string Shown(object request, string content) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{request.GetType().FullName}\n{content}")));

    private static string Whole(object request, string number) => Convert.ToHexStringLower(HMACSHA256.HashData(
        Key, (byte[])[.. Encoding.UTF8.GetBytes(number), .. JsonSerializer.SerializeToUtf8Bytes(request, request.GetType(), Web.Json.Options)]));
}
