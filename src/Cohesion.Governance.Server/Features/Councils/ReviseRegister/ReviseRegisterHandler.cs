using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Persistence;
using MediatR;

namespace Cohesion.Governance.Server.Features.Councils.ReviseRegister;

internal sealed class ReviseRegisterHandler(GovernanceDbContext db, RegisterReviser reviser) : IRequestHandler<ReviseRegisterCommand, Outcome<ReviseRegisterAnswer>>
{
    public async Task<Outcome<ReviseRegisterAnswer>> Handle(ReviseRegisterCommand request, CancellationToken cancellationToken)
    {
        var state = await RegisterState.Read(db, request.CouncilId, cancellationToken);
        var changes = new RegisterChanges(request.Add ?? [], request.Change ?? [], request.Remove ?? []);
        if (!(await reviser.Revise(state, request.BasedOn, request.Note, changes, cancellationToken)).Granted(out var revised, out var refusal))
        {
            return refusal;
        }

        var known = state.Lines.Select(s => s.SeatId).ToHashSet();
        return new ReviseRegisterAnswer(
            revised.Number, [.. revised.Added.Where(s => !known.Contains(s.SeatId)).Select(s => new AddedSeat(s.SeatId, s.Label))]);
    }
}
