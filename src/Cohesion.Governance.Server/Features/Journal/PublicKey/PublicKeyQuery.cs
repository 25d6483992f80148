using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Journal.PublicKey;

/// <summary>The public key with which seals and exports of this server are checked.</summary>
[Title("reads the public key", "查看公钥")]
[Anyone("a signature is worth nothing to whoever cannot get the key")]
internal sealed record PublicKeyQuery : IQuery<PublishedKey>;

/// <param name="Id">SHA-256 over the key (SubjectPublicKeyInfo): what people compare.</param>
/// <param name="Pem">The key.</param>
internal sealed record PublishedKey(string Id, string Pem);
