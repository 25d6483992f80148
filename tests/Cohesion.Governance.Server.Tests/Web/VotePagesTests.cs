using System.Net;
using AngleSharp.Html.Dom;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Tests.Features.Votes;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Cohesion.Governance.Server.Features.Votes.ExcludeSeat;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Web;

public sealed class VotePagesTests
{
    [Fact]
    public async Task A_ballot_cast_by_form_ends_in_a_receipt_that_checks()
    {
        await using var place = await VoteTown.Found();
        var vote = await place.Open();
        using var visitor = await Visitor.SignedIn(place.App, place.Town.TenantA);
        var (paper, form) = await visitor.Form($"/votes/{vote}/ballot", "CastBallot");

        var answer = await visitor.Submit(form, ("choice", "no"));
        var after = await visitor.Get(answer.Location!);
        var kept = await place.App.Db(db => db.Ballots.SingleAsync(b => b.VoteId == vote && b.SeatId == place.Town.SeatA));
        var check = await visitor.Get($"/votes/{vote}?receipt={kept.Receipt}");

        Assert.Contains("4,820.00 m²", paper.Words, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.SeeOther, $"/votes/{vote}/ballot"), (answer.Status, answer.Location));
        Assert.Equal((BallotChoice.No, BallotChannel.Online), (kept.Choice, kept.Channel));
        Assert.Contains(kept.Receipt, after.Words, StringComparison.Ordinal);
        Assert.Contains("Against, online", after.Words, StringComparison.Ordinal);
        Assert.Contains("This ballot counts.", check.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("untilClosing", "en", "Your ballot for Galaxy Tech: In favour")]
    [InlineData("never", "zh-CN", "您代表「Galaxy Tech」投：同意")]
    public async Task Before_it_is_cast_a_ballot_says_for_whom_and_what_and_one_that_stands_for_ever_asks_once_more(string change, string language, string said)
    {
        await using var place = await VoteTown.Found(rule: "test.rule", packs: VoteTown.Pack($"\"ballot\": {{\"change\": \"{change}\"}}"));
        var vote = await place.Open();
        using var visitor = await Visitor.SignedIn(place.App, place.Town.TenantA, language);

        var (_, form) = await visitor.Form($"/votes/{vote}/ballot", "CastBallot");

        Assert.Equal(said, form.QuerySelector(".chosen .yes")!.TextContent);
        Assert.Equal(change == "never", form.QuerySelector("#sure[required]") is not null);
        Assert.DoesNotContain(Visitor.FieldsOf(form), f => f.Key.Length == 0);
    }

    [Fact]
    public async Task A_ballot_without_a_choice_is_asked_for_again_and_nothing_is_cast()
    {
        await using var place = await VoteTown.Found();
        var vote = await place.Open();
        using var visitor = await Visitor.SignedIn(place.App, place.Town.TenantA, "zh-CN");
        var (_, form) = await visitor.Form($"/votes/{vote}/ballot", "CastBallot");

        var answer = await visitor.Submit(form);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("请填写此项", answer.Form("CastBallot").TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await place.App.Db(db => db.Ballots.CountAsync()));
    }

