using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.FollowUps;
using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Domain.Needs;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Domain.Resolutions;
using Cohesion.Governance.Domain.Votes;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Persistence;

/// <summary>A table of a council's record: its rows change by commands only, and each change is bound into the journal.</summary>
/// <param name="Row">The type of its rows.</param>
/// <param name="Name">What people call such a row.</param>
/// <param name="RowsOf">The rows of one council.</param>
/// <param name="Volatile">Columns that change without an entry of their own, each with the reason.</param>
internal sealed record RecordTable(
    Type Row, LocalText Name, Func<GovernanceDbContext, Guid, IQueryable<object>> RowsOf, IReadOnlyDictionary<string, string> Volatile)
{
    /// <summary>Whether a column stays out of the digest. The count of saves does everywhere: it says nothing that the row does not.</summary>
    public bool IsVolatile(string column) =>
        Volatile.ContainsKey(column) || (column == nameof(IVersioned.Version) && typeof(IVersioned).IsAssignableFrom(Row));
}

/// <summary>Every table the server has, and whether it is of a council's record. A test refuses one that stands in neither list.</summary>
internal static class RecordTables
{
    private static readonly Dictionary<string, string> None = [];

    /// <summary>The tables of a council's record.</summary>
    public static IReadOnlyList<RecordTable> All { get; } =
    [
        Table<Council>("council", "议事会", (db, id) => db.Councils.Where(c => c.Id == id)),
        Table<CouncilBuilding>("building of the council", "所辖楼宇", (db, id) => db.CouncilBuildings.Where(c => c.CouncilId == id)),
        Table<Bloc>("bloc", "界别", (db, id) => db.Blocs.Where(b => b.CouncilId == id)),
        Table<Measure>("measure", "计量", (db, id) => db.Measures.Where(m => m.CouncilId == id)),
        Table<WorkflowOverride>("setting of a process", "流程设置", (db, id) => db.WorkflowOverrides.Where(o => o.CouncilId == id)),
        Table<Party>("party", "单位或个人", (db, id) => db.Parties.Where(p => p.CouncilId == id)),
        Table<RegisterVersion>("version of the register", "名册版本", (db, id) => db.RegisterVersions.Where(v => v.CouncilId == id)),
        Table<SeatEntry>("line of the register", "名册条目", (db, id) => db.SeatEntries.Where(s => s.CouncilId == id)),
        Table<OfficeHolding>("office", "任职", (db, id) => db.OfficeHoldings.Where(h => h.CouncilId == id)),
        Table<Need>("need", "诉求", (db, id) => db.Needs.Where(n => n.CouncilId == id)),
        Table<Proposal>("proposal", "议题", (db, id) => db.Proposals.Where(p => p.CouncilId == id)),
        Table<ProposalText>("text of a proposal", "议题文本", (db, id) => db.ProposalTexts.Where(t => db.Proposals.Any(p => p.Id == t.ProposalId && p.CouncilId == id))),
        Table<ProposalItem>("item of a proposal", "议题事项", (db, id) => db.ProposalItems.Where(t => db.Proposals.Any(p => p.Id == t.ProposalId && p.CouncilId == id))),
        Table<CostShare>("share of costs", "费用分摊", (db, id) => db.CostShares.Where(t => db.Proposals.Any(p => p.Id == t.ProposalId && p.CouncilId == id))),
        Table<ProposalAttachment>("attachment", "附件", (db, id) => db.ProposalAttachments.Where(t => db.Proposals.Any(p => p.Id == t.ProposalId && p.CouncilId == id))),
        Table<ProposalComment>("comment", "意见", (db, id) => db.ProposalComments.Where(t => db.Proposals.Any(p => p.Id == t.ProposalId && p.CouncilId == id))),
        Table<BlocPosition>("position of a bloc", "界别立场", (db, id) => db.BlocPositions.Where(t => db.Proposals.Any(p => p.Id == t.ProposalId && p.CouncilId == id))),
        Table<Appraisal>("appraisal", "评价", (db, id) => db.Appraisals.Where(t => db.Proposals.Any(p => p.Id == t.ProposalId && p.CouncilId == id))),
        Table<Posting>("posting", "公示", (db, id) => db.Postings.Where(t => db.Proposals.Any(p => p.Id == t.ProposalId && p.CouncilId == id))),
        Table<Objection>("objection", "异议", (db, id) => db.Objections.Where(t => db.Proposals.Any(p => p.Id == t.ProposalId && p.CouncilId == id))),
        Table<Meeting>("meeting", "会议", (db, id) => db.Meetings.Where(m => m.CouncilId == id)),
        Table<AgendaItem>("agenda item", "议程", (db, id) => db.AgendaItems.Where(t => db.Meetings.Any(m => m.Id == t.MeetingId && m.CouncilId == id))),
        Table<Attendance>("attendance", "到会记录", (db, id) => db.Attendances.Where(t => db.Meetings.Any(m => m.Id == t.MeetingId && m.CouncilId == id))),
        Table<SpeakerTurn>("line of the speakers' list", "发言记录", (db, id) => db.SpeakerTurns.Where(t => db.Meetings.Any(m => m.Id == t.MeetingId && m.CouncilId == id))),
        Table<MinutesText>("minutes", "纪要", (db, id) => db.MinutesTexts.Where(t => db.Meetings.Any(m => m.Id == t.MeetingId && m.CouncilId == id))),
        Table<MinutesCorrection>("correction of minutes", "纪要更正", (db, id) => db.MinutesCorrections.Where(t => db.Meetings.Any(m => m.Id == t.MeetingId && m.CouncilId == id))),
        Table<Vote>("vote", "表决", (db, id) => db.Votes.Where(v => v.CouncilId == id), new(StringComparer.Ordinal)
        {
            [nameof(Vote.BallotCount)] = "rises by one conditional update a ballot, before the ballot is added; the ballots are of record themselves",
            [nameof(Vote.AnnouncedCount)] = "what watchers were last shown; pushed outside any command of the council",
        }),
        Table<RollEntry>("seat of the roll", "选民名册席位", (db, id) => db.RollEntries.Where(t => db.Votes.Any(v => v.Id == t.VoteId && v.CouncilId == id))),
        Table<Ballot>("ballot", "选票", (db, id) => db.Ballots.Where(t => db.Votes.Any(v => v.Id == t.VoteId && v.CouncilId == id))),
        Table<BallotRecord>("ballot as received", "收到的选票", (db, id) => db.BallotRecords.Where(t => db.Votes.Any(v => v.Id == t.VoteId && v.CouncilId == id))),
        Table<SecretMark>("mark of a secret vote", "无记名投票标记", (db, id) => db.SecretMarks.Where(t => db.Votes.Any(v => v.Id == t.VoteId && v.CouncilId == id))),
        Table<EnvelopeOpening>("opening of envelopes", "信封开拆记录", (db, id) => db.EnvelopeOpenings.Where(t => db.Votes.Any(v => v.Id == t.VoteId && v.CouncilId == id))),
        Table<SecretBallot>("secret ballot", "无记名选票", (db, id) => db.SecretBallots.Where(t => db.Votes.Any(v => v.Id == t.VoteId && v.CouncilId == id))),
        Table<SecretReceipt>("receipt of a secret vote", "无记名回执", (db, id) => db.SecretReceipts.Where(t => db.Votes.Any(v => v.Id == t.VoteId && v.CouncilId == id))),
        Table<BallotVoice>("voice of a co-owner", "共有人意见", (db, id) => db.BallotVoices.Where(t => db.Votes.Any(v => v.Id == t.VoteId && v.CouncilId == id))),
        Table<BallotEntry>("entered ballot paper", "录入的选票", (db, id) => db.BallotEntries.Where(t => db.Votes.Any(v => v.Id == t.VoteId && v.CouncilId == id))),
        Table<DeliveryRecord>("service of a ballot paper", "送达记录", (db, id) => db.DeliveryRecords.Where(t => db.Votes.Any(v => v.Id == t.VoteId && v.CouncilId == id))),
        Table<SeatExclusion>("exclusion of a seat", "席位排除", (db, id) => db.SeatExclusions.Where(t => db.Votes.Any(v => v.Id == t.VoteId && v.CouncilId == id))),
        Table<Mandate>("mandate", "委托", (db, id) => db.Mandates.Where(m => m.CouncilId == id)),
        Table<VisitListEntry>("visit", "走访", (db, id) => db.VisitList.Where(t => db.Votes.Any(v => v.Id == t.VoteId && v.CouncilId == id))),
        Table<VoteFact>("fact stated for a vote", "表决事实", (db, id) => db.VoteFacts.Where(t => db.Votes.Any(v => v.Id == t.VoteId && v.CouncilId == id))),
        Table<Resolution>("resolution", "决议", (db, id) => db.Resolutions.Where(r => r.CouncilId == id)),
        Table<FollowUpAction>("follow-up action", "跟进事项", (db, id) => db.FollowUps.Where(f => f.CouncilId == id)),
        Table<Evidence>("evidence", "凭证", (db, id) => db.Evidence.Where(t => db.FollowUps.Any(f => f.Id == t.FollowUpId && f.CouncilId == id))),
        Table<EvidencePhotograph>("photograph", "照片", (db, id) => db.EvidencePhotographs.Where(t => db.FollowUps.Any(f => f.Id == t.FollowUpId && f.CouncilId == id))),
        Table<Confirmation>("confirmation", "确认", (db, id) => db.Confirmations.Where(t => db.FollowUps.Any(f => f.Id == t.FollowUpId && f.CouncilId == id))),
        Table<Chase>("chase", "督办", (db, id) => db.Chases.Where(t => db.FollowUps.Any(f => f.Id == t.FollowUpId && f.CouncilId == id))),
        Table<FollowUpChange>("change of a follow-up action", "跟进事项变更", (db, id) => db.FollowUpChanges.Where(t => db.FollowUps.Any(f => f.Id == t.FollowUpId && f.CouncilId == id))),
    ];

