using Cohesion.Governance.Domain.Journal;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Journal.SealJournals;
using Cohesion.Governance.Server.Features.Journal.VerifyJournal;
using Cohesion.Governance.Server.Features.Needs.RaiseNeed;
using Cohesion.Governance.Server.Features.Votes.ExcludeSeat;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Tests.Features.Votes;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Journal;

public sealed class VerifyJournalTests
{
    [Fact]
    public async Task A_journal_nobody_touched_is_intact()
    {
        var (app, town) = await Three();
        await using var _ = app;

        var verdict = await Verdict(app, town);

        Assert.Empty(verdict.Findings);
        Assert.Equal((true, 4L, (long?)null), (verdict.Intact, verdict.Entries, verdict.FirstBroken));
        Assert.Equal(await app.Db(db => db.Journal.Where(j => j.Sequence == 4).Select(j => j.Hash).SingleAsync()), verdict.LastHash);
    }

    [Fact]
    public async Task A_vote_with_everything_that_can_happen_to_it_leaves_no_row_unaccounted_for()
    {
        await using var place = await CountedVote();

        var verdict = await Verdict(place.App, place.Town);

        Assert.Empty(verdict.Findings);
        Assert.True(verdict.Rows > 20);
    }

    [Fact]
    public async Task A_changed_entry_is_named()
    {
        var (app, town) = await Three();
        await using var _ = app;
        await Sql(app, $"UPDATE Journal SET Content = replace(Content, 'Need 2', 'Need X') WHERE Sequence = 3");

        Assert.Equal((false, (long?)3), await Chain(app, town));
    }

    [Fact]
    public async Task An_entry_taken_out_is_missed_in_the_middle_and_at_the_end()
    {
        var (app, town) = await Three();
        await using var _ = app;
        await Sql(app, $"DELETE FROM Journal WHERE Sequence = 4");
        Assert.Equal((false, (long?)4), await Chain(app, town));

        await Sql(app, $"DELETE FROM Journal WHERE Sequence = 2");
        Assert.Equal((false, (long?)2), await Chain(app, town));
    }

    [Fact]
    public async Task Two_entries_that_changed_places_are_found()
    {
        var (app, town) = await Three();
        await using var _ = app;
        await Sql(app, $"UPDATE Journal SET Sequence = 99 WHERE Sequence = 2");
        await Sql(app, $"UPDATE Journal SET Sequence = 2 WHERE Sequence = 3");
        await Sql(app, $"UPDATE Journal SET Sequence = 3 WHERE Sequence = 99");

        Assert.Equal((false, (long?)2), await Chain(app, town));
    }

    [Fact]
    public async Task An_entry_whose_hash_was_made_to_fit_breaks_the_next()
    {
        var (app, town) = await Three();
        await using var _ = app;
        var second = await app.Db(db => db.Journal.AsNoTracking().SingleAsync(j => j.Sequence == 3));
        var forged = Renewed(second, second.Content.Replace("Need 2", "Need X", StringComparison.Ordinal), second.PreviousHash);
        await Sql(app, $"UPDATE Journal SET Content = {forged.Content}, Hash = {forged.Hash} WHERE Sequence = 3");

        Assert.Equal((false, (long?)4), await Chain(app, town));
    }

