using System.Net;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Cohesion.Governance.Domain.Rules.BallotChoice;

namespace Cohesion.Governance.Server.Tests.Features.Votes.Secrecy;

public sealed class EnvelopePagesTests
{
    [Theory]
    [InlineData("en", "This vote is secret, so only the outer envelope is entered", "The envelope stands", "there is no receipt for it", "Envelopes to be opened and counted by two people: 1", "bound to keep to himself", "Both counts are the same", "1 to open", "1 to count a second time")]
    [InlineData("zh-CN", "只登记外信封", "外信封有效", "信封选票没有回执", "还有 1 个信封待两人开拆清点", "负有保密义务", "两次清点一致", "1 个待开拆", "1 个待第二人清点")]
    public async Task From_the_outer_envelope_to_the_count_by_forms_without_scripts(
        string language, string lead, string stands, string noReceipt, string waits, string bound, string same, string toOpen, string toCheck)
    {
        var (place, voters) = await SecretTown.Found(more: 2);
        await using var _ = place;
        var vote = await place.Open(secret: true);
        await place.CastAll(vote, [.. voters.Skip(1)], No, No, Yes, No, No, Yes);
        using var worker = await Visitor.SignedIn(place.App, place.Town.VisitingWorker, language);
        using var secretary = await Visitor.SignedIn(place.App, place.Town.Secretary, language);
        using var voter = await Visitor.SignedIn(place.App, voters[0].Person, language);

        var (page, form) = await worker.Form($"/votes/{vote}/entries", "EnterBallot");
        Assert.Contains(lead, page.Words, StringComparison.Ordinal);
        Assert.Empty(form.QuerySelectorAll("[name=choice]"));
        Assert.Equal(HttpStatusCode.SeeOther, (await worker.Submit(form, ("seatId", voters[0].Seat.ToString()), ("channel", "visit"), ("place", "Room 101"), ("witness", "Ms He"))).Status);
        var entry = await place.App.Db(db => db.BallotEntries.Select(e => e.Id).SingleAsync());
        var (_, check) = await secretary.Form($"/votes/{vote}/entries", $"CheckBallot-{entry}");
        Assert.Empty(check.QuerySelectorAll("[name=choice]"));
        Assert.Contains(stands, (await secretary.Get((await secretary.Submit(check)).Location!)).Words, StringComparison.Ordinal);
        Assert.Contains(noReceipt, (await voter.Get($"/votes/{vote}/ballot?seat=none")).Words, StringComparison.Ordinal);
        Assert.Contains(voters[0].Label, (await worker.Get($"/votes/{vote}/visits")).Words, StringComparison.Ordinal);

        await place.Close(vote);
        Assert.Contains(toOpen, (await worker.Get("/")).Words, StringComparison.Ordinal);
        Assert.DoesNotContain(toOpen, (await voter.Get("/")).Words, StringComparison.Ordinal);
        Assert.Contains(waits, (await voter.Get($"/votes/{vote}")).Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await voter.Get($"/votes/{vote}/envelopes")).Status);
        var (open, totals) = await secretary.Form($"/votes/{vote}/envelopes", "EnterEnvelopeTotals");
        Assert.Contains(bound, open.Words, StringComparison.Ordinal);
        Assert.Single(totals.QuerySelectorAll("fieldset"));
        (string, string)[] said = [("totals[0].yes", "1"), ("totals[0].no", "0"), ("totals[0].abstain", "0"), ("totals[0].invalid", "0")];
        Assert.Equal(HttpStatusCode.SeeOther, (await secretary.Submit(totals, [.. said, ("place", "Room 101"), ("witness", "Mr Qian")])).Status);
        Assert.Contains(toCheck, (await worker.Get("/")).Words, StringComparison.Ordinal);
        Assert.DoesNotContain(toCheck, (await secretary.Get("/")).Words, StringComparison.Ordinal);
        var (hidden, again) = await worker.Form($"/votes/{vote}/envelopes", "CheckEnvelopeTotals");
        Assert.All(again.QuerySelectorAll("input[type=text]"), i => Assert.True(string.IsNullOrEmpty(i.GetAttribute("value"))));
        Assert.DoesNotContain("00000001", hidden.Words, StringComparison.Ordinal);
        Assert.Contains(same, (await worker.Get((await worker.Submit(again, said)).Location!)).Words, StringComparison.Ordinal);
        await place.Count(vote);

        Assert.Equal(VoteStage.Closed, (await place.Vote(vote)).Stage);
        Assert.Equal(7, await place.App.Db(db => db.SecretBallots.CountAsync()));
        Assert.Equal(HttpStatusCode.OK, (await voter.Get($"/votes/{vote}/sheet")).Status);
    }

    [Fact]
    public async Task Printed_papers_are_a_sheet_for_every_seats_outer_envelope_and_as_many_inner_papers_that_are_all_alike()
    {
        var (place, voters) = await SecretTown.Found(more: 2);
        await using var _ = place;
        var vote = await place.Open(secret: true);
        await place.CastAll(vote, [.. voters.Take(1)], Yes);
        var roll = await place.App.Db(db => db.RollEntries.Where(r => r.VoteId == vote).Select(r => r.Label).ToListAsync());
        using var worker = await Visitor.SignedIn(place.App, place.Town.VisitingWorker, "zh-CN");

        var page = (await worker.Get($"/votes/{vote}/papers")).Document;
        var outer = page.QuerySelectorAll("article.paper:not(.inner)").Select(a => a.TextContent).ToList();
        var inner = page.QuerySelectorAll("article.inner").Select(a => a.InnerHtml).ToList();

        // One has voted online already, and the sheets do not tell.
        Assert.Equal((roll.Count, roll.Count), (outer.Count, inner.Count));
        Assert.All(roll, label => Assert.Single(outer, sheet => sheet.Contains($"席位：{label}", StringComparison.Ordinal)));
        Assert.All(outer, sheet => Assert.DoesNotContain("同意", sheet, StringComparison.Ordinal));

        // The rule of this town sees two groups; within each, papers are alike and as many as outer envelopes.
        Assert.Equal(2, inner.Distinct(StringComparer.Ordinal).Count());
        Assert.All(["字母 A", "字母 B"], letter => Assert.Equal(
            outer.Count(sheet => sheet.Contains(letter, StringComparison.Ordinal)), inner.Count(paper => paper.Contains(letter, StringComparison.Ordinal))));
        Assert.All(roll, label => Assert.DoesNotContain(inner, paper => paper.Contains(label, StringComparison.Ordinal)));
    }
}
