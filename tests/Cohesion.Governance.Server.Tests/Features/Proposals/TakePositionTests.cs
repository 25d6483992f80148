using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Proposals.TakePosition;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Proposals;

public sealed class TakePositionTests
{
    [Fact]
    public async Task The_latest_word_of_a_bloc_stands()
    {
        await using var proposal = await ProposalCase.At(ProposalStage.Consultation);

        Assert.True((await proposal.Send(proposal.Town.TenantA, new TakePositionCommand(proposal.ProposalId, "tenants", PositionTaken.Opposes, "60 % is too much"))).IsGranted);
        Assert.True((await proposal.Send(proposal.Town.TenantB, new TakePositionCommand(proposal.ProposalId, "tenants", PositionTaken.Supports))).IsGranted);

        var position = await proposal.App.Db(db => db.BlocPositions.SingleAsync());
        Assert.Equal((PositionTaken.Supports, proposal.Town.TenantB, 1), (position.Position, position.ByPersonId, position.TextVersion));
    }

    [Fact]
    public async Task Two_at_once_leave_one_position_of_the_bloc()
    {
        await using var proposal = await ProposalCase.At(ProposalStage.Consultation);

        var both = await Task.WhenAll(
            proposal.Send(proposal.Town.TenantA, new TakePositionCommand(proposal.ProposalId, "tenants", PositionTaken.Opposes)),
            proposal.Send(proposal.Town.TenantB, new TakePositionCommand(proposal.ProposalId, "tenants", PositionTaken.Supports)));

        Assert.All(both, o => Assert.True(o.IsGranted));
        Assert.Equal(1, await proposal.App.Db(db => db.BlocPositions.CountAsync()));
    }

    [Fact]
    public async Task Nobody_speaks_for_another_bloc()
    {
        await using var proposal = await ProposalCase.At(ProposalStage.Consultation);

        Assert.IsType<NotOfThatBloc>((await proposal.Send(proposal.Town.TenantA, new TakePositionCommand(proposal.ProposalId, "property", PositionTaken.Supports))).Refusal);
        Assert.IsType<UnknownBloc>((await proposal.Send(proposal.Town.TenantA, new TakePositionCommand(proposal.ProposalId, "riders", PositionTaken.Supports))).Refusal);
    }

    [Fact]
    public async Task Outside_consultation_it_is_refused()
    {
        await using var proposal = await ProposalCase.Raise();

        Assert.IsType<NotInConsultation>((await proposal.Send(proposal.Town.TenantA, new TakePositionCommand(proposal.ProposalId, "tenants", PositionTaken.Supports))).Refusal);
    }

    [Fact]
    public async Task Whoever_acts_for_no_seat_has_no_position_and_an_outsider_sees_nothing()
    {
        await using var proposal = await ProposalCase.At(ProposalStage.Consultation);
        var command = new TakePositionCommand(proposal.ProposalId, "tenants", PositionTaken.Supports);

        Assert.IsType<OfficeNeeded>((await proposal.Send(proposal.Town.Secretary, command)).Refusal);
        Assert.IsType<NotFound>((await proposal.Send(proposal.Town.Outsider, command)).Refusal);
        Assert.IsType<InvalidRequest>((await proposal.Send(proposal.Town.TenantA, command with { Note = new string('x', 4001) })).Refusal);
    }
}
