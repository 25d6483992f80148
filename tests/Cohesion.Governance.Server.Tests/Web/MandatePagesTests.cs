using System.Net;
using System.Security.Cryptography;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Tests.Features.Votes;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Web;

/// <summary>Mandates, the council's rules and the printed sheets, as people without scripts use them.</summary>
public sealed class MandatePagesTests
{
    private static readonly byte[] Scan = "%PDF-1.7 a signed mandate"u8.ToArray();

    [Fact]
    public async Task The_secretary_records_a_written_mandate_by_choosing_its_scan()
    {
        await using var place = await VoteTown.Found();
        var vote = await place.Open();
        using var visitor = await Visitor.SignedIn(place.App, place.Town.Secretary);
        var (_, form) = await visitor.Form(Page(place), "GiveMandate-vote-paper");

        var answer = await visitor.Upload(
            form, "documentHash@scan", Scan, ("seatId", $"{place.Town.SeatB}"), ("holderPersonId", $"{place.Town.TenantA}"), ("voteId", $"{vote}"));
        var after = await visitor.Get(answer.Location!);

        var kept = await place.App.Db(db => db.Mandates.SingleAsync());
        Assert.Equal((HttpStatusCode.SeeOther, Page(place)), (answer.Status, answer.Location));
        Assert.Equal((place.Town.SeatB, Convert.ToHexStringLower(SHA256.HashData(Scan)), MandateScope.Vote), (kept.SeatId, kept.DocumentHash, kept.Scope));
        Assert.Contains("Blue Harbour → Ms Wu", after.Words, StringComparison.Ordinal);
        Assert.Contains("for the vote: Add a freight elevator?", after.Words, StringComparison.Ordinal);
        Assert.Contains("in writing", after.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scan_and_another_hash_typed_beside_it_are_refused_and_nothing_is_lost()
    {
        await using var place = await VoteTown.Found();
        var vote = await place.Open();
        using var visitor = await Visitor.SignedIn(place.App, place.Town.Secretary, "zh-CN");
        var (_, form) = await visitor.Form(Page(place), "GiveMandate-vote-paper");

        var answer = await visitor.Upload(
            form, "documentHash@scan", Scan, ("seatId", $"{place.Town.SeatB}"), ("holderPersonId", $"{place.Town.TenantA}"), ("voteId", $"{vote}"), ("documentHash", VoteTown.Scan));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("SHA-256 与填写的不同", answer.Form("GiveMandate-vote-paper").TextContent, StringComparison.Ordinal);
        Assert.Equal($"{place.Town.SeatB}", Visitor.FieldsOf(answer.Form("GiveMandate-vote-paper")).Single(f => f.Key == "seatId").Value);
        Assert.Equal(0, await place.App.Db(db => db.Mandates.CountAsync()));
    }

    [Fact]
    public async Task Without_a_scan_the_typed_hash_is_taken_and_without_either_the_secretary_is_told_what_is_missing()
    {
        await using var place = await VoteTown.Found();
        var vote = await place.Open();
        using var visitor = await Visitor.SignedIn(place.App, place.Town.Secretary);
        var (_, form) = await visitor.Form(Page(place), "GiveMandate-vote-paper");
        (string, string)[] choices = [("seatId", $"{place.Town.SeatB}"), ("holderPersonId", $"{place.Town.TenantA}"), ("voteId", $"{vote}")];

        var none = await visitor.Upload(form, "documentHash@scan", [], choices);
        var typed = await visitor.Upload(
            (await visitor.Form(Page(place), "GiveMandate-vote-paper")).Form, "documentHash@scan", [], [.. choices, ("documentHash", VoteTown.Scan.ToUpperInvariant())]);

        Assert.Equal(HttpStatusCode.Conflict, none.Status);
        Assert.Equal(HttpStatusCode.SeeOther, typed.Status);
        Assert.Equal(VoteTown.Scan, (await place.App.Db(db => db.Mandates.SingleAsync())).DocumentHash);
    }

    [Fact]
    public async Task Files_beyond_thirty_two_megabytes_are_refused_with_what_to_do()
    {
        await using var place = await VoteTown.Found();
        using var visitor = await Visitor.SignedIn(place.App, place.Town.Secretary);
        var (_, form) = await visitor.Form(Page(place), "GiveMandate-until-paper");

        var answer = await visitor.Upload(form, "documentHash@scan", new byte[33 << 20], ("seatId", $"{place.Town.SeatB}"));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.Status);
        Assert.Contains("type the SHA-256", answer.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_gives_one_until_a_date_the_holder_finds_a_ballot_for_it_and_the_member_takes_it_back()
    {
        await using var place = await VoteTown.Found();
        var vote = await place.Open();
        using var giver = await Visitor.SignedIn(place.App, place.Town.TenantB);
        using var holder = await Visitor.SignedIn(place.App, place.Town.TenantA);
        var (page, form) = await giver.Form(Page(place), "GiveMandate-until-own");
        var until = place.App.Clock.GetUtcNow().AddDays(20);

        await giver.Submit(form, ("holderPersonId", $"{place.Town.TenantA}"), ("until", until.ToString("yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture)));
        var mine = await holder.Get("/mandates");
        var (_, paper) = await holder.Form($"/votes/{vote}/ballot?seat={place.Town.SeatB}", "CastBallot");
        await holder.Submit(paper, ("choice", "no"));
        var said = await holder.Get("/mandates");
        var mandate = await place.App.Db(db => db.Mandates.SingleAsync());
        var (_, revoke) = await giver.Form(Page(place), $"RevokeMandate-{mandate.Id}");
        await giver.Submit(revoke);
        var gone = await holder.Get("/mandates");

        Assert.DoesNotContain("Record a written mandate", page.Words, StringComparison.Ordinal);
        Assert.Contains("Blue Harbour", mine.Words, StringComparison.Ordinal);
        Assert.Contains("not voted yet", mine.Words, StringComparison.Ordinal);
        Assert.Contains("you said: Against", said.Words, StringComparison.Ordinal);
        Assert.Contains("Nobody has given you a mandate", gone.Words, StringComparison.Ordinal);
        Assert.Equal(BallotChannel.Proxy, (await place.BallotOf(vote, place.Town.SeatB))!.Channel);
    }

    [Fact]
    public async Task The_convenor_chooses_which_of_two_ballots_counts_and_open_votes_keep_theirs()
    {
        await using var place = await VoteTown.Found();
        var vote = await place.Open();
        using var visitor = await Visitor.SignedIn(place.App, place.Town.Convenor);
        var (page, form) = await visitor.Form($"/councils/{place.Town.CouncilId}/rules", "SetCouncilRules");

        var answer = await visitor.Submit(form, ("rules.duplicatePolicy", "paperPrevails"));

        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        Assert.Contains("Votes already created keep the policy they have.", page.Words, StringComparison.Ordinal);
        Assert.Equal("onlinePrevails", Visitor.FieldsOf(form).Single(f => f.Key == "rules.duplicatePolicy").Value);
        var council = await place.App.Db(db => db.Councils.SingleAsync(c => c.Id == place.Town.CouncilId));
        Assert.Equal((DuplicatePolicy.PaperPrevails, 7, "council.each-bloc-consent"), (council.DuplicatePolicy, council.NoticeDays, council.DefaultRulePack));
        Assert.Equal(DuplicatePolicy.OnlinePrevails, (await place.Vote(vote)).DuplicatePolicy);
    }

    [Fact]
    public async Task Whoever_may_not_change_the_rules_reads_them()
    {
        await using var place = await VoteTown.Found(policy: DuplicatePolicy.LatestWins);
        using var visitor = await Visitor.SignedIn(place.App, place.Town.TenantA, "zh-CN");

        var page = await visitor.Get($"/councils/{place.Town.CouncilId}/rules");

        Assert.Null(page.Document.GetElementById("SetCouncilRules"));
        Assert.Contains("以最后表达的为准", page.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "Result of a vote", "1 month from the decision", "Key of the signed export", "Council secretary, date")]
    [InlineData("zh-CN", "表决结果单", "自决定作出之日起 1 个月", "公示", "导出文件签名密钥", "议事会秘书（签字、日期）")]
    public async Task The_result_sheet_says_everything_in_the_readers_language(string language, params string[] words)
    {
        await using var place = await VoteTown.Found("de.weg.25.heads");
        var vote = await place.Open();
        await place.CastAll(vote, a: BallotChoice.No);
        await place.Count(vote);
        using var visitor = await Visitor.SignedIn(place.App, place.Town.Observer, language);

        var page = await visitor.Get($"/votes/{vote}/sheet");
        var linked = await visitor.Get($"/votes/{vote}");

        Assert.All(words, word => Assert.Contains(word, page.Words, StringComparison.OrdinalIgnoreCase));
        Assert.Contains((await place.Vote(vote)).BallotsRoot!, page.Words, StringComparison.Ordinal);
        Assert.Contains("WEG 45", page.Words, StringComparison.Ordinal);
        Assert.Contains($"/votes/{vote}/sheet", linked.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task There_is_no_sheet_before_the_count()
    {
        await using var place = await VoteTown.Found();
        var vote = await place.Open();
        using var visitor = await Visitor.SignedIn(place.App, place.Town.Observer);

        Assert.Equal(HttpStatusCode.Conflict, (await visitor.Get($"/votes/{vote}/sheet")).Status);
    }

    [Fact]
    public async Task The_visit_sheet_has_a_line_a_seat_and_is_linked_where_visits_are_recorded()
    {
        await using var place = await VoteTown.Found();
        var vote = await place.Open();
        await place.Cast(vote, place.Town.TenantA, place.Town.SeatA, BallotChoice.Yes);
        using var visitor = await Visitor.SignedIn(place.App, place.Town.VisitingWorker);

        var sheet = await visitor.Get($"/votes/{vote}/visits");
        var linked = await visitor.Get($"/votes/{vote}");

        Assert.Equal(4, sheet.Document.QuerySelectorAll("table.visit tbody tr").Length);
        Assert.DoesNotContain("Galaxy Tech", sheet.Words, StringComparison.Ordinal);
        Assert.Contains($"/votes/{vote}/visits", linked.Text, StringComparison.Ordinal);
        using var member = await Visitor.SignedIn(place.App, place.Town.TenantA);
        Assert.Equal(HttpStatusCode.Forbidden, (await member.Get($"/votes/{vote}/visits")).Status);
    }

    private static string Page(VoteTown place) => $"/councils/{place.Town.CouncilId}/mandates";
}
