using Cohesion.Governance.Domain;
using MediatR;

namespace Cohesion.Governance.Server.Features.Accounts.CreateMemberAccount;

internal sealed class CreateMemberAccountHandler(AccountMaker accounts) : IRequestHandler<CreateMemberAccountCommand, Outcome<Guid>>
{
    public Task<Outcome<Guid>> Handle(CreateMemberAccountCommand request, CancellationToken cancellationToken) => accounts.Make(request);
}
