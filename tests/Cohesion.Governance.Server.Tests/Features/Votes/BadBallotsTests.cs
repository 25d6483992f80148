using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Features.Votes.FreezeRoll;
using Cohesion.Governance.Server.Features.Votes.GiveMandate;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Votes;

/// <summary>Whatever is wrong with a ballot is said over HTTP with a status, a stable code and a sentence in the reader's language, and leaves nothing behind.</summary>
public sealed class BadBallotsTests
{
    [Fact]
    public async Task Of_another_seat_or_of_one_that_does_not_exist()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();

        await Refused(place, voteId, place.Town.TenantA, new { seatId = place.Town.SeatB, choice = "yes" }, HttpStatusCode.Forbidden, "NotYourSeat");
        await Refused(place, voteId, place.Town.TenantA, new { seatId = Guid.CreateVersion7(), choice = "yes" }, HttpStatusCode.Forbidden, "NotYourSeat");
    }

    [Fact]
    public async Task In_a_vote_that_has_closed()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        await place.Count(voteId);

        await Refused(place, voteId, place.Town.TenantA, new { seatId = place.Town.SeatA, choice = "yes" }, HttpStatusCode.Conflict, "VoteHasClosed");
    }

    [Theory]
    [InlineData("perhaps")]
    [InlineData("")]
    [InlineData("9")]
    [InlineData(null)]
    public async Task With_a_choice_nobody_knows(string? choice)
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();

        await Refused(place, voteId, place.Town.TenantA, new { seatId = place.Town.SeatA, choice }, HttpStatusCode.BadRequest, null);
    }

    [Fact]
    public async Task Sent_again_under_its_key_with_another_choice()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        using var client = await place.App.ClientOf(place.Town.TenantA);
        client.DefaultRequestHeaders.Add("Idempotency-Key", "ballot-7");
        using var first = await Post(client, voteId, new { seatId = place.Town.SeatA, choice = "yes" });

        foreach (var language in new[] { "en", "zh-CN" })
        {
            client.DefaultRequestHeaders.AcceptLanguage.Clear();
            client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
            using var other = await Post(client, voteId, new { seatId = place.Town.SeatA, choice = "no" });
            Assert.Equal((HttpStatusCode.BadRequest, "IdempotencyKeyUsed"), (other.StatusCode, (await other.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString()));
        }

        Assert.Equal(BallotChoice.Yes, (await place.BallotOf(voteId, place.Town.SeatA))!.Choice);
    }

    [Fact]
    public async Task Captured_and_sent_again_after_the_voter_changed_his_mind_it_changes_nothing()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        using var client = await place.App.ClientOf(place.Town.TenantA);
        client.DefaultRequestHeaders.Add("Idempotency-Key", "first");
        using var first = await Post(client, voteId, new { seatId = place.Town.SeatA, choice = "yes" });
        await place.Cast(voteId, place.Town.TenantA, place.Town.SeatA, BallotChoice.No);

        using var replayed = await Post(client, voteId, new { seatId = place.Town.SeatA, choice = "yes" });

        Assert.Equal(await first.Content.ReadAsStringAsync(), await replayed.Content.ReadAsStringAsync());
        Assert.Equal(BallotChoice.No, (await place.BallotOf(voteId, place.Town.SeatA))!.Choice);
        Assert.Equal(2, await place.App.Db(db => db.BallotRecords.CountAsync()));
    }

    [Fact]
    public async Task Two_of_one_seat_at_the_same_instant_leave_one_that_counts_and_both_receipts_say_which()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        using var client = await place.App.ClientOf(place.Town.TenantA);

        var both = await Task.WhenAll(
            Post(client, voteId, new { seatId = place.Town.SeatA, choice = "yes" }), Post(client, voteId, new { seatId = place.Town.SeatA, choice = "no" }));

        var states = new List<string>();
        foreach (var answer in both)
        {
            var receipt = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("receipt").GetString();
            states.Add((await client.GetFromJsonAsync<JsonElement>($"/api/votes/{voteId}/receipts/{receipt}")).GetProperty("state").GetString()!);
            answer.Dispose();
        }

        Assert.Equal(["counts", "replaced"], states.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("AAAA-AAAA-AAAA")]
    [InlineData("7K2M-04XR-9QT")]
    [InlineData("not a receipt")]
    public async Task A_forged_receipt_proves_nothing(string receipt)
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        await place.CastAll(voteId);
        await place.Count(voteId);
        using var client = await place.App.ClientOf(place.Town.TenantA);

        foreach (var path in new[] { string.Empty, "/proof" })
        {
            using var answer = await client.GetAsync(new Uri($"/api/votes/{voteId}/receipts/{Uri.EscapeDataString(receipt)}{path}", UriKind.Relative));
            Assert.Equal((HttpStatusCode.NotFound, "ReceiptUnknown"), (answer.StatusCode, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString()));
        }
    }

    [Fact]
    public async Task Under_a_mandate_that_ended_between_page_and_post()
    {
        await using var place = await VoteTown.Found();
        var voteId = await place.Open();
        var until = place.App.Clock.GetUtcNow().AddHours(1);
        await place.App.Send(place.Town.TenantB, new GiveMandateCommand(place.Town.CouncilId, place.Town.SeatB, place.Town.TenantA, MandateScope.Until, Until: until));
        using var visitor = await Visitor.SignedIn(place.App, place.Town.TenantA, "zh-CN");
        var (_, form) = await visitor.Form($"/votes/{voteId}/ballot?seat={place.Town.SeatB}", "CastBallot");
        place.App.Clock.SetUtcNow(until);

        var answer = await visitor.Submit(form, ("choice", "yes"));

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Contains(new MandateExpired().Message.Zh, answer.Words, StringComparison.Ordinal);
        Assert.Null(await place.BallotOf(voteId, place.Town.SeatB));
    }

    [Fact]
    public async Task A_roll_of_nobody_and_a_measure_nobody_has_open_no_vote()
    {
        await using var nobody = await VoteTown.Found();
        await nobody.App.Db(async db => await db.SeatEntries.ExecuteDeleteAsync());
        await Told(nobody, "council.simple-majority", "RollIsEmpty");
        await using var place = await VoteTown.Found("fr.1965.25");
        var voteId = await place.Create();

        var refusal = Assert.IsType<MeasureNobodyHas>((await place.App.SendAsProcess(new FreezeRollCommand(voteId))).Refusal);

        Assert.Equal("MeasureNobodyHas", refusal.Code);
        Assert.Contains("“sh”", refusal.Message.Zh, StringComparison.Ordinal);
        Assert.Contains("counts by sh", refusal.Message.En, StringComparison.Ordinal);
        Assert.Equal(VoteStage.Planned, (await place.Vote(voteId)).Stage);
    }

    private static async Task Told(VoteTown place, string rule, string code)
    {
        using var client = await place.App.ClientOf(place.Town.Secretary);
        var sentences = new List<string>();
        foreach (var language in new[] { "en", "zh-CN" })
        {
            client.DefaultRequestHeaders.AcceptLanguage.Clear();
            client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
            using var answer = await client.GetAsync(new Uri($"/api/councils/{place.Town.CouncilId}/rules/{rule}/preview", UriKind.Relative));
            var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
            Assert.Equal((HttpStatusCode.Conflict, code), (answer.StatusCode, problem.GetProperty("code").GetString()));
            sentences.Add(problem.GetProperty("title").GetString()!);
        }

        Assert.NotEqual(sentences[0], sentences[1]);
    }

    private static async Task Refused(VoteTown place, Guid voteId, Guid person, object ballot, HttpStatusCode status, string? code)
    {
        var before = await place.App.Db(db => db.BallotRecords.CountAsync());
        using var client = await place.App.ClientOf(person);
        var sentences = new List<string>();
        foreach (var language in new[] { "en", "zh-CN" })
        {
            client.DefaultRequestHeaders.AcceptLanguage.Clear();
            client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
            using var answer = await Post(client, voteId, ballot);
            var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
            Assert.Equal(status, answer.StatusCode);
            Assert.Equal(code ?? problem.GetProperty("code").GetString(), problem.GetProperty("code").GetString());
            sentences.Add(problem.GetProperty("title").GetString()!);
        }

        Assert.NotEqual(sentences[0], sentences[1]);
        Assert.Equal(before, await place.App.Db(db => db.BallotRecords.CountAsync()));
    }

    private static Task<HttpResponseMessage> Post(HttpClient client, Guid voteId, object ballot) => client.PostAsJsonAsync($"/api/votes/{voteId}/ballots", ballot);
}