    [Fact]
    public async Task A_ballot_can_be_changed_until_closing_and_the_form_begins_with_what_was_said()
    {
        await using var place = await VoteTown.Found();
        var vote = await place.Open();
        await place.Cast(vote, place.Town.TenantA, place.Town.SeatA, BallotChoice.Yes);
        using var visitor = await Visitor.SignedIn(place.App, place.Town.TenantA);

        var said = await visitor.Get($"/votes/{vote}/ballot");
        var (_, form) = await visitor.Form($"/votes/{vote}/ballot?seat={place.Town.SeatA}", "CastBallot");
        await visitor.Submit(form, ("choice", "abstain"));
        await place.Count(vote);
        var closed = await visitor.Get($"/votes/{vote}/ballot");

        Assert.Null(said.Document.GetElementById("CastBallot"));
        Assert.Equal("yes", Visitor.FieldsOf(form).Single(f => f.Key == "choice").Value);
        Assert.Equal(BallotChoice.Abstain, await place.App.Db(db => db.Ballots.Where(b => b.SeatId == place.Town.SeatA).Select(b => b.Choice).SingleAsync()));
        Assert.Null(closed.Document.GetElementById("CastBallot"));
        Assert.Contains("This vote has closed", closed.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_acts_for_two_seats_is_given_one_paper_after_the_other()
    {
        await using var place = await VoteTown.Found();
        var now = place.App.Clock.GetUtcNow();
        await place.App.Db(async db =>
        {
            db.OfficeHoldings.Add(new OfficeHolding
            {
                Id = Guid.CreateVersion7(now), PersonId = place.Town.TenantA, Office = Office.TenantRepresentative, CouncilId = place.Town.CouncilId,
                SeatId = place.Town.SeatB, Since = now,
            });
            await Task.CompletedTask;
        });
        var vote = await place.Open();
        using var visitor = await Visitor.SignedIn(place.App, place.Town.TenantA);
        var path = $"/votes/{vote}/ballot";

        var first = (await visitor.Form(path, "CastBallot")).Form;
        await visitor.Submit(first, ("choice", "yes"));
        var second = (await visitor.Form(path, "CastBallot")).Form;
        await visitor.Submit(second, ("choice", "yes"));

        Assert.NotEqual(SeatOf(first), SeatOf(second));
        Assert.Null((await visitor.Get(path)).Document.GetElementById("CastBallot"));
        Assert.Equal(2, await place.App.Db(db => db.Ballots.CountAsync()));
    }

    [Theory]
    [InlineData("en", "Adopted")]
    [InlineData("zh-CN", "通过")]
    public async Task A_counted_vote_shows_its_outcome_on_the_seal_and_every_seats_choice(string language, string outcome)
    {
        await using var place = await VoteTown.Found();
        var vote = await place.Open();
        await place.CastAll(vote, c: BallotChoice.No);
        await place.Count(vote);
        using var visitor = await Visitor.SignedIn(place.App, place.Town.Observer, language);

        var page = await visitor.Get($"/votes/{vote}");

        Assert.Equal(outcome, page.Document.QuerySelector("svg.seal")!.GetAttribute("aria-label"), ignoreCase: true);

        // 4,820.00 + 3,000.00 of 8,820.50 m²: 88.7 %.
        Assert.Contains("88.7%", page.Words, StringComparison.Ordinal);
        Assert.Contains("4,410.25 m²", page.Words, StringComparison.Ordinal);
        var seats = page.Document.QuerySelectorAll("#seats .rows > li").ToList();
        Assert.Equal(5, seats.Count);
        Assert.Contains(seats, s => s.TextContent.Contains("Yunfan Law", StringComparison.Ordinal)
            && s.QuerySelector(".tag")!.TextContent == (language == "en" ? "Against" : "反对"));
        Assert.Null(page.Document.GetElementById("CancelVote"));
    }

    [Fact]
    public async Task An_open_vote_says_what_is_missing_and_keeps_choices_to_itself()
    {
        await using var place = await VoteTown.Found();
        var vote = await place.Open();
        await place.Cast(vote, place.Town.TenantB, place.Town.SeatB, BallotChoice.Yes);
        using var visitor = await Visitor.SignedIn(place.App, place.Town.Observer, "zh-CN");

        var page = await visitor.Get($"/votes/{vote}");
        var region = page.Document.QuerySelector("[data-live-region=vote-count]")!;

        // More than half of 8,820.50 m² is more than 4,410.25; 3,000.00 are there. All areas are multiples of 0.50 m², so 1,410.50 it is.
        Assert.Contains("再有 1,410.50 m² 同意，或 1 家企业，即达过半数", region.TextContent, StringComparison.Ordinal);
        Assert.Equal($"vote:{vote}", region.GetAttribute("data-live-topic"));
        Assert.Contains("表决中", region.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(page.Document.QuerySelectorAll("#seats .tag"), t => t.TextContent is "同意" or "反对" or "弃权");
        Assert.Null(page.Document.QuerySelector("svg.seal"));
    }

    [Fact]
    public async Task What_is_pushed_to_watchers_is_the_region_of_the_page()
    {
        await using var place = await VoteTown.Found();
        var vote = await place.Open();
        await place.Cast(vote, place.Town.TenantB, place.Town.SeatB, BallotChoice.Yes);
        using var visitor = await Visitor.SignedIn(place.App, place.Town.TenantB, "zh-CN");
        var page = await visitor.Get($"/votes/{vote}");

        var pushed = await ((Server.Web.Live.RegionRenderer)place.App.Services.GetService(typeof(Server.Web.Live.RegionRenderer))!)
            .RenderFor($"vote:{vote}", Domain.Language.Chinese);

        var html = Assert.Single(pushed, r => r.Name == "vote-count").Html;
        var fresh = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html);
        Assert.Equal(Spaced(page.Document.QuerySelector("[data-live-region=vote-count]")!.TextContent), Spaced(fresh.Body!.TextContent));
    }

    [Theory]
    [InlineData("en", "The count so far", "Adopted")]
    [InlineData("zh-CN", "目前的票数", "通过")]
    public async Task The_proposals_page_shows_the_count_while_it_goes_on_and_the_seal_afterwards(string language, string title, string outcome)
    {
        await using var place = await VoteTown.Found();
        var vote = await place.Open();
        await place.App.Db(db =>
        {
            db.ProposalTexts.Add(new ProposalText
            {
                ProposalId = place.ProposalId, Number = 1, Title = "Add a freight elevator?", Text = "On the north side", ByPersonId = place.Town.Property, At = place.App.Clock.GetUtcNow(),
            });
            return Task.CompletedTask;
        });
        using var visitor = await Visitor.SignedIn(place.App, place.Town.TenantA, language);

        var open = (await visitor.Get($"/proposals/{place.ProposalId}")).Document.QuerySelector("[data-live-region=vote-count]")!;
        Assert.StartsWith(title, open.QuerySelector("h2")!.TextContent, StringComparison.Ordinal);
        Assert.Equal($"vote:{vote}", open.GetAttribute("data-live-topic"));

        await place.CastAll(vote);
        await place.Count(vote);
        var closed = (await visitor.Get($"/proposals/{place.ProposalId}")).Document.QuerySelector("[data-live-region=vote-count]")!;
        Assert.Contains(outcome, closed.QuerySelector(".seal")!.GetAttribute("aria-label")!, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_person_without_a_seat_sees_no_ballot_form()
    {
        await using var place = await VoteTown.Found();
        var vote = await place.Open();
        using var visitor = await Visitor.SignedIn(place.App, place.Town.Observer);

        var paper = await visitor.Get($"/votes/{vote}/ballot");
        var page = await visitor.Get($"/votes/{vote}");

        Assert.Equal(HttpStatusCode.Forbidden, paper.Status);
        Assert.Empty(paper.Document.QuerySelectorAll("form[action^='/do/']"));
        Assert.Empty(page.Document.QuerySelectorAll("form[action^='/do/'], a[href$='/ballot']"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/ballot")]
    public async Task A_vote_of_another_council_is_not_there(string part)
    {
        await using var place = await VoteTown.Found();
        var vote = await place.Open();
        using var visitor = await Visitor.SignedIn(place.App, place.Town.Outsider);

        var page = await visitor.Get($"/votes/{vote}{part}");

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.DoesNotContain("freight elevator", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_visiting_worker_records_a_visit_and_a_ballot_at_the_door()
    {
        await using var place = await VoteTown.Found();
        var vote = await place.Open();
        using var visitor = await Visitor.SignedIn(place.App, place.Town.VisitingWorker, "zh-CN");
        var path = $"/votes/{vote}?seat={place.Town.SeatC}";

        var visit = await visitor.Submit((await visitor.Form(path, "RecordVisit")).Form, ("note", "已见面，愿意投票"));
        var taken = await visitor.Submit(
            (await visitor.Form($"/votes/{vote}/entries?seat={place.Town.SeatC}", "EnterBallot")).Form, ("choice", "yes"), ("channel", "visit"), ("place", "101室门口"),
            ("witness", "王阿姨"));
        Assert.Equal(HttpStatusCode.SeeOther, taken.Status);
        using var secretary = await Visitor.SignedIn(place.App, place.Town.Secretary, "zh-CN");
        var entry = await place.App.Db(db => db.BallotEntries.SingleAsync());
        var check = await secretary.Submit((await secretary.Form($"/votes/{vote}/entries", $"CheckBallot-{entry.Id}")).Form, ("choice", "yes"));
        var checkedPage = await secretary.Get(check.Location!);
        var page = await visitor.Get($"/votes/{vote}");
        var kept = await place.App.Db(db => db.Ballots.SingleAsync(b => b.VoteId == vote));

        Assert.Equal(HttpStatusCode.SeeOther, visit.Status);
        Assert.Equal((place.Town.SeatC, BallotChoice.Yes, BallotChannel.Visit), (kept.SeatId, kept.Choice, kept.Channel));
        Assert.Contains(kept.Receipt, checkedPage.Words, StringComparison.Ordinal);
        Assert.Contains("已见面，愿意投票", page.Words, StringComparison.Ordinal);
        Assert.Null(page.Document.GetElementById("ExcludeSeat"));
    }

    [Fact]
    public async Task The_secretary_takes_a_seat_out_and_everybody_reads_why()
    {
        await using var place = await VoteTown.Found();
        var vote = await place.Open();
        using var secretary = await Visitor.SignedIn(place.App, place.Town.Secretary);
        using var observer = await Visitor.SignedIn(place.App, place.Town.Observer);

        var (_, form) = await secretary.Form($"/votes/{vote}", "ExcludeSeat");
        await secretary.Submit(form, ("seatId", place.Town.SeatC.ToString()), ("ground", "conflictOfInterest"), ("reason", "It builds the elevator."));
        var page = await observer.Get($"/votes/{vote}");

        Assert.Contains("It builds the elevator.", page.Document.GetElementById("seats")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await secretary.Get($"/votes/{vote}")).Document.GetElementById("ReadmitSeat"));
    }

    [Fact]
    public async Task A_receipt_nobody_was_given_is_told_so_beside_the_field()
    {
        await using var place = await VoteTown.Found();
        var vote = await place.Open();
        using var visitor = await Visitor.SignedIn(place.App, place.Town.Observer, "zh-CN");

        var page = await visitor.Get($"/votes/{vote}?receipt=7K2M-04XR-9QTB");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("本次表决中没有这个回执编号", page.Document.QuerySelector("#receipt .error")!.TextContent, StringComparison.Ordinal);
    }

    private static string SeatOf(IHtmlFormElement form) => Visitor.FieldsOf(form).Single(f => f.Key == "seatId").Value;

    private static string Spaced(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [Fact]
    public async Task A_mandate_is_given_and_taken_back_by_forms_and_its_holder_finds_the_seat_on_his_ballot_paper()
    {
        await using var place = await VoteTown.Found();
        var vote = await place.Open();
        using var giver = await Visitor.SignedIn(place.App, place.Town.TenantB, "zh-CN");
        using var holder = await Visitor.SignedIn(place.App, place.Town.TenantA, "en");

        var given = await giver.Submit((await giver.Form($"/votes/{vote}/ballot", "GiveMandate")).Form, ("holderPersonId", place.Town.TenantA.ToString()));
        var paper = await holder.Get($"/votes/{vote}/ballot");
        var mandate = await place.App.Db(db => db.Mandates.SingleAsync());
        var back = await giver.Submit((await giver.Form($"/votes/{vote}/ballot", $"RevokeMandate-{mandate.Id}")).Form);

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (given.Status, back.Status));
        Assert.Contains("Blue Harbour", paper.Words, StringComparison.Ordinal);
        Assert.Contains("by mandate", paper.Words, StringComparison.Ordinal);
        Assert.NotNull((await place.App.Db(db => db.Mandates.SingleAsync())).RevokedAt);
    }

    [Fact]
    public async Task An_excluded_seat_objects_on_its_ballot_paper_and_the_convenor_decides_on_the_votes_page()
    {
        await using var place = await VoteTown.Found();
        var vote = await place.Open();
        await place.App.Send(place.Town.Secretary, new ExcludeSeatCommand(vote, place.Town.SeatA, "conflictOfInterest", "Builds the elevator."));
        using var tenant = await Visitor.SignedIn(place.App, place.Town.TenantA, "zh-CN");
        using var convenor = await Visitor.SignedIn(place.App, place.Town.Convenor, "zh-CN");

        var objection = await tenant.Submit(
            (await tenant.Form($"/votes/{vote}/ballot", $"ObjectToExclusion-{place.Town.SeatA}")).Form, ("objection", "我们只出租吊车"));
        var decision = await convenor.Submit(
            (await convenor.Form($"/votes/{vote}", "DecideExclusionObjection")).Form, ("seatId", place.Town.SeatA.ToString()), ("upheld", "true"), ("finding", "出租不构成利益冲突"));
        var page = await tenant.Get($"/votes/{vote}");

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (objection.Status, decision.Status));
        Assert.Contains("我们只出租吊车", page.Words, StringComparison.Ordinal);
        Assert.Contains("出租不构成利益冲突", page.Words, StringComparison.Ordinal);
    }
}
