using System.Net;
using Cohesion.Governance.Domain.FollowUps;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Web;

public sealed class FollowUpPagesTests
{
    [Fact]
    public async Task An_action_is_assigned_by_form_with_the_councils_time()
    {
        await using var promise = await Promise.Resolved();
        using var visitor = await Visitor.SignedIn(promise.App, promise.Town.Secretary);
        var (page, form) = await visitor.Form($"/councils/{promise.Town.CouncilId}/actions", $"AssignFollowUp-{promise.Resolutions[0]}");

        var answer = await visitor.Submit(
            form, ("title", "Order the elevator"), ("ownerPersonId", promise.Town.Property.ToString()), ("dueAt", "2026-12-01T18:00"));

        var action = await promise.App.Db(db => db.FollowUps.AsNoTracking().SingleAsync());
        Assert.Contains("Resolutions without an action", page.Words, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.SeeOther, $"/follow-ups/{action.Id}"), (answer.Status, answer.Location));
        Assert.Equal(new DateTimeOffset(2026, 12, 1, 10, 0, 0, TimeSpan.Zero), action.DueAt);
    }

    [Fact]
    public async Task That_nothing_needs_doing_is_for_the_secretary_alone()
    {
        await using var promise = await Promise.Resolved();
        var path = $"/councils/{promise.Town.CouncilId}/actions";
        using var secretary = await Visitor.SignedIn(promise.App, promise.Town.Secretary);
        using var committee = await Visitor.SignedIn(promise.App, promise.Town.PartyCommittee);
        using var tenant = await Visitor.SignedIn(promise.App, promise.Town.TenantA);

        Assert.NotNull((await secretary.Get(path)).Document.GetElementById($"DeclareNoActionNeeded-{promise.Resolutions[1]}"));
        var committees = await committee.Get(path);
        Assert.NotNull(committees.Document.GetElementById($"AssignFollowUp-{promise.Resolutions[1]}"));
        Assert.Null(committees.Document.GetElementById($"DeclareNoActionNeeded-{promise.Resolutions[1]}"));
        Assert.Null((await tenant.Get(path)).Document.GetElementById("assign"));
    }

    [Fact]
    public async Task A_declined_form_without_a_reason_comes_back_and_the_reason_is_told()
    {
        await using var promise = await Promise.Resolved();
        var id = await promise.Assign();
        using var visitor = await Visitor.SignedIn(promise.App, promise.Town.Property);
        var (_, form) = await visitor.Form($"/follow-ups/{id}", "DeclineFollowUp");
        var tooLong = new string('x', 1001);

        var refused = await visitor.Submit(form, ("reason", tooLong));
        var done = await visitor.Submit(refused.Form("DeclineFollowUp"), ("reason", "Not our lift"));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(tooLong, refused.Document.QuerySelector("#DeclineFollowUp textarea")!.TextContent.TrimStart('\n'));
        Assert.Equal(HttpStatusCode.SeeOther, done.Status);
        Assert.Equal(FollowUpStage.Declined, (await promise.Action(id)).Stage);
        Assert.Contains("Not our lift", (await visitor.Get($"/follow-ups/{id}")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task From_evidence_to_the_word_of_one_who_asked_by_forms_alone()
    {
        await using var promise = await Promise.Resolved();
        var id = await promise.Accepted();
        using var owner = await Visitor.SignedIn(promise.App, promise.Town.Property);
        using var asker = await Visitor.SignedIn(promise.App, promise.Town.TenantA);

        await owner.Submit((await owner.Form($"/follow-ups/{id}", "SubmitEvidence")).Form, ("text", "It runs since Monday"));
        var (page, confirm) = await asker.Form($"/follow-ups/{id}", "ConfirmFollowUp");
        var answer = await asker.Submit(confirm, ("kept", "true"), ("note", "Seen"));

        Assert.Contains("It runs since Monday", page.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        Assert.Equal(
            (promise.Town.TenantA, true),
            await promise.App.Db(async db => await db.Confirmations.Select(c => ValueTuple.Create(c.ByPersonId, c.Kept)).SingleAsync()));
    }

    [Fact]
    public async Task Forms_are_only_for_those_who_may_send_them()
    {
        await using var promise = await Promise.Resolved();
        var id = await promise.Assign();
        using var observer = await Visitor.SignedIn(promise.App, promise.Town.Observer);
        using var secretary = await Visitor.SignedIn(promise.App, promise.Town.Secretary);

        var seen = await observer.Get($"/follow-ups/{id}");
        var changed = await secretary.Get($"/follow-ups/{id}");

        Assert.DoesNotContain(seen.Document.Forms, f => f.GetAttribute("action")!.StartsWith("/do/", StringComparison.Ordinal));
        Assert.Null(changed.Document.GetElementById("AcceptFollowUp"));
        Assert.NotNull(changed.Document.GetElementById("ExtendFollowUp"));
    }

    [Theory]
    [InlineData("en", "overdue", "with the party committee")]
    [InlineData("zh-CN", "已逾期", "已上报楼宇党委")]
    public async Task What_is_late_stands_first_with_the_rung_it_has_come_to(string language, string late, string rung)
    {
        await using var promise = await Promise.Resolved();
        var soon = await promise.Accepted(days: 2);
        await promise.Assign(days: 30, title: "Later");
        promise.App.Clock.Advance(TimeSpan.FromDays(5.5));
        foreach (var level in new[] { 1, 2, 3 })
        {
            await promise.App.SendAsProcess(new Server.Features.FollowUps.ChaseFollowUp.ChaseFollowUpCommand(soon, level, "owner,PartyCommitteeMember"));
        }

        using var visitor = await Visitor.SignedIn(promise.App, promise.Town.Observer, language);
        var board = await visitor.Get($"/councils/{promise.Town.CouncilId}/actions");
        var page = await visitor.Get($"/follow-ups/{soon}");

        Assert.Equal($"/follow-ups/{soon}", board.Document.QuerySelector("a[href^='/follow-ups/']")!.GetAttribute("href"));
        Assert.Contains(late, board.Words, StringComparison.Ordinal);
        Assert.Contains(rung, board.Words, StringComparison.Ordinal);
        Assert.Contains(late, page.Words, StringComparison.Ordinal);
        Assert.Contains(language == "en" ? "3 days late" : "逾期 3 天", page.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?overdue=true", 0)]
    [InlineData("?stage=accepted", 1)]
    [InlineData("?stage=accepted&by=owner", 1)]
    [InlineData("?stage=nonsense", 2)]
    public async Task Filters_are_links(string query, int shown)
    {
        await using var promise = await Promise.Resolved();
        await promise.Accepted();
        await promise.Assign(title: "Another");
        using var visitor = await Visitor.SignedIn(promise.App, promise.Town.Observer);

        var board = await visitor.Get($"/councils/{promise.Town.CouncilId}/actions{query}");

        Assert.Equal(shown, board.Document.QuerySelectorAll("a[href^='/follow-ups/']").Length);
    }

    [Theory]
    [InlineData("/follow-ups/{0}")]
    [InlineData("/councils/{1}/actions")]
    public async Task Somebody_of_another_council_finds_nothing(string path)
    {
        await using var promise = await Promise.Resolved();
        var id = await promise.Assign();
        using var visitor = await Visitor.SignedIn(promise.App, promise.Town.Outsider);

        var page = await visitor.Get(string.Format(System.Globalization.CultureInfo.InvariantCulture, path, id, promise.Town.CouncilId));

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.DoesNotContain("Order the elevator", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Photographs_are_handed_in_by_form_and_shown_with_their_words()
    {
        await using var promise = await Promise.Resolved();
        var id = await promise.Accepted();
        using var owner = await Visitor.SignedIn(promise.App, promise.Town.Property);
        var (_, form) = await owner.Form($"/follow-ups/{id}", "SubmitEvidence");

        var answer = await owner.Upload(form, "photographs[0].content@photo", Pictures.FromTelephone(6), ("text", "It runs"), ("photographs[0].alt", "The new lift"));

        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        var image = (await owner.Get($"/follow-ups/{id}")).Document.QuerySelector(".photographs img")!;
        Assert.Equal(("The new lift", "160", "320"), (image.GetAttribute("alt"), image.GetAttribute("width"), image.GetAttribute("height")));
        Assert.Equal(HttpStatusCode.OK, (await owner.Get(image.GetAttribute("src")!)).Status);
    }

    [Theory]
    [InlineData("en", "HEIC")]
    [InlineData("zh-CN", "兼容性最佳")]
    public async Task What_is_no_photograph_is_said_beside_its_field_and_the_words_stay(string language, string says)
    {
        await using var promise = await Promise.Resolved();
        var id = await promise.Accepted();
        using var owner = await Visitor.SignedIn(promise.App, promise.Town.Property, language);
        var (_, form) = await owner.Form($"/follow-ups/{id}", "SubmitEvidence");

        var refused = await owner.Upload(form, "photographs[0].content@photo", Pictures.Heic(), ("text", "It runs"), ("photographs[0].alt", "The lift"));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains(says, refused.Document.QuerySelector("[id='SubmitEvidence-photographs-0-content@photo-error'], .field.wrong .error")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("The lift", refused.Text, StringComparison.Ordinal);
        Assert.False(await promise.App.Db(db => db.Evidence.AnyAsync()));
    }

    [Fact]
    public async Task Words_without_their_photograph_are_asked_about()
    {
        await using var promise = await Promise.Resolved();
        var id = await promise.Accepted();
        using var owner = await Visitor.SignedIn(promise.App, promise.Town.Property);
        var (_, form) = await owner.Form($"/follow-ups/{id}", "SubmitEvidence");

        var refused = await owner.Upload(form, "photographs[0].content@photo", [], ("text", "It runs"), ("photographs[1].alt", "The lift"));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("Choose the photograph", refused.Words, StringComparison.Ordinal);
    }
}
