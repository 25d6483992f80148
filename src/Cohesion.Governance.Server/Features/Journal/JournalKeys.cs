using Cohesion.Governance.Domain.Proof;

namespace Cohesion.Governance.Server.Features.Journal;

/// <summary>The key that signs seals and exports, and the public keys of earlier ones. They lie in a folder outside the database (<c>Journal:Keys</c>), so that
/// whoever can change the database cannot sign.</summary>
/// <remarks><c>current.pem</c> is the private key; <c>&lt;id&gt;.pub.pem</c> are the public keys of all there ever were. To change the key, move current.pem away
/// and start the server: it makes a new one, and what the old one signed can still be checked.</remarks>
internal sealed class JournalKeys : IDisposable
{
    private const string CurrentFile = "current.pem";

    private readonly string directory;
    private readonly Lazy<SigningProofKey> current;
    private readonly Lazy<Dictionary<string, PublicProofKey>> known;

    public JournalKeys(IConfiguration configuration)
    {
        directory = configuration["Journal:Keys"] ?? Path.Combine(Directory.GetCurrentDirectory(), "data", "journal-keys");
        current = new(ReadOrMake);
        known = new(ReadKnown);
    }

    /// <summary>The key that signs now; made when there is none.</summary>
    /// <exception cref="InvalidOperationException">The key's file is there and holds no key: nothing is overwritten.</exception>
    public SigningProofKey Current => current.Value;

    /// <summary>The public key of this id; null where this server never had it.</summary>
    public PublicProofKey? Find(string id) => id == Current.Public.Id ? Current.Public : known.Value.GetValueOrDefault(id);

    public void Dispose()
    {
        if (current.IsValueCreated)
        {
            current.Value.Dispose();
        }
    }

    private SigningProofKey ReadOrMake()
    {
        Directory.CreateDirectory(directory);
        var file = Path.Combine(directory, CurrentFile);
        if (!File.Exists(file))
        {
            using var made = SigningProofKey.Create();
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            // Under another name first: a crash in between must not leave half a key under the right one.
            var half = Path.Combine(directory, $"{made.Public.Id}.new");
            using (var writer = new StreamWriter(half, options))
            {
                writer.Write(made.ToPem());
            }

            File.WriteAllText(Path.Combine(directory, $"{made.Public.Id}.pub.pem"), made.Public.Pem);
            try
            {
                File.Move(half, file, overwrite: false);
            }
            catch (IOException) when (File.Exists(file))
            {
                // Another server process over the same folder was faster; its key is the one.
                File.Delete(half);
            }
        }

        try
        {
            return SigningProofKey.FromPem(File.ReadAllText(file));
        }
        catch (Exception exception) when (exception is ArgumentException or System.Security.Cryptography.CryptographicException)
        {
            throw new InvalidOperationException(
                $"{file} holds no private P-256 key in PEM form. Put the key back, or move the file away to have a new key made. {file} 中没有有效的私钥，请放回原密钥，或移走该文件以生成新密钥。", exception);
        }
    }

    private Dictionary<string, PublicProofKey> ReadKnown() => Directory.EnumerateFiles(directory, "*.pub.pem")
        .Select(file => PublicProofKey.FromPem(File.ReadAllText(file)))
        .OfType<PublicProofKey>()
        .ToDictionary(key => key.Id, StringComparer.Ordinal);
}
