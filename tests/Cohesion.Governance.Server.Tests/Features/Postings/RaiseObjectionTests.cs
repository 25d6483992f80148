using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Postings.RaiseObjection;
using Cohesion.Governance.Server.Features.Postings.WithdrawObjection;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Postings;

public sealed class RaiseObjectionTests
{
    private static async Task<ProposalCase> Posted()
    {
        var proposal = await ProposalCase.Raise();
        await proposal.Posted();
        return proposal;
    }

    [Fact]
    public async Task Whoever_acts_for_one_seat_objects_for_it_and_secretary_convenor_and_author_are_told()
    {
        await using var proposal = await Posted();

        var id = (await proposal.Send(proposal.Town.TenantA, new RaiseObjectionCommand(proposal.ProposalId, "Noise at night"))).Value;

        var objection = await proposal.App.Db(db => db.Objections.SingleAsync());
        Assert.Equal((id, proposal.Town.SeatA, ObjectionStage.Open), (objection.Id, objection.SeatId!.Value, objection.Stage));
        Assert.Equal(1, await proposal.App.Db(db => db.Postings.Select(p => p.ObjectionCount).SingleAsync()));
        Assert.Contains("objection.raised", await proposal.Notices(proposal.Town.Secretary));
        Assert.Contains("objection.raised", await proposal.Notices(proposal.Town.Convenor));
        Assert.Contains("objection.raised", await proposal.Notices(proposal.Town.Property));
    }

    [Fact]
    public async Task Whoever_acts_for_no_seat_objects_in_his_own_name()
    {
        await using var proposal = await Posted();

        Assert.True((await proposal.Send(proposal.Town.VisitingWorker, new RaiseObjectionCommand(proposal.ProposalId, "Mrs Li was not asked"))).IsGranted);
        Assert.Null(await proposal.App.Db(db => db.Objections.Select(o => o.SeatId).SingleAsync()));
    }

    [Fact]
    public async Task The_same_seat_objects_once_and_may_word_it_anew_after_taking_it_back()
    {
        await using var proposal = await Posted();
        var command = new RaiseObjectionCommand(proposal.ProposalId, "Noise");
        var first = (await proposal.Send(proposal.Town.TenantA, command)).Value;

        Assert.IsType<AlreadyObjected>((await proposal.Send(proposal.Town.TenantA, command)).Refusal);
        await proposal.Send(proposal.Town.TenantA, new WithdrawObjectionCommand(first));
        Assert.True((await proposal.Send(proposal.Town.TenantA, command)).IsGranted);
    }

    [Fact]
    public async Task Of_two_at_once_by_one_seat_one_is_taken()
    {
        await using var proposal = await Posted();

        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(i => proposal.Send(proposal.Town.TenantA, new RaiseObjectionCommand(proposal.ProposalId, $"{i}"))));

        Assert.Single(both, o => o.IsGranted);
        Assert.IsType<AlreadyObjected>(both.Single(o => !o.IsGranted).Refusal);
    }

    [Fact]
    public async Task Nothing_is_taken_from_the_second_at_which_the_window_ends()
    {
        await using var proposal = await Posted();

        proposal.App.Clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromSeconds(1));
        Assert.True((await proposal.Send(proposal.Town.TenantA, new RaiseObjectionCommand(proposal.ProposalId, "In time"))).IsGranted);
        proposal.App.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.IsType<PostingIsClosed>((await proposal.Send(proposal.Town.TenantB, new RaiseObjectionCommand(proposal.ProposalId, "Late"))).Refusal);
    }

    [Fact]
    public async Task Where_nothing_is_posted_there_is_nothing_to_object_to()
    {
        await using var proposal = await ProposalCase.At(ProposalStage.Voting);

        Assert.IsType<PostingIsClosed>((await proposal.Send(proposal.Town.TenantA, new RaiseObjectionCommand(proposal.ProposalId, "Early"))).Refusal);
    }

    [Fact]
    public async Task Somebody_elses_seat_is_refused()
    {
        await using var proposal = await Posted();

        Assert.IsType<NotTheObjectorsSeat>((await proposal.Send(
            proposal.Town.TenantA, new RaiseObjectionCommand(proposal.ProposalId, "For the neighbours", proposal.Town.SeatB))).Refusal);
    }

    [Fact]
    public async Task Whoever_acts_for_two_seats_says_which()
    {
        await using var proposal = await Posted();
        await proposal.App.Db(async db =>
        {
            var holding = await db.OfficeHoldings.SingleAsync(h => h.SeatId == proposal.Town.SeatB);
            db.OfficeHoldings.Add(new Domain.Councils.OfficeHolding
            {
                Id = Guid.CreateVersion7(proposal.Now), PersonId = proposal.Town.TenantA, Office = holding.Office, CouncilId = holding.CouncilId,
                SeatId = holding.SeatId, Since = holding.Since,
            });
        });

        Assert.IsType<SayWhichSeat>((await proposal.Send(proposal.Town.TenantA, new RaiseObjectionCommand(proposal.ProposalId, "Noise"))).Refusal);
        Assert.True((await proposal.Send(proposal.Town.TenantA, new RaiseObjectionCommand(proposal.ProposalId, "Noise", proposal.Town.SeatB))).IsGranted);
    }

    [Fact]
    public async Task An_observer_only_reads_and_an_outsider_sees_nothing()
    {
        await using var proposal = await Posted();
        var command = new RaiseObjectionCommand(proposal.ProposalId, "Noise");

        Assert.IsType<OfficeNeeded>((await proposal.Send(proposal.Town.Observer, command)).Refusal);
        Assert.IsType<InvalidRequest>((await proposal.Send(proposal.Town.TenantA, command with { Text = " " })).Refusal);
        Assert.IsType<NotFound>((await proposal.Send(proposal.Town.Outsider, command)).Refusal);
    }
}
