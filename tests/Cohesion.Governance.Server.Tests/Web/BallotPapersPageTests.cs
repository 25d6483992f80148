using System.Net;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Server.Tests.Features.Votes;
using Cohesion.Governance.Server.Tests.Harness;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Web;

public sealed class BallotPapersPageTests
{
    [Fact]
    public async Task Each_seat_that_has_not_voted_has_a_paper_with_its_name_and_three_boxes()
    {
        await using var place = await VoteTown.Found();
        var vote = await place.Open();
        await place.Cast(vote, place.Town.TenantA, place.Town.SeatA, BallotChoice.Yes);
        using var visitor = await Visitor.SignedIn(place.App, place.Town.VisitingWorker, "zh-CN");

        var papers = (await visitor.Get($"/votes/{vote}/papers")).Document.QuerySelectorAll("article.paper");

        Assert.Equal(4, papers.Length);
        Assert.DoesNotContain(papers, p => p.TextContent.Contains("Galaxy Tech", StringComparison.Ordinal));
        Assert.All(papers, p => Assert.Equal(["同意", "反对", "弃权"], p.QuerySelectorAll(".boxes li").Select(b => b.TextContent)));
        Assert.Single(papers, p => p.TextContent.Contains("席位：Blue Harbour", StringComparison.Ordinal));
        Assert.Contains("/papers", (await visitor.Get($"/votes/{vote}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_large_roll_is_printed_a_hundred_papers_at_a_time()
    {
        await using var place = await VoteTown.Found();
        await place.AddSeats(120);
        var vote = await place.Open();
        using var visitor = await Visitor.SignedIn(place.App, place.Town.Secretary);

        var first = await visitor.Get($"/votes/{vote}/papers");
        var second = await visitor.Get($"/votes/{vote}/papers?page=2");

        // 120 and the five of the town.
        Assert.Contains("125 papers, page 1 of 2", first.Words, StringComparison.Ordinal);
        Assert.Equal((100, 25), (first.Document.QuerySelectorAll("article.paper").Length, second.Document.QuerySelectorAll("article.paper").Length));
        Assert.NotNull(first.Document.QuerySelector("a[rel=next][href$='page=2']"));
        Assert.Null(second.Document.QuerySelector("a[rel=next]"));
    }

    [Fact]
    public async Task Papers_are_for_those_who_hand_them_out()
    {
        await using var place = await VoteTown.Found();
        var vote = await place.Open();
        using var member = await Visitor.SignedIn(place.App, place.Town.TenantA);
        using var outsider = await Visitor.SignedIn(place.App, place.Town.Outsider);

        Assert.Equal(HttpStatusCode.Forbidden, (await member.Get($"/votes/{vote}/papers")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await outsider.Get($"/votes/{vote}/papers")).Status);
    }

    [Fact]
    public async Task Before_ballots_open_there_is_a_sentence_and_no_paper()
    {
        await using var place = await VoteTown.Found();
        var vote = await place.Create();
        using var visitor = await Visitor.SignedIn(place.App, place.Town.Secretary);

        var page = await visitor.Get($"/votes/{vote}/papers");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.NotNull(page.Document.QuerySelector(".trouble"));
        Assert.Empty(page.Document.QuerySelectorAll("article.paper"));
    }
}
