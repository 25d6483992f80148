using System.Security.Cryptography;

namespace Cohesion.Governance.Domain.Proof;

/// <summary>A public key that signatures of exports and seals are checked with: ECDSA on P-256 with SHA-256 (FIPS 186-5, ES256 of RFC 7518).</summary>
public sealed class PublicProofKey : IDisposable
{
    private readonly ECDsa key;

    private PublicProofKey(ECDsa key)
    {
        this.key = key;
        Spki = key.ExportSubjectPublicKeyInfo();
        Id = Convert.ToHexStringLower(SHA256.HashData(Spki));
    }

    /// <summary>SHA-256 over <see cref="Spki"/>, lower-case hexadecimal: what people compare.</summary>
    public string Id { get; }

    /// <summary>The key as X.509 SubjectPublicKeyInfo (RFC 5280).</summary>
    public byte[] Spki { get; }

    /// <summary>The key as PEM (RFC 7468).</summary>
    public string Pem => new(PemEncoding.Write("PUBLIC KEY", Spki));

    /// <summary>Reads a key; null where the bytes are no P-256 public key.</summary>
    public static PublicProofKey? FromSpki(ReadOnlySpan<byte> spki)
    {
        var read = ECDsa.Create();
        try
        {
            read.ImportSubjectPublicKeyInfo(spki, out var length);
            if (length == spki.Length && read.KeySize == 256)
            {
                return new PublicProofKey(read);
            }
        }
        catch (Exception exception) when (exception is CryptographicException or ArgumentException or NotSupportedException)
        {
            // Said by the null: these bytes are no key.
        }

        read.Dispose();
        return null;
    }

    /// <summary>Reads a PEM file's text, public or private; null where it holds no P-256 key.</summary>
    public static PublicProofKey? FromPem(string pem)
    {
        using var read = ECDsa.Create();
        try
        {
            read.ImportFromPem(pem);
            return FromSpki(read.ExportSubjectPublicKeyInfo());
        }
        catch (Exception exception) when (exception is CryptographicException or ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>Whether the signature (64 bytes, r ‖ s) is this key's over a SHA-256 hash.</summary>
    public bool Verifies(ReadOnlySpan<byte> hash, ReadOnlySpan<byte> signature) =>
        key.VerifyHash(hash, signature, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);

    public void Dispose() => key.Dispose();
}

/// <summary>The private key that signs. It lies in a file outside the database, so that whoever can change the database cannot sign.</summary>
public sealed class SigningProofKey : IDisposable
{
    private readonly ECDsa key;

    private SigningProofKey(ECDsa key)
    {
        this.key = key;
        Public = PublicProofKey.FromSpki(key.ExportSubjectPublicKeyInfo())
            ?? throw new ArgumentException("The key is not on P-256. Make one with: openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256", nameof(key));
    }

    /// <summary>The key to publish.</summary>
    public PublicProofKey Public { get; }

    /// <summary>A new key.</summary>
    public static SigningProofKey Create() => new(ECDsa.Create(ECCurve.NamedCurves.nistP256));

    /// <summary>Reads a private key from PEM text (PKCS #8).</summary>
    /// <exception cref="ArgumentException">The text holds no private P-256 key.</exception>
    public static SigningProofKey FromPem(string pem)
    {
        var read = ECDsa.Create();
        read.ImportFromPem(pem);
        return new(read);
    }

    /// <summary>The private key as PEM (PKCS #8, RFC 5958).</summary>
    public string ToPem() => key.ExportPkcs8PrivateKeyPem();

    /// <summary>Signs a SHA-256 hash: 64 bytes, r ‖ s.</summary>
    public byte[] Sign(ReadOnlySpan<byte> hash) => key.SignHash(hash, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);

    public void Dispose()
    {
        Public.Dispose();
        key.Dispose();
    }
}