    [Fact]
    public async Task A_ballot_altered_in_the_database_is_named_with_the_entry_that_last_wrote_it()
    {
        await using var place = await CountedVote();
        await Sql(place.App, $"UPDATE Ballots SET Choice = 'No' WHERE SeatId = {place.Town.SeatA}");

        var finding = Assert.Single((await Verdict(place.App, place.Town)).Findings);

        Assert.Equal((TamperKind.RowAltered, "Ballots"), (finding.Kind, finding.Table));
        Assert.EndsWith("/" + place.Town.SeatA.ToString("D"), finding.Key, StringComparison.Ordinal);
        var entry = await place.App.Db(db => db.Journal.Where(j => j.Command == "CastBallot" && j.PersonId == place.Town.TenantA).MaxAsync(j => j.Sequence));
        Assert.Contains($"entry {entry} ", finding.Text.En, StringComparison.Ordinal);
        Assert.Contains("选票", finding.Text.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_deleted_and_a_row_put_in_are_named()
    {
        await using var place = await CountedVote();
        await Sql(place.App, $"DELETE FROM BallotRecords WHERE SeatId = {place.Town.SeatB}");
        var forged = Guid.CreateVersion7(place.App.Clock.GetUtcNow());
        await Sql(place.App, $"INSERT INTO BallotRecords (Id, VoteId, SeatId, Choice, Channel, CastByPersonId, CastAt, Receipt) SELECT {forged}, VoteId, SeatId, 'No', Channel, CastByPersonId, CastAt, '0000-0000-0000' FROM Ballots WHERE SeatId = {place.Town.SeatC}");

        var findings = (await Verdict(place.App, place.Town)).Findings;

        Assert.Equal(
            [(TamperKind.RowAdded, "BallotRecords", forged.ToString("D")), (TamperKind.RowRemoved, "BallotRecords", findings[1].Key)],
            findings.Select(f => (f.Kind, f.Table!, f.Key)));
    }

    [Theory]
    [InlineData("Votes", "UPDATE Votes SET Outcome = 'Rejected'")]
    [InlineData("Votes", "UPDATE Votes SET BallotsRoot = replace(BallotsRoot, substr(BallotsRoot, 1, 4), '0000')")]
    [InlineData("RollEntries", "UPDATE RollEntries SET Measures = 'area=1;heads=1' WHERE Label = 'Galaxy Tech'")]
    [InlineData("RollEntries", "UPDATE RollEntries SET ToldAt = NULL WHERE Label = 'Galaxy Tech'")]
    [InlineData("SeatEntries", "UPDATE SeatEntries SET Label = 'Milky Way' WHERE Label = 'Galaxy Tech'")]
    [InlineData("Councils", "UPDATE Councils SET NoticeDays = 1")]
    [InlineData("Councils", "UPDATE Councils SET Name_Zh = '别的议事会'")]
    [InlineData("OfficeHoldings", "UPDATE OfficeHoldings SET Until = 1 WHERE Office = 'CouncilSecretary'")]
    public async Task Every_table_of_the_record_is_watched(string table, string tampering)
    {
        await using var place = await CountedVote();
        await place.App.Db(db => db.Database.ExecuteSqlRawAsync(tampering));

        Assert.All((await Verdict(place.App, place.Town)).Findings, f => Assert.Equal((TamperKind.RowAltered, table), (f.Kind, f.Table)));
        Assert.False((await Verdict(place.App, place.Town)).Intact);
    }

    [Fact]
    public async Task Digests_that_were_made_to_fit_an_altered_row_betray_themselves()
    {
        await using var place = await CountedVote();
        await Sql(place.App, $"UPDATE Ballots SET Choice = 'No' WHERE SeatId = {place.Town.SeatA}");
        var digest = await place.App.Db(async db => RowShape.Of(db.Model.FindEntityType(typeof(Ballot))!)
            .DigestOf(await db.Ballots.AsNoTracking().SingleAsync(b => b.SeatId == place.Town.SeatA)));
        var rows = await place.App.Db(async db => (await db.JournalRows.AsNoTracking().ToListAsync()).Last(r => r.Text.Contains($"{digest.Table}\t{digest.Key}", StringComparison.Ordinal)));
        var fitted = JournalRows.TextOf(JournalRows.Read(rows.Text).Select(r => r.Table == digest.Table && r.Key == digest.Key ? digest : r));
        await Sql(place.App, $"UPDATE JournalRows SET Text = {fitted} WHERE Sequence = {rows.Sequence}");

        var finding = Assert.Single((await Verdict(place.App, place.Town)).Findings);

        Assert.Equal((TamperKind.RowsBroken, $"{rows.Sequence}"), (finding.Kind, finding.Key));
    }

    [Fact]
    public async Task A_journal_rewritten_to_the_last_hash_does_not_fit_its_seal()
    {
        var (app, town) = await Three();
        await using var _ = app;
        app.Clock.Advance(TimeSpan.FromDays(1));
        var line = Assert.Single((await app.SendAsProcess(new SealJournalsCommand())).Value.Lines);
        await Rewrite(app, town);

        var verdict = await Verdict(app, town);

        Assert.Null(verdict.FirstBroken);
        Assert.Equal(TamperKind.Rewritten, Assert.Single(verdict.Findings).Kind);

        // Without its seals it passes for whole, were it not for the line somebody noted down.
        await Sql(app, $"DELETE FROM JournalSeals");
        Assert.True((await Verdict(app, town)).Intact);
        var against = (await app.Send(town.Auditor, new VerifyJournalQuery(town.CouncilId, line))).Value;
        Assert.Equal(TamperKind.Rewritten, Assert.Single(against.Findings).Kind);
    }

    [Fact]
    public async Task A_seal_made_without_the_key_is_found()
    {
        var (app, town) = await Three();
        await using var _ = app;
        app.Clock.Advance(TimeSpan.FromDays(1));
        await app.SendAsProcess(new SealJournalsCommand());
        await Rewrite(app, town);
        using var own = Domain.Proof.SigningProofKey.Create();
        var head = await app.Db(db => db.JournalHeads.AsNoTracking().SingleAsync());
        var forged = JournalSeal.Create(town.CouncilId, "2026-11-02", head.Sequence, head.Hash, app.Clock.GetUtcNow(), own);
        await Sql(app, $"UPDATE JournalSeals SET Hash = {forged.Hash}, KeyId = {forged.KeyId}, Signature = {forged.Signature}");

        Assert.Equal(TamperKind.SealForged, Assert.Single((await Verdict(app, town)).Findings).Kind);
    }

    [Fact]
    public async Task Entries_that_no_seal_covers_after_days_are_told()
    {
        var (app, town) = await Three();
        await using var _ = app;
        Assert.Null((await Verdict(app, town)).UnsealedSince);

        app.Clock.Advance(TimeSpan.FromDays(4));
        Assert.Equal(GovernanceApp.Begin, (await Verdict(app, town)).UnsealedSince);

        await app.SendAsProcess(new SealJournalsCommand());
        var verdict = await Verdict(app, town);
        Assert.Equal((null, 4L, 1), (verdict.UnsealedSince, verdict.SealedUpTo, verdict.Seals));
    }

    [Fact]
    public async Task A_line_that_is_no_seal_is_refused_with_the_form_it_should_have()
    {
        var (app, town) = await Three();
        await using var _ = app;

        Assert.IsType<InvalidRequest>((await app.Send(town.Auditor, new VerifyJournalQuery(town.CouncilId, "17 abc"))).Refusal);
    }

    [Fact]
    public async Task Outsiders_are_refused()
    {
        var (app, town) = await Three();
        await using var _ = app;

        Assert.IsType<NotFound>((await app.Send(town.Outsider, new VerifyJournalQuery(town.CouncilId))).Refusal);
        Assert.IsType<SignInNeeded>((await app.Send(null, new VerifyJournalQuery(town.CouncilId))).Refusal);
    }

    private static async Task<JournalVerdict> Verdict(GovernanceApp app, Town town) => (await app.Send(town.Auditor, new VerifyJournalQuery(town.CouncilId))).Value;

    private static async Task<(bool Intact, long? FirstBroken)> Chain(GovernanceApp app, Town town)
    {
        var verdict = await Verdict(app, town);
        return (verdict.Intact, verdict.FirstBroken);
    }

    private static Task Sql(GovernanceApp app, FormattableString sql) => app.Db(db => db.Database.ExecuteSqlAsync(sql));

    // Somebody with the database and this program, but not the key, makes need 2 another and all hashes after it fit.
    private static Task Rewrite(GovernanceApp app, Town town) => app.Db(async db =>
    {
        var previous = JournalEntry.Genesis;
        foreach (var entry in await db.Journal.AsNoTracking().Where(e => e.CouncilId == town.CouncilId).OrderBy(e => e.Sequence).ToListAsync())
        {
            var renewed = Renewed(entry, entry.Content.Replace("Need 2", "Need X", StringComparison.Ordinal), previous);
            await db.Journal.Where(e => e.CouncilId == town.CouncilId && e.Sequence == entry.Sequence).ExecuteUpdateAsync(set => set
                .SetProperty(e => e.Content, renewed.Content).SetProperty(e => e.PreviousHash, previous).SetProperty(e => e.Hash, renewed.Hash));
            previous = renewed.Hash;
        }

        await db.JournalHeads.ExecuteUpdateAsync(set => set.SetProperty(h => h.Hash, previous));
    });

    private static JournalEntry Renewed(JournalEntry entry, string content, string previous) => JournalEntry.Create(
        entry.CouncilId, entry.Sequence, entry.At, entry.PersonId, entry.Command, entry.SubjectId, content, entry.RowsHash, previous);

    private static async Task<(GovernanceApp App, Town Town)> Three()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await app.Adopt(town.CouncilId);
        for (var i = 1; i <= 3; i++)
        {
            await app.Send(town.TenantA, new RaiseNeedCommand(town.CouncilId, $"Need {i}"));
        }

        return (app, town);
    }

    private static async Task<VoteTown> CountedVote()
    {
        var place = await VoteTown.Found();
        await place.App.Adopt(place.Town.CouncilId);
        var voteId = await place.Open();
        await place.CastAll(voteId, a: BallotChoice.No);
        await place.Cast(voteId, place.Town.TenantA, place.Town.SeatA, BallotChoice.Yes);
        Assert.True((await place.App.Send(place.Town.Secretary, new ExcludeSeatCommand(voteId, place.Town.SeatC, "arrears", "Fees."))).IsGranted);
        await place.Count(voteId);
        return place;
    }
}
