using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Features.Votes;
using Cohesion.Governance.Server.Features.Votes.CastBallot;
using Cohesion.Governance.Server.Features.Votes.CheckBallot;
using Cohesion.Governance.Server.Features.Votes.CountVote;
using Cohesion.Governance.Server.Features.Votes.CreateVote;
using Cohesion.Governance.Server.Features.Votes.EnterBallot;
using Cohesion.Governance.Server.Features.Votes.FreezeRoll;
using Cohesion.Governance.Server.Features.Votes.GiveMandate;
using Cohesion.Governance.Server.Features.Votes.OpenBallots;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Votes;

/// <summary>The town with one proposal to vote on, and the vote's own workflow file. Seats: property (0 m²), tenants A (4,820.00 m²), B (3,000.00 m²) and
/// C (1,000.50 m²), street (0 m²); one head each.</summary>
internal sealed class VoteTown : IAsyncDisposable
{
    private VoteTown(GovernanceApp app, Town town, Guid proposalId) => (App, Town, ProposalId) = (app, town, proposalId);

    public GovernanceApp App { get; }

    public Town Town { get; }

    public Guid ProposalId { get; }

    public TallyAnnouncer Announcer => App.Services.GetRequiredService<TallyAnnouncer>();

    /// <param name="rule">Rule pack that decides.</param>
    /// <param name="endsEarly">Whether the council lets votes end as soon as nothing can change.</param>
    /// <param name="policy">Which of two ballots of one seat counts.</param>
    /// <param name="packs">Rule packs in the place of the product's own, as a file of them.</param>
    /// <param name="replacing">Puts other services in the place of the server's own.</param>
    public static async Task<VoteTown> Found(
        string rule = "council.each-bloc-consent", bool endsEarly = false, DuplicatePolicy policy = DuplicatePolicy.OnlinePrevails, string? packs = null,
        Action<IServiceCollection>? replacing = null, IReadOnlyDictionary<string, string>? settings = null)
    {
        var workflows = Workflows();
        if (packs is not null)
        {
            Directory.CreateDirectory(Path.Combine(workflows, "rules"));
            await File.WriteAllTextAsync(Path.Combine(workflows, "rules", "own.json"), packs);
        }

        var app = new GovernanceApp
        {
            WorkflowDirectory = workflows, Replacing = replacing, Settings = settings ?? new Dictionary<string, string>(StringComparer.Ordinal),
        };
        var town = await Harness.Town.Found(app);
        var now = app.Clock.GetUtcNow();
        var proposalId = Guid.CreateVersion7(now);
        await app.Db(async db =>
        {
            var council = await db.Councils.SingleAsync(c => c.Id == town.CouncilId);
            (council.EarlyDecision, council.DuplicatePolicy) = (endsEarly, policy);
            db.Proposals.Add(new Proposal
            {
                Id = proposalId, CouncilId = town.CouncilId, Number = 12, Title = "Add a freight elevator?", RaisedByPersonId = town.Property,
                RaisedAt = now, StageSince = now, Stage = ProposalStage.OnAgenda, TextVersion = 1, RulePack = rule,
            });
        });
        return new(app, town, proposalId);
    }

    /// <summary>A vote whose ballots are open.</summary>
    public async Task<Guid> Open(string window = "P7D", bool secret = false)
    {
        var voteId = await Create(window, secret);
        Assert.True((await App.SendAsProcess(new FreezeRollCommand(voteId))).IsGranted);
        Assert.True((await App.SendAsProcess(new OpenBallotsCommand(voteId, window))).IsGranted);
        return voteId;
    }

    public async Task<Guid> Create(string window = "P7D", bool secret = false) => (await App.SendAsProcess(new CreateVoteCommand(ProposalId, window, secret))).Value;

    public Task<Outcome<BallotReceipt>> Cast(Guid voteId, Guid person, Guid seat, BallotChoice choice) =>
        App.Send(person, new CastBallotCommand(voteId, seat, choice));

    /// <summary>The hash of a scan; any will do.</summary>
    public static readonly string Scan = new('a', 64);