    /// <summary>The other tables, and why they are not of a council's record.</summary>
    public static IReadOnlyDictionary<string, string> Others { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Street"] = "of the street, which has no journal",
        ["Building"] = "of the street, which has no journal",
        ["Person"] = "a person is in several councils and changes his own settings",
        ["Account"] = "how people sign in",
        ["IdentityUserClaim`1"] = "how people sign in",
        ["IdentityUserLogin`1"] = "how people sign in",
        ["IdentityUserToken`1"] = "how people sign in",
        ["IdentityUserPasskey`1"] = "how people sign in",
        ["Notification"] = "tells people of what is of record elsewhere",
        ["JournalEntry"] = "the journal itself, kept by its chain",
        ["JournalRows"] = "the journal itself, kept by its chain",
        ["JournalHead"] = "the journal itself, kept by its chain",
        ["JournalSeal"] = "kept by its signature",
        ["PhotographBytes"] = "the photographs themselves; each has its SHA-256 in a row of record and is checked against it whenever it is shown",
        ["RegisterImport"] = "rows of a file before anybody has agreed to them; forgotten after a week",
        ["IdempotentAnswer"] = "forgotten after a month",
        ["LiveTopic"] = "pushes to watchers",
        ["LiveEvent"] = "pushes to watchers",
        ["ProcessSubject"] = "how far a process has come; what it did are commands",
        ["ProcessInstance"] = "how far a process has come; what it did are commands",
        ["ProcessWaitRow"] = "how far a process has come; what it did are commands",
        ["ProcessWaitEvent"] = "how far a process has come; what it did are commands",
        ["KeptSignal"] = "how far a process has come; what it did are commands",
        ["AcceptedSignal"] = "how far a process has come; what it did are commands",
        ["ProcessWorkRow"] = "how far a process has come; what it did are commands",
        ["ProcessLogLine"] = "how far a process has come; what it did are commands",
        ["ProcessDefinition"] = "kept under the hash of its text",
    };

    private static readonly Dictionary<Type, RecordTable> ByRow = All.ToDictionary(t => t.Row);

    /// <summary>The table of these rows; null where they are not of record.</summary>
    public static RecordTable? Find(Type row) => ByRow.GetValueOrDefault(row);

    private static RecordTable Table<T>(string english, string chinese, Func<GovernanceDbContext, Guid, IQueryable<T>> rows, Dictionary<string, string>? changing = null)
        where T : class => new(typeof(T), new(english, chinese), (db, council) => rows(db, council).AsNoTracking(), changing ?? None);
}
