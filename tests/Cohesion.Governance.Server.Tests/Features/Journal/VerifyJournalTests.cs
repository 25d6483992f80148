using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Cohesion.Governance.Server.Features.Journal.VerifyJournal;
using Cohesion.Governance.Server.Features.Needs.RaiseNeed;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Journal;

public sealed class VerifyJournalTests
{
    [Fact]
    public async Task A_journal_nobody_touched_is_intact()
    {
        var (app, town) = await Three();
        await using var _ = app;

        var verdict = (await app.Send(town.Auditor, new VerifyJournalQuery(town.CouncilId))).Value;

        Assert.Equal((true, 3L, (long?)null), (verdict.Intact, verdict.Entries, verdict.FirstBroken));
        Assert.Equal(await app.Db(db => db.Journal.Where(j => j.Sequence == 3).Select(j => j.Hash).SingleAsync()), verdict.LastHash);
    }

    [Fact]
    public async Task A_changed_entry_is_named()
    {
        var (app, town) = await Three();
        await using var _ = app;
        await app.Db(db => db.Database.ExecuteSqlAsync($"UPDATE Journal SET Content = replace(Content, 'Need 2', 'Need X') WHERE Sequence = 2"));

        Assert.Equal((false, (long?)2), await Verdict(app, town));
    }

    [Fact]
    public async Task An_entry_taken_out_is_missed_in_the_middle_and_at_the_end()
    {
        var (app, town) = await Three();
        await using var _ = app;
        await app.Db(db => db.Database.ExecuteSqlAsync($"DELETE FROM Journal WHERE Sequence = 3"));
        Assert.Equal((false, (long?)3), await Verdict(app, town));

        await app.Db(db => db.Database.ExecuteSqlAsync($"DELETE FROM Journal WHERE Sequence = 1"));
        Assert.Equal((false, (long?)1), await Verdict(app, town));
    }

    [Fact]
    public async Task An_entry_whose_hash_was_made_to_fit_breaks_the_next()
    {
        var (app, town) = await Three();
        await using var _ = app;
        var second = await app.Db(db => db.Journal.AsNoTracking().SingleAsync(j => j.Sequence == 2));
        var forged = Domain.Journal.JournalEntry.Create(
            second.CouncilId, 2, second.At, second.PersonId, second.Command, second.SubjectId, second.Content.Replace("Need 2", "Need X", StringComparison.Ordinal), second.PreviousHash);
        await app.Db(db => db.Database.ExecuteSqlAsync($"UPDATE Journal SET Content = {forged.Content}, Hash = {forged.Hash} WHERE Sequence = 2"));

        Assert.Equal((false, (long?)3), await Verdict(app, town));
    }

    [Fact]
    public async Task Outsiders_are_refused()
    {
        var (app, town) = await Three();
        await using var _ = app;

        Assert.IsType<NotFound>((await app.Send(town.Outsider, new VerifyJournalQuery(town.CouncilId))).Refusal);
        Assert.IsType<SignInNeeded>((await app.Send(null, new VerifyJournalQuery(town.CouncilId))).Refusal);
    }

    private static async Task<(bool Intact, long? FirstBroken)> Verdict(GovernanceApp app, Town town)
    {
        var verdict = (await app.Send(town.Auditor, new VerifyJournalQuery(town.CouncilId))).Value;
        return (verdict.Intact, verdict.FirstBroken);
    }

    private static async Task<(GovernanceApp App, Town Town)> Three()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        for (var i = 1; i <= 3; i++)
        {
            await app.Send(town.TenantA, new RaiseNeedCommand(town.CouncilId, $"Need {i}"));
        }

        return (app, town);
    }
}