    /// <summary>A simple majority of those taking part, with more properties of a pack.</summary>
    public static string Pack(string properties) =>
        $$"""{ "id": "test.rule", "jurisdiction": "COUNCIL", "title": {"en": "Test"}, "source": "charter", "evidence": "draft", {{properties}}, "rounds": [ { "pass": ["yes.heads > no.heads"] } ] }""";

    /// <summary>The visiting worker enters a paper ballot.</summary>
    public async Task<Guid> Enter(
        Guid voteId, Guid seat, BallotChoice choice, BallotChannel channel = BallotChannel.Paper, DateTimeOffset? takenAt = null, Guid? signedBy = null, Guid? by = null) =>
        (await App.Send(by ?? Town.VisitingWorker, new EnterBallotCommand(
            voteId, seat, choice, channel, "Room 101", takenAt ?? App.Clock.GetUtcNow(), Scan, "Ms He", signedBy))).Value;

    /// <summary>The secretary checks an entry.</summary>
    public Task<Outcome<CheckedEntry>> Check(Guid voteId, Guid entry, BallotChoice choice, Guid? by = null) =>
        App.Send(by ?? Town.Secretary, new CheckBallotCommand(voteId, entry, choice));

    /// <summary>A paper ballot that two people read alike.</summary>
    public async Task<CheckedEntry> Paper(
        Guid voteId, Guid seat, BallotChoice choice, BallotChannel channel = BallotChannel.Paper, DateTimeOffset? takenAt = null, Guid? signedBy = null) =>
        (await Check(voteId, await Enter(voteId, seat, choice, channel, takenAt, signedBy), choice)).Value;

    /// <summary>A seat gives somebody a mandate for one vote.</summary>
    public async Task<Guid> Mandate(Guid voteId, Guid giver, Guid seat, Guid holder) =>
        (await App.Send(giver, new GiveMandateCommand(Town.CouncilId, seat, holder, MandateScope.Vote, voteId, DocumentHash: Scan))).Value;

    /// <summary>Before any vote: somebody comes to act for a seat, as a co-owner or as a clerk; whoever acts for it already owns it with him.</summary>
    public Task Join(Guid person, Guid seat, bool coOwner) => App.Db(async db =>
    {
        var now = App.Clock.GetUtcNow();
        db.OfficeHoldings.Add(new OfficeHolding
        {
            Id = Guid.CreateVersion7(now), PersonId = person, Office = Office.Owner, CouncilId = Town.CouncilId, SeatId = seat, Since = now.AddDays(-1), CoOwner = coOwner,
        });
        await Task.CompletedTask;
    });

    /// <summary>The valid ballot of a seat; null where it has none.</summary>
    public Task<Ballot?> BallotOf(Guid voteId, Guid seat) => App.Db(db => db.Ballots.AsNoTracking().SingleOrDefaultAsync(b => b.VoteId == voteId && b.SeatId == seat));

    /// <summary>Everybody says yes, except as stated.</summary>
    public async Task CastAll(Guid voteId, BallotChoice property = BallotChoice.Yes, BallotChoice a = BallotChoice.Yes, BallotChoice b = BallotChoice.Yes,
        BallotChoice c = BallotChoice.Yes, BallotChoice street = BallotChoice.Yes)
    {
        Assert.True((await Cast(voteId, Town.Property, Town.PropertySeat, property)).IsGranted);
        Assert.True((await Cast(voteId, Town.TenantA, Town.SeatA, a)).IsGranted);
        Assert.True((await Cast(voteId, Town.TenantB, Town.SeatB, b)).IsGranted);
        Assert.True((await Cast(voteId, Town.TenantC, Town.SeatC, c)).IsGranted);
        Assert.True((await Cast(voteId, Town.Convenor, Town.StreetSeat, street)).IsGranted);
    }

    /// <summary>Goes to the end of the vote and has it counted.</summary>
    public async Task<CountedVote> Count(Guid voteId)
    {
        var closes = (await Vote(voteId)).ClosesAt!.Value;
        if (App.Clock.GetUtcNow() < closes)
        {
            App.Clock.SetUtcNow(closes);
        }

        return (await App.SendAsProcess(new CountVoteCommand(voteId))).Value;
    }

    public Task<Vote> Vote(Guid voteId) => App.Db(db => db.Votes.AsNoTracking().SingleAsync(v => v.Id == voteId));

