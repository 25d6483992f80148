using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Journal.VerifyJournal;
using Cohesion.Governance.Server.Features.Votes;
using Cohesion.Governance.Server.Features.Votes.FreezeRoll;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Votes;

/// <summary>A vote with more seats than are saved at once, so that its roll, its notices and its journal entries come in parts.</summary>
public sealed class LargeVoteTests
{
    /// <summary>Seats beside the town's own five.</summary>
    private const int Seats = ManyRows.AtOnce + 200;

    [Fact]
    public async Task Every_seat_of_a_large_register_is_on_the_roll_and_told_once_and_the_journal_binds_them_all()
    {
        await using var place = await Found();
        var voteId = await place.Open();

        var (roll, told, toldTwice) = await place.App.Db(async db => (
            await db.RollEntries.CountAsync(r => r.VoteId == voteId && r.Label.StartsWith("Shop ")),
            await db.RollEntries.CountAsync(r => r.VoteId == voteId && r.Label.StartsWith("Shop ") && r.ToldAt != null),
            await db.Notifications.Where(n => n.Kind == "vote.opened").GroupBy(n => n.PersonId).CountAsync(g => g.Count() > 1)));

        Assert.Equal((Seats, Seats, 0), (roll, told, toldTwice));
        Assert.Equal(Seats + 5, (await place.Vote(voteId)).RollSize);
        var verdict = await Verdict(place);
        Assert.Empty(verdict.Findings);
        Assert.True(verdict.Intact);
    }

    [Fact]
    public async Task A_line_altered_in_a_large_roll_is_named_with_the_entry_that_wrote_it()
    {
        await using var place = await Found();
        var voteId = await place.Create();
        await place.App.SendAsProcess(new FreezeRollCommand(voteId));
        await place.App.Db(db => db.Database.ExecuteSqlAsync($"UPDATE RollEntries SET Label = 'Shop 001a' WHERE Label = 'Shop 001'"));
        var altered = await place.App.Db(db => db.RollEntries.Where(r => r.Label == "Shop 001a").Select(r => r.SeatId).SingleAsync());
        var frozen = await EntryOf(place, "FreezeRoll");

        var finding = Assert.Single((await Verdict(place)).Findings);

        Assert.Equal((TamperKind.RowAltered, "RollEntries", $"{voteId:D}/{altered:D}"), (finding.Kind, finding.Table, finding.Key));
        Assert.Contains($"entry {frozen} ", finding.Text.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DELETE FROM JournalRows WHERE Piece = 1 AND Sequence = {0}")]
    [InlineData("UPDATE JournalRows SET Text = replace(Text, substr(Text, -10, 9), '000000000') WHERE Piece = 0 AND Sequence = {0}")]
    [InlineData("UPDATE JournalRows SET Piece = 9 WHERE Piece = 0 AND Sequence = {0}")]
    public async Task A_piece_of_an_entrys_digests_cannot_be_taken_away_altered_or_moved(string tampering)
    {
        await using var place = await Found();
        await place.App.SendAsProcess(new FreezeRollCommand(await place.Create()));
        var frozen = await EntryOf(place, "FreezeRoll");
        Assert.True(await place.App.Db(db => db.JournalRows.CountAsync(r => r.Sequence == frozen)) > 1);
        await place.App.Db(db => db.Database.ExecuteSqlRawAsync(tampering, frozen));

        Assert.Contains((await Verdict(place)).Findings, f => f.Kind == TamperKind.RowsBroken && f.Key == $"{frozen}");
    }

    [Fact]
    public async Task All_who_ask_before_a_large_vote_was_counted_share_one_count()
    {
        await using var place = await Found();
        var vote = await place.Vote(await place.Open());

        var counts = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            await using var scope = place.App.Services.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<VoteCounts>().Of(vote, CancellationToken.None);
        }));

        Assert.All(counts, c => Assert.Same(counts[0], c));
        Assert.Equal(Seats + 5, counts[0].Turnout.Seats);
    }

    private static Task<long> EntryOf(VoteTown place, string command) =>
        place.App.Db(db => db.Journal.Where(e => e.CouncilId == place.Town.CouncilId && e.Command == command).Select(e => e.Sequence).SingleAsync());

    private static async Task<JournalVerdict> Verdict(VoteTown place) => (await place.App.Send(place.Town.Auditor, new VerifyJournalQuery(place.Town.CouncilId))).Value;

    private static async Task<VoteTown> Found()
    {
        var place = await VoteTown.Found();
        await place.AddSeats(Seats);
        var now = place.App.Clock.GetUtcNow();
        await place.App.Db(async db =>
        {
            foreach (var seat in await db.SeatEntries.Where(s => s.Label.StartsWith("Shop ")).Select(s => s.SeatId).ToListAsync())
            {
                var person = Guid.CreateVersion7(now);
                db.People.Add(new Person { Id = person, Name = LocalText.Same("Shopkeeper"), Language = Language.English });
                db.OfficeHoldings.Add(new OfficeHolding
                {
                    Id = Guid.CreateVersion7(now), PersonId = person, Office = Office.Owner, CouncilId = place.Town.CouncilId, SeatId = seat, Since = now.AddDays(-1),
                });
            }
        });
        await place.App.Adopt(place.Town.CouncilId);
        return place;
    }
}
