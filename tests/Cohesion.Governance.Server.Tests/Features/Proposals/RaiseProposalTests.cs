using System.Net.Http.Json;
using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Needs;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Needs.RaiseNeed;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Proposals;

public sealed class RaiseProposalTests
{
    [Fact]
    public async Task It_is_kept_with_items_and_shares_takes_up_its_needs_starts_its_process_and_tells_the_secretary()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        var need = (await app.Send(town.TenantA, new RaiseNeedCommand(town.CouncilId, "The lifts are full at nine"))).Value;

        var id = (await app.Send(town.Property, ProposalCase.Draft(town.CouncilId) with { NeedIds = [need] })).Value;

        var proposal = await app.Db(db => db.Proposals.SingleAsync());
        Assert.Equal((id, 1, ProposalStage.Raised, 1, "council.each-bloc-consent"), (proposal.Id, proposal.Number, proposal.Stage, proposal.TextVersion, proposal.RulePack));
        var text = await app.Db(db => db.ProposalTexts.SingleAsync());
        Assert.Equal((186_000_000L, "CNY"), (text.CostCents, text.Currency));
        Assert.Equal(["Freight elevator", "Check-in"], await app.Db(db => db.ProposalItems.OrderBy(i => i.Position).Select(i => i.Title).ToListAsync()));
        Assert.Equal([("property", 6000), ("tenants", 4000)], (await app.Db(db => db.CostShares.OrderBy(s => s.BlocCode).ToListAsync())).Select(s => (s.BlocCode, s.BasisPoints)));
        Assert.Equal((NeedStage.Taken, id), await app.Db(async db => (await db.Needs.SingleAsync()) is var n ? (n.Stage, n.ProposalId!.Value) : default));
        Assert.Equal(1, await app.Db(db => db.ProcessWorks.CountAsync(w => w.Id == $"start:proposal:{id:D}")));
        Assert.Equal("proposal.raised", await app.Db(db => db.Notifications.Where(n => n.PersonId == town.Secretary).Select(n => n.Kind).SingleAsync()));
    }

    [Fact]
    public async Task Cost_shares_that_do_not_add_up_to_the_whole_are_refused_with_their_sum()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        var draft = ProposalCase.Draft(town.CouncilId) with { CostShares = [new ShareDraft("property", 6000, ""), new ShareDraft("tenants", 3999, "")] };

        var refusal = Assert.IsType<CostSharesIncomplete>((await app.Send(town.Property, draft)).Refusal);

        Assert.Contains("99.99 %", refusal.Message.En, StringComparison.Ordinal);
        Assert.Contains("99.99%", refusal.Message.Zh, StringComparison.Ordinal);
        Assert.Equal(0, await app.Db(db => db.Proposals.CountAsync()));
    }

    [Fact]
    public async Task A_cost_that_nobody_bears_is_refused() => await Refuses<CostSharesIncomplete>(d => d with { CostShares = null });

    [Fact]
    public async Task Shares_of_no_cost_are_refused() => await Refuses<CostNeeded>(d => d with { CostCents = null });

    [Fact]
    public async Task A_share_of_a_bloc_that_is_not_there_is_refused() =>
        await Refuses<UnknownBloc>(d => d with { CostShares = [new ShareDraft("owners", 10_000, "")] });

    [Fact]
    public async Task Two_shares_of_one_bloc_are_refused() =>
        await Refuses<BlocSharesTwice>(d => d with { CostShares = [new ShareDraft("property", 5000, ""), new ShareDraft("property", 5000, "")] });

    [Fact]
    public async Task A_proposal_that_would_do_nothing_is_refused() => await Refuses<ItemsNeeded>(d => d with { Items = [] });

    [Fact]
    public async Task An_unknown_rule_is_refused() => await Refuses<NoSuchRulePack>(d => d with { RulePack = "nobody.wrote-this" });

    [Fact]
    public async Task A_need_that_is_not_there_is_refused() => await Refuses<NeedUnknown>(d => d with { NeedIds = [Guid.CreateVersion7(GovernanceApp.Begin)] });

    [Fact]
    public async Task A_title_that_is_too_long_is_refused() => await Refuses<InvalidRequest>(d => d with { Title = new string('x', 201) });

    [Fact]
    public async Task A_need_that_another_proposal_answers_is_refused()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        var need = (await app.Send(town.TenantA, new RaiseNeedCommand(town.CouncilId, "The lifts are full at nine"))).Value;
        await ProposalCase.Raise(app, town, need);

        Assert.IsType<NeedIsSettled>((await app.Send(town.TenantA, ProposalCase.Draft(town.CouncilId) with { NeedIds = [need] })).Refusal);
    }

    [Fact]
    public async Task An_observer_may_not_raise_one_and_an_outsider_learns_nothing()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;

        Assert.IsType<OfficeNeeded>((await app.Send(town.Observer, ProposalCase.Draft(town.CouncilId))).Refusal);
        Assert.IsType<NotFound>((await app.Send(town.Outsider, ProposalCase.Draft(town.CouncilId))).Refusal);
        Assert.IsType<SignInNeeded>((await app.Send(null, ProposalCase.Draft(town.CouncilId))).Refusal);
    }

    [Fact]
    public async Task Sent_twice_under_one_key_it_is_one_proposal()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;

        var first = await app.Send(town.Property, ProposalCase.Draft(town.CouncilId), "key-1");
        var again = await app.Send(town.Property, ProposalCase.Draft(town.CouncilId), "key-1");

        Assert.Equal(first.Value, again.Value);
        Assert.Equal(1, await app.Db(db => db.Proposals.CountAsync()));
    }

    [Fact]
    public async Task Four_at_once_get_four_numbers()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => app.Send(town.Property, ProposalCase.Draft(town.CouncilId))));

        Assert.Equal([1, 2, 3, 4], await app.Db(db => db.Proposals.OrderBy(p => p.Number).Select(p => p.Number).ToListAsync()));
    }

    [Fact]
    public async Task Over_http_missing_words_are_named_by_field()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        using var client = app.CreateClient();

        var unsigned = await client.PostAsJsonAsync($"/api/councils/{town.CouncilId}/proposals", new { title = "x", text = "y", items = Array.Empty<object>() });

        Assert.Equal(401, (int)unsigned.StatusCode);
        var refusal = Assert.IsType<InvalidRequest>((await app.Send(
            town.Property, ProposalCase.Draft(town.CouncilId) with { Title = "", Items = [new ItemDraft("", "text"), null!] })).Refusal);
        Assert.Equal(["items[0].title", "items[1]", "title"], refusal.Errors.Select(e => e.Field).Order(StringComparer.Ordinal));
    }

    private static async Task Refuses<TRefusal>(Func<Server.Features.Proposals.RaiseProposal.RaiseProposalCommand, Server.Features.Proposals.RaiseProposal.RaiseProposalCommand> change)
        where TRefusal : Refusal
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;

        Assert.IsType<TRefusal>((await app.Send(town.Property, change(ProposalCase.Draft(town.CouncilId)))).Refusal);
        Assert.Equal(0, await app.Db(db => db.Proposals.CountAsync()));
    }
}