    /// <summary>Adds a measure to the register before any vote.</summary>
    public Task Weigh(string measure, long property, long a, long b, long c, long street) => App.Db(async db =>
    {
        db.Measures.Add(new Measure { CouncilId = Town.CouncilId, Code = measure, Name = new(measure, measure), Unit = string.Empty, Scale = 0 });
        foreach (var (seat, weight) in new[]
            { (Town.PropertySeat, property), (Town.SeatA, a), (Town.SeatB, b), (Town.SeatC, c), (Town.StreetSeat, street) })
        {
            var entry = await db.SeatEntries.AsNoTracking().SingleAsync(s => s.SeatId == seat);
            var measures = MeasureValues.Of([.. entry.Measures.All.Select(m => (m.Key, m.Value)), (measure, weight)]);
            await db.SeatEntries.Where(s => s.SeatId == seat).ExecuteUpdateAsync(set => set.SetProperty(s => s.Measures, measures));
        }
    });

    /// <summary>Before any vote: as many more seats of the tenants' bloc, Shop 001 and so on, one square metre each.</summary>
    public Task AddSeats(int count) => App.Db(async db =>
    {
        var now = App.Clock.GetUtcNow();
        var bloc = await db.Blocs.SingleAsync(b => b.CouncilId == Town.CouncilId && b.Code == "tenants");
        for (var i = 1; i <= count; i++)
        {
            var name = LocalText.Same($"Shop {i:000}");
            var party = new Party { Id = Guid.CreateVersion7(now), CouncilId = Town.CouncilId, Name = name, Kind = PartyKind.Firm };
            db.Parties.Add(party);
            db.SeatEntries.Add(new SeatEntry
            {
                Id = Guid.CreateVersion7(now), SeatId = Guid.CreateVersion7(now), CouncilId = Town.CouncilId, BlocId = bloc.Id, PartyId = party.Id, Label = name.En,
                Measures = MeasureValues.Of(("area", 100), ("heads", 1)), FromVersion = 1,
            });
        }
    });

    /// <summary>What the outbox has for processes, as text.</summary>
    public Task<int> Signalled(string eventName) => App.Db(db => db.ProcessWorks.CountAsync(w => w.Content.Contains(eventName)));

    /// <summary>The events of a kind that watchers of the vote were or will be pushed.</summary>
    public Task<List<string>> Announced(Guid voteId, string kind) => App.Db(db => db.LiveEvents
        .Where(e => e.Topic == $"vote:{voteId:D}" && e.Kind == kind).OrderBy(e => e.Sequence).Select(e => e.Payload).ToListAsync());

    /// <summary>The council's register gets a new version in which a seat has other measures.</summary>
    public Task ChangeRegister(Guid seat, params (string Measure, long Value)[] measures) => App.Db(async db =>
    {
        var council = await db.Councils.SingleAsync(c => c.Id == Town.CouncilId);
        council.RegisterVersion++;
        db.RegisterVersions.Add(new RegisterVersion
        {
            CouncilId = council.Id, Number = council.RegisterVersion, At = App.Clock.GetUtcNow(), ByPersonId = Town.Secretary, Note = "change",
        });
        var old = await db.SeatEntries.SingleAsync(s => s.SeatId == seat && s.ToVersion == null);
        old.ToVersion = council.RegisterVersion;
        db.SeatEntries.Add(new SeatEntry
        {
            Id = Guid.CreateVersion7(App.Clock.GetUtcNow()), SeatId = seat, CouncilId = old.CouncilId, BlocId = old.BlocId, PartyId = old.PartyId, Label = old.Label,
            Measures = MeasureValues.Of(measures), FromVersion = council.RegisterVersion,
        });
    });

    public ValueTask DisposeAsync() => App.DisposeAsync();

    // The vote's file is the product's; of the others the server only wants that they are there.
    private static string Workflows()
    {
        var directory = TestWorkflows.Write(TestWorkflows.WaitAndPause);
        File.Copy(Path.Combine(Repository(), "workflows", "vote.json"), Path.Combine(directory, "vote.json"), overwrite: true);
        return directory;
    }

    private static string Repository()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory!.FullName, "Cohesion.Governance.sln")))
        {
            directory = directory.Parent;
        }

        return directory.FullName;
    }
}
