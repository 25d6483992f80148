using System.Net;
using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Features.Needs.RaiseNeed;
using Cohesion.Governance.Server.Features.Proposals.ScreenProposal;
using Cohesion.Governance.Server.Live;
using Cohesion.Governance.Server.Tests.Harness;
using Cohesion.Governance.Server.Web.Live;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Web;

public sealed class ProposalPagesTests
{
    [Fact]
    public async Task A_proposal_is_raised_by_form_with_its_cost_its_shares_and_the_needs_it_answers()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        var need = (await app.Send(town.TenantA, new RaiseNeedCommand(town.CouncilId, "The lifts are full at nine"))).Value;
        using var visitor = await Visitor.SignedIn(app, town.Property);
        var (_, form) = await visitor.Form($"/councils/{town.CouncilId}/proposals/new", "RaiseProposal");

        var answer = await visitor.Submit(
            form, ("title", "Freight elevator"), ("text", "On the north side"), ("items[1].title", "Build it"), ("items[1].text", "A lift of 2 t"),
            ("costCents@2", "1,860,000.00"), ("costShares[0].basisPoints@2", "60"), ("costShares[1].basisPoints@2", "40"),
            ("costShares[1].basis", "area"), ("needIds", need.ToString()));

        var proposal = await app.Db(db => db.Proposals.SingleAsync());
        Assert.Equal((HttpStatusCode.SeeOther, $"/proposals/{proposal.Id}"), (answer.Status, answer.Location));
        Assert.Equal(186_000_000, await app.Db(db => db.ProposalTexts.Select(t => t.CostCents).SingleAsync()));
        Assert.Equal([("property", 6000), ("tenants", 4000)], (await app.Db(db => db.CostShares.ToListAsync())).Select(s => (s.BlocCode, s.BasisPoints)).Order());
        Assert.Equal("Build it", await app.Db(db => db.ProposalItems.Select(i => i.Title).SingleAsync()));
        Assert.Equal(proposal.Id, await app.Db(db => db.Needs.Select(n => n.ProposalId).SingleAsync()));
        var page = await visitor.Get(answer.Location!);
        Assert.Contains("CNY 1,116,000", page.Words, StringComparison.Ordinal);
        Assert.Contains("The lifts are full at nine", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shares_that_do_not_add_up_are_refused_and_every_field_is_as_typed()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        using var visitor = await Visitor.SignedIn(app, town.Property);
        var (_, form) = await visitor.Form($"/councils/{town.CouncilId}/proposals/new", "RaiseProposal");

        var refused = await visitor.Submit(
            form, ("title", "Freight elevator"), ("text", "On the north side"), ("items[0].title", "Build it"), ("items[0].text", "A lift of 2 t"),
            ("costCents@2", "12.50"), ("costShares[0].basisPoints@2", "60"), ("costShares[1].basisPoints@2", "30"));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        var fields = Visitor.FieldsOf(refused.Form("RaiseProposal")).ToLookup(f => f.Key, f => f.Value);
        Assert.Equal(
            ["Freight elevator", "On the north side", "Build it", "A lift of 2 t", "12.50", "60", "30"],
            new[] { "title", "text", "items[0].title", "items[0].text", "costCents@2", "costShares[0].basisPoints@2", "costShares[1].basisPoints@2" }.Select(n => fields[n].Single()));
        Assert.Contains("90", refused.Document.QuerySelector("#RaiseProposal .trouble")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_secretary_returns_it_with_reasons_and_its_author_writes_a_new_version()
    {
        await using var proposal = await ProposalCase.Raise();
        using var secretary = await Visitor.SignedIn(proposal.App, proposal.Town.Secretary);
        using var author = await Visitor.SignedIn(proposal.App, proposal.Town.Property, "zh-CN");
        var path = $"/proposals/{proposal.ProposalId}";

        var returned = await secretary.Submit((await secretary.Form(path, "ScreenProposal")).Form, ("decision", "returned"), ("reason", "Say where it stands"));
        var told = await author.Get(path);
        var (_, form) = await author.Form(path + "/revise", "ReviseProposal");
        var revised = await author.Submit(form, ("changeNote", "The place is named"), ("text", "On the north side, beside the ramp."));
        var compared = await author.Get($"{path}/compare?from=1&to=2");

        Assert.Equal(HttpStatusCode.SeeOther, returned.Status);
        Assert.Contains("Say where it stands", told.Words, StringComparison.Ordinal);
        Assert.Contains("退回修改", told.Words, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.SeeOther, path), (revised.Status, revised.Location));
        Assert.Equal(2, (await proposal.Read()).TextVersion);
        Assert.Contains(compared.Document.QuerySelectorAll("ins"), e => e.TextContent.Contains("beside the ramp", StringComparison.Ordinal));
        Assert.Contains(compared.Document.QuerySelectorAll("del"), e => e.TextContent.Contains("full at nine", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_version_that_is_not_there_answers_as_any_page_that_is_not_there_and_says_which_there_are()
    {
        await using var proposal = await ProposalCase.Raise();
        using var reader = await Visitor.SignedIn(proposal.App, proposal.Town.Observer);

        var page = await reader.Get($"/proposals/{proposal.ProposalId}/compare?from=1&to=2");

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Contains("There is no version 2: the versions are 1 to 1.", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_consultation_a_bloc_takes_its_position_and_a_tenant_comments()
    {
        await using var proposal = await ProposalCase.At(ProposalStage.Consultation, GovernanceApp.Begin.AddDays(7));
        using var tenant = await Visitor.SignedIn(proposal.App, proposal.Town.TenantA);
        var path = $"/proposals/{proposal.ProposalId}";

        await tenant.Submit((await tenant.Form(path, "TakePosition")).Form, ("position", "supportsWithConditions"), ("note", "Not at peak hours"));
        await tenant.Submit((await tenant.Form(path, "CommentOnProposal")).Form, ("text", "<script>alert(1)</script>"));

        var page = await tenant.Get(path);
        Assert.Contains("supports it with conditions", page.Words, StringComparison.Ordinal);
        Assert.Contains("Not at peak hours", page.Words, StringComparison.Ordinal);
        Assert.Contains("<script>alert(1)</script>", page.Document.QuerySelector("#comments")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("script:not([src])"));
    }

    [Fact]
    public async Task The_map_is_on_the_page_as_a_drawing_and_as_text()
    {
        await using var proposal = await ProposalCase.Raise();
        await proposal.App.RunProcesses();
        await proposal.Send(proposal.Town.Secretary, new ScreenProposalCommand(proposal.ProposalId, ScreeningDecision.Accepted));
        await proposal.App.RunProcesses();
        using var visitor = await Visitor.SignedIn(proposal.App, proposal.Town.Observer, "zh-CN");

        var page = await visitor.Get($"/proposals/{proposal.ProposalId}");

        Assert.Single(page.Document.QuerySelectorAll(".map .step.here"));
        Assert.NotEmpty(page.Document.QuerySelectorAll(".map .way.taken"));
        Assert.Contains("当前", page.Document.QuerySelector(".map-text")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_pushed_to_watchers_is_what_the_page_shows()
    {
        await using var proposal = await ProposalCase.At(ProposalStage.Consultation, GovernanceApp.Begin.AddDays(7));
        var topic = Topics.Proposal(proposal.ProposalId);
        var renderer = proposal.App.Services.GetRequiredService<RegionRenderer>();

        foreach (var (language, tag) in new[] { (Language.English, "en"), (Language.Chinese, "zh-CN") })
        {
            using var visitor = await Visitor.SignedIn(proposal.App, proposal.Town.Observer, tag);
            var region = (await visitor.Get($"/proposals/{proposal.ProposalId}")).Document.QuerySelector("[data-live-region=proposal-state]")!;
            var pushed = Assert.Single(await renderer.RenderFor(topic, language));

            Assert.Equal(("proposal-state", topic), (pushed.Name, region.GetAttribute("data-live-topic")));
            Assert.Equal(region.InnerHtml.Trim(), new AngleSharp.Html.Parser.HtmlParser().ParseDocument(pushed.Html).Body!.InnerHtml.Trim());
        }
    }

    [Fact]
    public async Task Topics_no_page_shows_have_no_regions()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        var renderer = app.Services.GetRequiredService<RegionRenderer>();

        Assert.Empty(await renderer.RenderFor(Topics.Person(town.Observer), Language.English));
        Assert.Empty(await renderer.RenderFor("nonsense", Language.English));
    }
}
