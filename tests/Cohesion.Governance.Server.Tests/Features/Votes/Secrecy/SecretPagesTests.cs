using System.Net;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Cohesion.Governance.Domain.Rules.BallotChoice;

namespace Cohesion.Governance.Server.Tests.Features.Votes.Secrecy;

public sealed class SecretPagesTests
{
    [Theory]
    [InlineData("en", "Secret ballot", "Your ballot counts.", "voted; what it said is sealed")]
    [InlineData("zh-CN", "无记名表决", "选票已计入", "已投票，选择已密封")]
    public async Task A_ballot_is_cast_by_form_and_the_page_does_not_show_what_it_said(string language, string secret, string done, string stands)
    {
        var (place, voters) = await SecretTown.Found(more: 2);
        await using var _ = place;
        var vote = await place.Open(secret: true);
        using var visitor = await Visitor.SignedIn(place.App, voters[1].Person, language);
        var (paper, form) = await visitor.Form($"/votes/{vote}/ballot", "CastBallot");
        Assert.Contains(secret, paper.Words, StringComparison.Ordinal);
        Assert.Equal(["abstain", "no     ", "yes    "], form.QuerySelectorAll("input[name=choice]").Select(i => i.GetAttribute("value")).Order(StringComparer.Ordinal));

        var answer = await visitor.Submit(form, ("choice", "no     "));
        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        var after = await visitor.Get(answer.Location!);

        Assert.Contains(done, after.Words, StringComparison.Ordinal);
        Assert.Contains(stands, (await visitor.Get($"/votes/{vote}/ballot?seat=none")).Words, StringComparison.Ordinal);
        Assert.Equal(1, await place.App.Db(db => db.SecretMarks.CountAsync()));
        foreach (var path in new[] { $"/votes/{vote}/ballot", $"/votes/{vote}/ballot?seat={voters[1].Seat}", $"/votes/{vote}" })
        {
            var page = await visitor.Get(path);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Empty(page.Document.QuerySelectorAll("input[name=choice][checked]"));
            Assert.DoesNotContain("Against, online", page.Words, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_result_and_the_receipts_sheet_are_shown_plainly()
    {
        var (place, voters) = await SecretTown.Found(more: 2);
        await using var _ = place;
        var vote = await place.Open(secret: true);
        using var visitor = await Visitor.SignedIn(place.App, voters[0].Person);
        Assert.Contains("nothing is counted before the vote closes", (await visitor.Get($"/votes/{vote}")).Words, StringComparison.OrdinalIgnoreCase);
        var codes = await place.CastAll(vote, voters, Yes, No, Abstain, Yes, No, Yes, Yes);
        Assert.Contains("7 of 7 seats have voted", (await visitor.Get($"/votes/{vote}")).Words, StringComparison.Ordinal);
        await place.Count(vote);

        var result = await visitor.Get($"/votes/{vote}?receipt={codes[0]}");
        Assert.Contains("The key that could have told is destroyed", result.Words, StringComparison.Ordinal);
        Assert.Contains("A ballot with this receipt is in the vote.", result.Words, StringComparison.Ordinal);
        Assert.Contains((await place.Vote(vote)).ReceiptsRoot!, result.Words, StringComparison.Ordinal);

        var sheet = await visitor.Get($"/votes/{vote}/receipts/{codes[0]}");
        Assert.Contains((await place.Vote(vote)).ReceiptsRoot!, sheet.Words, StringComparison.Ordinal);
        Assert.Contains("proves to nobody how you voted", sheet.Words, StringComparison.Ordinal);
        Assert.Contains("不能向任何人证明您如何投票", sheet.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(voters[0].Label, sheet.Document.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_secretary_is_told_on_the_page_that_a_vote_cannot_be_secret_and_puts_it_by_name()
    {
        await using var place = await VoteTown.Found();
        var vote = await place.Create(secret: true);
        await place.App.RunProcesses();
        using var secretary = await Visitor.SignedIn(place.App, place.Town.Secretary);
        var (page, form) = await secretary.Form($"/votes/{vote}", "PutVoteByName");
        Assert.Contains("This vote cannot be secret", page.Words, StringComparison.Ordinal);

        var answer = await secretary.Submit(form, ("reason", "Too few of each kind"));

        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        Assert.False((await place.Vote(vote)).Secret);
    }
}
