using Cohesion.Governance.Domain;
using MediatR;

namespace Cohesion.Governance.Server.Features.Accounts.CreateAccount;

internal sealed class CreateAccountHandler(AccountMaker accounts) : IRequestHandler<CreateAccountCommand, Outcome<Guid>>
{
    public Task<Outcome<Guid>> Handle(CreateAccountCommand request, CancellationToken cancellationToken) => accounts.Make(request);
}
