using System.Security.Cryptography;
using Cohesion.Governance.Domain.FollowUps;
using Cohesion.Governance.Server.Features.FollowUps.CancelFollowUp;
using Cohesion.Governance.Server.Features.FollowUps.ConfirmFollowUp;
using Cohesion.Governance.Server.Features.FollowUps.SubmitEvidence;
using Cohesion.Governance.Server.Features.Journal.VerifyJournal;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.FollowUps;

public sealed class SubmitEvidenceTests
{
    private const string Hash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    private static SubmitEvidenceCommand Command(Guid id) => new(id, "It runs since Monday", "https://files.example/lift.jpg", Hash);

    [Fact]
    public async Task The_owner_hands_in_what_shows_it_is_done()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Accepted();

        var outcome = await p.App.Send(p.Town.Property, Command(id));

        var evidence = await p.App.Db(db => db.Evidence.SingleAsync());
        Assert.Equal((outcome.Value, Hash, p.Town.Property, 0), (evidence.Id, evidence.Sha256, evidence.ByPersonId, evidence.Round));
        Assert.Equal(FollowUpStage.Evidenced, (await p.Action(id)).Stage);
        Assert.Equal(["followup.answered", "followup.evidence"], await p.Signalled(id));
    }

    [Fact]
    public async Task Evidence_before_an_answer_is_an_answer()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Assign();

        await p.App.Send(p.Town.Property, Command(id));

        Assert.Equal(["followup.answered", "followup.evidence"], await p.Signalled(id));
    }

    [Fact]
    public async Task More_may_be_added_while_it_is_being_checked()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Evidenced();

        Assert.True((await p.App.Send(p.Town.Property, Command(id))).IsGranted);
        Assert.Equal(["followup.answered", "followup.evidence"], await p.Signalled(id));
    }

    [Fact]
    public async Task The_secretary_and_the_visiting_worker_enter_what_came_on_paper()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Accepted();

        Assert.True((await p.App.Send(p.Town.VisitingWorker, Command(id))).IsGranted);
        Assert.True((await p.App.Send(p.Town.Secretary, Command(id) with { Text = "Seen on the spot" })).IsGranted);
    }

    [Fact]
    public async Task Sent_twice_it_is_there_once()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Accepted();
        await p.App.Send(p.Town.Property, Command(id));

        Assert.IsType<EvidenceThereAlready>((await p.App.Send(p.Town.Property, Command(id))).Refusal);
        Assert.Equal(1, await p.App.Db(db => db.Evidence.CountAsync()));
    }

    [Fact]
    public async Task Two_at_once_bring_it_before_those_who_asked_once()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Accepted();

        await Task.WhenAll(p.App.Send(p.Town.Property, Command(id)), p.App.Send(p.Town.Property, Command(id) with { Text = "And this" }));

        Assert.Equal(2, await p.App.Db(db => db.Evidence.CountAsync()));
        Assert.Equal(["followup.answered", "followup.evidence"], await p.Signalled(id));
    }

    [Theory]
    [InlineData("https://files.example/lift.jpg", null)]
    [InlineData(null, Hash)]
    [InlineData("https://files.example/lift.jpg", "not a hash")]
    [InlineData("lift.jpg", Hash)]
    [InlineData("javascript:alert(1)", Hash)]
    public async Task Refuses_half_a_reference(string? uri, string? sha256)
    {
        await using var p = await Promise.Resolved();
        var id = await p.Accepted();
        Assert.IsType<EvidenceReferenceIncomplete>((await p.App.Send(p.Town.Property, Command(id) with { Uri = uri, Sha256 = sha256 })).Refusal);
    }

    [Fact]
    public async Task Refuses_everybody_else()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Accepted();

        Assert.IsType<NotTheOwner>((await p.App.Send(p.Town.TenantA, Command(id))).Refusal);
        await p.IsNotForOutsiders(Command(id));
    }

    [Fact]
    public async Task Refuses_a_declined_action_and_one_that_has_ended()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Declined();
        Assert.IsType<FollowUpNotOpen>((await p.App.Send(p.Town.Property, Command(id))).Refusal);

        await p.App.Send(p.Town.Secretary, new CancelFollowUpCommand(id, "Not needed"));
        Assert.IsType<FollowUpNotOpen>((await p.App.Send(p.Town.Property, Command(id))).Refusal);
    }

    [Fact]
    public async Task Refuses_once_it_has_been_found()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Evidenced();
        await p.App.Send(p.Town.TenantA, new ConfirmFollowUpCommand(id, false, "It stands still"));

        Assert.IsType<EvidenceUnderReview>((await p.App.Send(p.Town.Property, Command(id))).Refusal);
    }

    [Fact]
    public async Task Refuses_without_words()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Accepted();
        Assert.IsType<InvalidRequest>((await p.App.Send(p.Town.Property, Command(id) with { Text = " " })).Refusal);
    }

    private static PhotographInput Photograph(byte[]? file = null, string? alt = null) => new(Convert.ToBase64String(file ?? Pictures.FromTelephone()), alt);

    [Fact]
    public async Task Photographs_are_kept_with_their_hashes_and_words()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Accepted();

        await p.App.Send(p.Town.Property, Command(id) with { Photographs = [Photograph(alt: " The new lift "), Photograph(Pictures.Png())] });

        var rows = await p.App.Db(db => db.EvidencePhotographs.OrderBy(r => r.Position).ToListAsync());
        Assert.Equal([(1, "The new lift", 400, 200), (2, null, 40, 30)], rows.Select(r => (r.Position, r.Alt, r.Width, r.Height)));
        foreach (var row in rows)
        {
            var bytes = await p.App.Db(db => db.PhotographBytes.SingleAsync(b => b.PhotographId == row.Id));
            Assert.Equal(row.Sha256, Convert.ToHexStringLower(SHA256.HashData(bytes.View)));
            Assert.Equal(row.ThumbnailSha256, Convert.ToHexStringLower(SHA256.HashData(bytes.Thumbnail)));
        }
    }

    [Fact]
    public async Task The_journal_binds_the_photographs_and_holds_none()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Accepted();
        await p.App.Send(p.Town.Property, Command(id) with { Photographs = [Photograph()] });
        Assert.DoesNotContain("hotograph", (await p.App.Db(db => db.Journal.OrderBy(e => e.Sequence).LastAsync())).Content, StringComparison.Ordinal);
        var before = (await p.App.Send(p.Town.Auditor, new VerifyJournalQuery(p.Town.CouncilId))).Value.Findings;
        Assert.DoesNotContain(before, f => f.Text.En.Contains("photograph", StringComparison.Ordinal));

        await p.App.Db(db => db.EvidencePhotographs.ExecuteUpdateAsync(r => r.SetProperty(x => x.Sha256, new string('0', 64))));

        var after = (await p.App.Send(p.Town.Auditor, new VerifyJournalQuery(p.Town.CouncilId))).Value.Findings;
        Assert.Contains(after, f => f.Text.En.Contains("photograph", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_photographs_sent_twice_are_there_once()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Accepted();
        var command = Command(id) with { Photographs = [Photograph(), Photograph()] };
        await p.App.Send(p.Town.Property, command);

        Assert.IsType<EvidenceThereAlready>((await p.App.Send(p.Town.Property, command)).Refusal);
        Assert.Equal(1, await p.App.Db(db => db.EvidencePhotographs.CountAsync()));
        Assert.True((await p.App.Send(p.Town.Property, command with { Photographs = [Photograph(Pictures.Png())] })).IsGranted);
    }

    [Fact]
    public async Task Refuses_seven_photographs_and_one_that_is_none()
    {
        await using var p = await Promise.Resolved();
        var id = await p.Accepted();

        var seven = Assert.IsType<InvalidRequest>((await p.App.Send(p.Town.Property, Command(id) with { Photographs = [.. Enumerable.Repeat(Photograph(), 7)] })).Refusal);
        var other = Assert.IsType<InvalidRequest>((await p.App.Send(p.Town.Property, Command(id) with { Photographs = [Photograph(), Photograph("GIF89a"u8.ToArray())] })).Refusal);

        Assert.Equal("photographs", Assert.Single(seven.Errors).Field);
        Assert.Equal("photographs[1].content", Assert.Single(other.Errors).Field);
        Assert.False(await p.App.Db(db => db.EvidencePhotographs.AnyAsync()));
    }
}
