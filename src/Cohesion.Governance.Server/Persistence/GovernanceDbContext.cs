using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.FollowUps;
using Cohesion.Governance.Domain.Journal;
using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Domain.Needs;
using Cohesion.Governance.Domain.Notifications;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Domain.Resolutions;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Registers;
using Cohesion.Governance.Server.Live;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Process;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Cohesion.Governance.Server.Persistence;

/// <summary>Everything the server keeps, on whichever database.</summary>
internal abstract class GovernanceDbContext(DbContextOptions options) : IdentityUserContext<Account, Guid>(options)
{
    private readonly HashSet<Type> written = [];
    private RowInserts? inserts;
    private bool hasBegun;

    /// <summary>The types of the rows that the present transaction added or changed by saving them.</summary>
    public IReadOnlySet<Type> Written => written;

    /// <summary>What the present command does to rows of the record.</summary>
    public RowLedger Ledger { get; } = new();

    /// <summary>New rows that the next save writes past the change tracker.</summary>
    public RowInserts Inserts => inserts ??= new RowInserts(this);

    /// <summary>Whether a transaction is under way. Cheap where none has ever begun, which is what most requests ask.</summary>
    public bool IsInTransaction => hasBegun && Database.CurrentTransaction is not null;

    public DbSet<Street> Streets => Set<Street>();

    public DbSet<Building> Buildings => Set<Building>();

    public DbSet<Council> Councils => Set<Council>();

    public DbSet<CouncilBuilding> CouncilBuildings => Set<CouncilBuilding>();

    public DbSet<Bloc> Blocs => Set<Bloc>();

    public DbSet<Measure> Measures => Set<Measure>();

    public DbSet<WorkflowOverride> WorkflowOverrides => Set<WorkflowOverride>();

    public DbSet<Party> Parties => Set<Party>();

    public DbSet<RegisterVersion> RegisterVersions => Set<RegisterVersion>();

    public DbSet<SeatEntry> SeatEntries => Set<SeatEntry>();

    public DbSet<RegisterImport> RegisterImports => Set<RegisterImport>();

    public DbSet<Person> People => Set<Person>();

    public DbSet<OfficeHolding> OfficeHoldings => Set<OfficeHolding>();

    public DbSet<Need> Needs => Set<Need>();

    public DbSet<Proposal> Proposals => Set<Proposal>();

    public DbSet<ProposalText> ProposalTexts => Set<ProposalText>();

    public DbSet<ProposalItem> ProposalItems => Set<ProposalItem>();

    public DbSet<CostShare> CostShares => Set<CostShare>();

    public DbSet<ProposalAttachment> ProposalAttachments => Set<ProposalAttachment>();

    public DbSet<ProposalComment> ProposalComments => Set<ProposalComment>();

    public DbSet<BlocPosition> BlocPositions => Set<BlocPosition>();

    public DbSet<Appraisal> Appraisals => Set<Appraisal>();

    public DbSet<Posting> Postings => Set<Posting>();

    public DbSet<Objection> Objections => Set<Objection>();

    public DbSet<Meeting> Meetings => Set<Meeting>();

    public DbSet<AgendaItem> AgendaItems => Set<AgendaItem>();

    public DbSet<Attendance> Attendances => Set<Attendance>();
    public DbSet<SpeakerTurn> SpeakerTurns => Set<SpeakerTurn>();

    public DbSet<MinutesText> MinutesTexts => Set<MinutesText>();

    public DbSet<MinutesCorrection> MinutesCorrections => Set<MinutesCorrection>();

    public DbSet<Vote> Votes => Set<Vote>();

    public DbSet<RollEntry> RollEntries => Set<RollEntry>();

    public DbSet<Ballot> Ballots => Set<Ballot>();

    public DbSet<BallotRecord> BallotRecords => Set<BallotRecord>();

    public DbSet<SecretMark> SecretMarks => Set<SecretMark>();

    public DbSet<EnvelopeOpening> EnvelopeOpenings => Set<EnvelopeOpening>();

    public DbSet<SecretBallot> SecretBallots => Set<SecretBallot>();

    public DbSet<SecretReceipt> SecretReceipts => Set<SecretReceipt>();

    public DbSet<BallotVoice> BallotVoices => Set<BallotVoice>();

    public DbSet<BallotEntry> BallotEntries => Set<BallotEntry>();

    public DbSet<DeliveryRecord> DeliveryRecords => Set<DeliveryRecord>();

    public DbSet<SeatExclusion> SeatExclusions => Set<SeatExclusion>();

    public DbSet<Mandate> Mandates => Set<Mandate>();

    public DbSet<VisitListEntry> VisitList => Set<VisitListEntry>();

    public DbSet<VoteFact> VoteFacts => Set<VoteFact>();

    public DbSet<Resolution> Resolutions => Set<Resolution>();

