using Cohesion.Governance.Domain;
using MediatR;

namespace Cohesion.Governance.Server.Features.Journal.PublicKey;

internal sealed class PublicKeyHandler(JournalKeys keys) : IRequestHandler<PublicKeyQuery, Outcome<PublishedKey>>
{
    public Task<Outcome<PublishedKey>> Handle(PublicKeyQuery request, CancellationToken cancellationToken) =>
        Task.FromResult<Outcome<PublishedKey>>(new PublishedKey(keys.Current.Public.Id, keys.Current.Public.Pem));
}
