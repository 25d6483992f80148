using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace Cohesion.Governance.Server.Web;

/// <summary>The stylesheet and the scripts, carried inside the program: wherever it is started from they are there. Their addresses contain
/// their hash, so browsers keep them for good and never show an old one.</summary>
internal sealed class Assets
{
    private readonly Dictionary<string, Asset> byPath;
    private readonly Dictionary<string, string> pathOf;

    public Assets()
    {
        Asset[] assets =
        [
            Load("look.css", "text/css; charset=utf-8"), Load("live.js", "text/javascript; charset=utf-8"), Load("plan.js", "text/javascript; charset=utf-8"), Load("sw.js", "text/javascript; charset=utf-8"),
            Load("mark.svg", "image/svg+xml"), Load("mark-192.png", "image/png"), Load("mark-512.png", "image/png"),
        ];
        byPath = assets.ToDictionary(a => a.Path, StringComparer.Ordinal);
        pathOf = assets.ToDictionary(a => a.Name, a => a.Path, StringComparer.Ordinal);
    }

    /// <summary>The address of an asset.</summary>
    public string this[string name] => pathOf[name];

    /// <summary>An asset's bytes, for what cannot lie under its hash.</summary>
    public byte[] Content(string name) => byPath[pathOf[name]].Plain;

    public static void Map(IEndpointRouteBuilder app) => app
        .MapGet("/assets/{file}", (string file, HttpContext context, Assets assets) => assets.Answer("/assets/" + file, context))
        .AllowAnonymous()
        .ExcludeFromDescription();

    private async Task Answer(string path, HttpContext context)
    {
        if (!byPath.TryGetValue(path, out var asset))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var accepted = context.Request.GetTypedHeaders().AcceptEncoding;
        var (encoding, bytes) = Accepts(accepted, "br") ? ("br", asset.Brotli) : Accepts(accepted, "gzip") ? ("gzip", asset.GZip) : (null, asset.Plain);
        var headers = context.Response.Headers;
        (headers.ContentType, headers.CacheControl, headers.Vary, headers.ContentLength) =
            (asset.ContentType, "public, max-age=31536000, immutable", HeaderNames.AcceptEncoding, bytes.Length);
        if (encoding is not null)
        {
            headers.ContentEncoding = encoding;
        }

        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    private static bool Accepts(IList<StringWithQualityHeaderValue> accepted, string encoding) =>
        accepted.Any(a => a.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase) && a.Quality is not 0);

    private static Asset Load(string name, string contentType)
    {
        using var resource = typeof(Assets).Assembly.GetManifestResourceStream("wwwroot/" + name)
            ?? throw new InvalidOperationException($"wwwroot/{name} is not embedded; see the project file.");
        using var memory = new MemoryStream();
        resource.CopyTo(memory);
        var plain = memory.ToArray();
        var hash = Convert.ToHexStringLower(SHA256.HashData(plain))[..12];
        return new Asset(
            name,
            $"/assets/{Path.GetFileNameWithoutExtension(name)}.{hash}{Path.GetExtension(name)}",
            contentType,
            plain,
            Compress(plain, s => new BrotliStream(s, CompressionLevel.SmallestSize)),
            Compress(plain, s => new GZipStream(s, CompressionLevel.SmallestSize)));
    }

    private static byte[] Compress(byte[] plain, Func<Stream, Stream> open)
    {
        using var memory = new MemoryStream();
        using (var compressor = open(memory))
        {
            compressor.Write(plain);
        }

        return memory.ToArray();
    }

    private sealed record Asset(string Name, string Path, string ContentType, byte[] Plain, byte[] Brotli, byte[] GZip);
}
