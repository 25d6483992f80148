using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Persistence;

public sealed class RowInsertsTests
{
    private static readonly Guid Vote = Guid.Parse("01900000-0000-7000-8000-000000000001");

    [Fact]
    public async Task Every_kind_of_value_comes_back_as_it_went_in_first_or_after_another_row()
    {
        await using var app = new GovernanceApp();
        var full = Record(app, "AAAA-AAAA") with
        {
            SetAsideFor = SetAsideReason.PaperStands, VoiceOfPersonId = Guid.CreateVersion7(), MandateId = Guid.CreateVersion7(), EntryId = Guid.CreateVersion7(),
            AgreementReason = "他们当面说的；\"both\" said so", AgreementHash = new string('a', 64),
        };
        var bare = Record(app, "BBBB-BBBB");

        Assert.True(await Run(app, db => Insert(db, full, bare), keep: true));

        await app.Db(async db =>
        {
            var read = await db.BallotRecords.AsNoTracking().OrderBy(r => r.Receipt).ToListAsync();
            Assert.Equal([full, bare], read.Select(Values.Of));
        });
    }

    [Fact]
    public async Task What_is_not_kept_leaves_no_row_behind_and_neither_does_the_next_work_of_the_same_context()
    {
        await using var app = new GovernanceApp();
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GovernanceDbContext>();
        var work = scope.ServiceProvider.GetRequiredService<UnitOfWork>();

        await work.Run(_ => Task.FromResult(Insert(db, Record(app, "AAAA-AAAA"))), _ => false, CancellationToken.None);
        await work.Run(_ => Task.FromResult(Insert(db, Record(app, "BBBB-BBBB"))), _ => true, CancellationToken.None);

        Assert.Equal(["BBBB-BBBB"], await app.Db(read => read.BallotRecords.Select(r => r.Receipt).ToListAsync()));
    }

    [Fact]
    public async Task A_row_that_is_there_already_is_a_lost_race_and_is_tried_again()
    {
        await using var app = new GovernanceApp();
        await Run(app, db => Insert(db, Record(app, "AAAA-AAAA")), keep: true);

        var tries = 0;
        await Run(app, db => Insert(db, Record(app, ++tries == 1 ? "AAAA-AAAA" : "BBBB-BBBB"), Record(app, "CCCC-CCCC")), keep: true);

        Assert.Equal(2, tries);
        Assert.Equal(["AAAA-AAAA", "BBBB-BBBB", "CCCC-CCCC"], await app.Db(db => db.BallotRecords.OrderBy(r => r.Receipt).Select(r => r.Receipt).ToListAsync()));
    }

    [Fact]
    public async Task Without_a_transaction_they_are_refused()
    {
        await using var app = new GovernanceApp();
        await using var scope = app.Services.CreateAsyncScope();
        var alone = scope.ServiceProvider.GetRequiredService<GovernanceDbContext>();
        Insert(alone, Record(app, "AAAA-AAAA"));

        await Assert.ThrowsAsync<InvalidOperationException>(() => alone.SaveChangesAsync());

        Assert.Equal(0, await app.Db(db => db.BallotRecords.CountAsync()));
    }

    private static bool Insert(GovernanceDbContext db, params IEnumerable<Values> rows)
    {
        foreach (var row in rows)
        {
            db.Inserts.Add(row.Row());
        }

        return true;
    }

    private static async Task<bool> Run(GovernanceApp app, Func<GovernanceDbContext, bool> work, bool keep)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GovernanceDbContext>();
        return await scope.ServiceProvider.GetRequiredService<UnitOfWork>().Run(_ => Task.FromResult(work(db)), _ => keep, CancellationToken.None);
    }

    private static Values Record(GovernanceApp app, string receipt) => new(
        Guid.CreateVersion7(app.Clock.GetUtcNow()), Vote, Guid.CreateVersion7(), BallotChoice.Abstain, BallotChannel.Visit, Guid.CreateVersion7(),
        app.Clock.GetUtcNow().AddTicks(7), receipt, app.Clock.GetUtcNow().AddDays(-1));

    /// <summary>A ballot record's columns, compared one by one.</summary>
    private sealed record Values(
        Guid Id, Guid VoteId, Guid SeatId, BallotChoice Choice, BallotChannel Channel, Guid CastByPersonId, DateTimeOffset CastAt, string Receipt, DateTimeOffset TakenAt)
    {
        public SetAsideReason? SetAsideFor { get; init; }
        public Guid? VoiceOfPersonId { get; init; }
        public Guid? MandateId { get; init; }
        public Guid? EntryId { get; init; }
        public string? AgreementReason { get; init; }
        public string? AgreementHash { get; init; }

        public static Values Of(BallotRecord r) => new(r.Id, r.VoteId, r.SeatId, r.Choice, r.Channel, r.CastByPersonId, r.CastAt, r.Receipt, r.TakenAt)
        {
            SetAsideFor = r.SetAsideFor, VoiceOfPersonId = r.VoiceOfPersonId, MandateId = r.MandateId, EntryId = r.EntryId,
            AgreementReason = r.AgreementReason, AgreementHash = r.AgreementHash,
        };

        public BallotRecord Row() => new()
        {
            Id = Id, VoteId = VoteId, SeatId = SeatId, Choice = Choice, Channel = Channel, CastByPersonId = CastByPersonId, CastAt = CastAt, Receipt = Receipt,
            TakenAt = TakenAt, SetAsideFor = SetAsideFor, VoiceOfPersonId = VoiceOfPersonId, MandateId = MandateId, EntryId = EntryId,
            AgreementReason = AgreementReason, AgreementHash = AgreementHash,
        };
    }
}