    public DbSet<FollowUpAction> FollowUps => Set<FollowUpAction>();

    public DbSet<Evidence> Evidence => Set<Evidence>();

    public DbSet<EvidencePhotograph> EvidencePhotographs => Set<EvidencePhotograph>();

    public DbSet<PhotographBytes> PhotographBytes => Set<PhotographBytes>();

    public DbSet<Confirmation> Confirmations => Set<Confirmation>();

    public DbSet<Chase> Chases => Set<Chase>();

    public DbSet<FollowUpChange> FollowUpChanges => Set<FollowUpChange>();

    public DbSet<Notification> Notifications => Set<Notification>();

    public DbSet<JournalEntry> Journal => Set<JournalEntry>();

    public DbSet<JournalRows> JournalRows => Set<JournalRows>();

    public DbSet<JournalSeal> JournalSeals => Set<JournalSeal>();

    public DbSet<JournalHead> JournalHeads => Set<JournalHead>();

    public DbSet<IdempotentAnswer> IdempotentAnswers => Set<IdempotentAnswer>();

    public DbSet<ProcessSubject> ProcessSubjects => Set<ProcessSubject>();

    public DbSet<ProcessInstance> ProcessInstances => Set<ProcessInstance>();

    public DbSet<ProcessWaitRow> ProcessWaits => Set<ProcessWaitRow>();

    public DbSet<ProcessWaitEvent> ProcessWaitEvents => Set<ProcessWaitEvent>();

    public DbSet<KeptSignal> KeptSignals => Set<KeptSignal>();

    public DbSet<AcceptedSignal> AcceptedSignals => Set<AcceptedSignal>();

    public DbSet<ProcessWorkRow> ProcessWorks => Set<ProcessWorkRow>();

    public DbSet<ProcessLogLine> ProcessLog => Set<ProcessLogLine>();

    public DbSet<ProcessDefinition> ProcessDefinitions => Set<ProcessDefinition>();

    public DbSet<LiveTopic> LiveTopics => Set<LiveTopic>();

    public DbSet<LiveEvent> LiveEvents => Set<LiveEvent>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicksConverter>();
        configurationBuilder.Properties<MeasureValues>().HaveConversion<MeasureValuesConverter>().HaveMaxLength(2000);
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        configurationBuilder.ComplexProperties<LocalText>();
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(GovernanceDbContext).Assembly);
        foreach (var entity in builder.Model.GetEntityTypes().Where(e => typeof(IVersioned).IsAssignableFrom(e.ClrType)))
        {
            entity.FindProperty(nameof(IVersioned.Version))!.IsConcurrencyToken = true;
        }
    }

    /// <summary>Begins a transaction.</summary>
    public Task<IDbContextTransaction> Begin(CancellationToken ct)
    {
        hasBegun = true;
        return Database.BeginTransactionAsync(ct);
    }

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        // Looked for once; what is changed from here on is said.
        ChangeTracker.DetectChanges();
        var looks = ChangeTracker.AutoDetectChangesEnabled;
        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            foreach (var entry in ChangeTracker.Entries())
            {
                if (entry.State is EntityState.Added or EntityState.Modified)
                {
                    written.Add(entry.Metadata.ClrType);
                }

                if (entry is { State: EntityState.Modified, Entity: IVersioned versioned })
                {
                    entry.Property(nameof(IVersioned.Version)).CurrentValue = versioned.Version + 1;
                }
            }

            Ledger.Collect(this);
            Ledger.WriteTo(this);
            var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
            if (inserts is not null)
            {
                written.UnionWith(inserts.Tables);
                await inserts.Write(cancellationToken);
            }

            return saved;
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = looks;
        }
    }

    /// <summary>Throws away what was read and changed, and what was gathered for the journal.</summary>
    public void ForgetChanges()
    {
        ChangeTracker.Clear();
        Ledger.Forget();
        inserts?.Forget();
        written.Clear();
    }

    public override void Dispose()
    {
        inserts?.Dispose();
        base.Dispose();
    }

    public override ValueTask DisposeAsync()
    {
        inserts?.Dispose();
        return base.DisposeAsync();
    }
}

/// <summary>The context whose migrations are for SQLite.</summary>
internal sealed class SqliteGovernanceDbContext(DbContextOptions<SqliteGovernanceDbContext> options) : GovernanceDbContext(options);

/// <summary>The context whose migrations are for SQL Server.</summary>
internal sealed class SqlServerGovernanceDbContext(DbContextOptions<SqlServerGovernanceDbContext> options) : GovernanceDbContext(options);

/// <summary>The context whose migrations are for PostgreSQL.</summary>
internal sealed class PostgreSqlGovernanceDbContext(DbContextOptions<PostgreSqlGovernanceDbContext> options) : GovernanceDbContext(options);
