using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Journal;
using Cohesion.Governance.Domain.Proof;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;

namespace Cohesion.Governance.Recount.Tests;

/// <summary>Writes exports of made-up votes that are right in everything, or wrong in one thing.</summary>
/// <remarks>Seat n has 100 m² and one head. Of every four seats two say yes, one no, and one abstains; whoever has a number that ten divides changed his mind
/// once. Of every twenty seats the second is co-owned and both owners say the same, the third is a visit that two read differently, the fourth has an online
/// ballot set aside because it has a paper, the sixth votes on paper, the seventh by proxy under a mandate, and the eighth was served. The rule asks for more
/// yes than no by area.</remarks>
internal sealed class SampleExport
{
    public static readonly Guid VoteId = Guid.Parse("0193a0c2-0000-7000-8000-000000000001");
    public static readonly Guid CouncilId = Guid.Parse("0193a0c2-0000-7000-8000-000000000002");

    private const string Rule = """
        {"id":"sample","jurisdiction":"COUNCIL","title":{"en":"More for than against","zh":"同意多于反对"},"source":"charter","evidence":"draft","proxy":{"limits":[{"givers":1000000}]},"challenge":{"period":"P2M","from":"decided","source":"charter","evidence":"draft"},"rounds":[{"name":"only","quorum":["participating.area >= 1/2 * all.area"],"pass":["yes.area > no.area"]}]}
        """;

    public static readonly DateTimeOffset Opened = new(2026, 11, 2, 1, 0, 0, TimeSpan.Zero);

    public int Seats { get; init; } = 8;

    /// <summary>Further entries of the journal of which only the digests are shown.</summary>
    public int OtherEntries { get; init; } = 3;

    // Whether the roll has a column of heads; without one the parties are counted.
    public bool HasHeads { get; init; } = true;

    // The entry that the seal is of, counted from the first; null: the last.
    public int? SealedEntry { get; init; }

    // What is written of an entry, after the chain was made.
    public Func<JournalEntry, JournalEntry> Entry { get; init; } = entry => entry;

    public SigningProofKey Key { get; init; } = SigningProofKey.Create();

    /// <summary>The key that seals; another one is as after a change of the key.</summary>
    public SigningProofKey? SealKey { get; init; }

    public Func<ExportedSeat, ExportedSeat> Seat { get; init; } = seat => seat;

    /// <summary>What is written in place of a ballot: nothing, another, or several.</summary>
    public Func<ExportedBallot, IEnumerable<ExportedBallot>> Ballots { get; init; } = ballot => [ballot];

    public Func<ExportedResult, ExportedResult> Result { get; init; } = result => result;

    public Func<ExportedJournal, ExportedJournal> Journal { get; init; } = journal => journal;

    public Func<ExportedRule, ExportedRule> TheRule { get; init; } = rule => rule;

    public Func<ExportedVote, ExportedVote> Vote { get; init; } = vote => vote;

    public string RuleText { get; init; } = Rule;

    public Func<ExportedDelivery, IEnumerable<ExportedDelivery>> Service { get; init; } = line => [line];

    public Func<ExportedPaper, IEnumerable<ExportedPaper>> Papers { get; init; } = paper => [paper];

    public Func<ExportedMandate, IEnumerable<ExportedMandate>> Mandates { get; init; } = mandate => [mandate];

    public Func<ExportedVoice, IEnumerable<ExportedVoice>> Voices { get; init; } = voice => [voice];

    public Func<ExportedSetAside, IEnumerable<ExportedSetAside>> SetAside { get; init; } = aside => [aside];

    /// <summary>What the counting's entry says.</summary>
    public Func<string, string> CountContent { get; init; } = content => content;

    public static Guid SeatId(int number) => Guid.Parse(string.Create(CultureInfo.InvariantCulture, $"0193a0c2-0000-7000-9000-{number:x12}"));

    public byte[] Bytes()
    {
        using var stream = new MemoryStream();
        WriteTo(stream).GetAwaiter().GetResult();
        return stream.ToArray();
    }

    public async Task WriteTo(Stream stream)
    {
        using var writer = new ExportWriter(stream);
        await writer.Head(
            Opened.AddDays(9), new ExportedCouncil(CouncilId, new("Sample House", "样板楼"), "Asia/Shanghai"),
            Vote(new ExportedVote(
                VoteId, SeatId(0), 12, 1, "A \"lift\"?", 1, 3, Opened, Opened.AddDays(7), null, Opened.AddDays(7), null, SeatId(1), DuplicatePolicy.PaperPrevails)),
            TheRule(new ExportedRule("sample", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(RuleText))), RuleText)),
            [new("area", new("area", "面积"), "m²", 2), .. HasHeads ? [new ExportedMeasure("heads", new("heads", "人数"), "", 0)] : Array.Empty<ExportedMeasure>()],
            [new("owners", new("Owners", "业主"))], [], CancellationToken.None);
        for (var n = 0; n < Seats; n++)
        {
            var number = n.ToString(CultureInfo.InvariantCulture);
            await writer.Seat(
                Seat(new(SeatId(n), "Flat " + number, SeatId(n), new("Owner " + number, "业主" + number), "owners", HasHeads ? [10_000, 1] : [10_000], null, null, Opened,
                    n % 20 == 7 ? Opened.AddMinutes(-30) : null, n % 20 == 7 ? "signed" : null)),
                CancellationToken.None);
        }

        await WriteEvidence(writer);
        var root = await WriteBallots(writer);
        await WriteJournal(writer, root);
        await writer.Sign(Key, CancellationToken.None);
    }

    private IEnumerable<ExportedBallot> Cast()
    {
        for (var n = 0; n < Seats; n++)
        {
            var choice = Choice(n);
            if (n % 10 == 0)
            {
                yield return new(SeatId(n), BallotChoice.No, BallotChannel.Online, Opened.AddMinutes(1), ReceiptOf(n + Seats), BallotState.Replaced);
            }

            if (n % 20 == 1)
            {
                yield return new(SeatId(n), choice, BallotChannel.Online, Opened.AddMinutes(1), ReceiptOf(n + Seats), BallotState.Replaced);
            }

            yield return new(SeatId(n), choice, ChannelOf(n), Opened.AddMinutes(2), ReceiptOf(n), BallotState.Counts);
            if (n % 20 == 3)
            {
                yield return new(SeatId(n), BallotChoice.Yes, BallotChannel.Online, Opened.AddMinutes(3), ReceiptOf(n + Seats), BallotState.SetAside);
            }
        }
    }

    private static BallotChoice Choice(int n) => (n % 4) switch { 0 or 1 => BallotChoice.Yes, 2 => BallotChoice.No, _ => BallotChoice.Abstain };

    private static BallotChannel ChannelOf(int n) => (n % 20) switch
    {
        2 => BallotChannel.Visit,
        3 or 5 => BallotChannel.Paper,
        6 => BallotChannel.Proxy,
        _ => BallotChannel.Online,
    };

    private async Task WriteEvidence(ExportWriter writer)
    {
        var (ct, taken) = (CancellationToken.None, Opened.AddMinutes(1));
        static string Hash(int number) => Convert.ToHexStringLower(ReceiptOf(number));
        IEnumerable<int> Seat(int remainder) => Enumerable.Range(0, Seats).Where(n => n % 20 == remainder);

        writer.BeginService();
        foreach (var line in Seat(7).Select(n => new ExportedDelivery(
            SeatId(n), DeliveryKind.Delivered, Opened.AddMinutes(-30), "signed", new string('a', 64), null, "Lobby", SeatId(1001), Opened.AddMinutes(-29))).SelectMany(Service))
        {
            await writer.Delivery(line, ct);
        }

        writer.BeginPapers();
        foreach (var paper in Enumerable.Range(0, Seats).Where(n => ChannelOf(n) is BallotChannel.Paper or BallotChannel.Visit).Select(n =>
        {
            var (isVisit, choice) = (n % 20 == 2, Choice(n));
            return new ExportedPaper(
                SeatId(n), ChannelOf(n), null, taken, "Room 101", isVisit ? "Ms He" : null, isVisit ? null : new string('b', 64), choice, SeatId(1001), taken,
                isVisit ? BallotChoice.Yes : choice, SeatId(1002), taken.AddSeconds(10), isVisit ? choice : null, isVisit ? SeatId(1003) : null,
                isVisit ? taken.AddSeconds(20) : null, isVisit ? "Clear." : null, BallotEntryStage.Entered, Hash(n));
        }).SelectMany(Papers))
        {
            await writer.Paper(paper, ct);
        }

        writer.BeginMandates();
        foreach (var mandate in Seat(6).Select(n => new ExportedMandate(
            SeatId(n + 2000), SeatId(n), null, SeatId(1004), new("Holder", "受托人"), ByGiver: false, MandateScope.Vote, VoteId, null, null, Opened, Opened.AddMinutes(2), null,
            new string('c', 64), [Office.Owner], [SeatId(0)], [Hash(n)])).SelectMany(Mandates))
        {
            await writer.Mandate(mandate, ct);
        }

        writer.BeginVoices();
        foreach (var voice in Seat(1).SelectMany(n => new[] { new ExportedVoice(SeatId(n), 1, Hash(n + Seats), null, null), new ExportedVoice(SeatId(n), 2, Hash(n), null, null) })
            .SelectMany(Voices))
        {
            await writer.Voice(voice, ct);
        }

        writer.BeginSetAside();
        foreach (var aside in Seat(3).Select(n => new ExportedSetAside(SeatId(n), Hash(n + Seats), SetAsideReason.PaperStands)).SelectMany(SetAside))
        {
            await writer.SetAside(aside, ct);
        }
    }

    private static byte[] ReceiptOf(int number) => BallotLeaf.HashOfReceipt(number.ToString("x12", CultureInfo.InvariantCulture));

    private async Task<(string Root, long Count)> WriteBallots(ExportWriter writer)
    {
        writer.BeginSessions();
        var tree = new MerkleFrontier();
        foreach (var ballot in Cast().Where(b => b.State == BallotState.Counts))
        {
            tree.Add(MerkleTree.LeafHash(BallotLeaf.Of(VoteId, ballot.SeatId, ballot.Choice, ballot.Channel, ballot.At, ballot.ReceiptHash.Span)));
        }

        var root = Convert.ToHexStringLower(tree.Root());
        writer.Session(new ExportedSession(VoteId, 1, null, null, root, [], []));
        foreach (var ballot in Cast().SelectMany(Ballots))
        {
            await writer.Ballot(ballot, CancellationToken.None);
        }

        writer.EndSession();
        return (root, tree.Count);
    }

    // Decided from the totals, by hand as it were: a yes of a half, a no of a quarter.
    private ExportedResult ResultOf(string root, long count)
    {
        var roll = Enumerable.Range(0, Seats).Select(n => new RollSeat(
            SeatId(n).ToString("D"), [SeatId(n).ToString("D")], "owners", new Dictionary<string, Rational>(StringComparer.Ordinal) { ["area"] = new(100) })).ToList();
        var ballots = Cast().Where(b => b.State == BallotState.Counts).Select(b => new RuleBallot(b.SeatId.ToString("D"), b.Choice, b.Channel)).ToList();
        var decision = RuleEvaluator.Decide(RulePackReader.Read(RuleText, "sample")[0], Election.OfRoll(roll, new ElectionRound { Ballots = ballots }));
        return new(decision.Outcome.ToString(), decision.NextSession, null, new DateOnly(2027, 1, 9), false, root, count, decision.ToJson());
    }

    private async Task WriteJournal(ExportWriter writer, (string Root, long Count) ballots)
    {
        var previous = Convert.ToHexStringLower(SHA256.HashData([7]));
        var result = ResultOf(ballots.Root, ballots.Count);
        var entries = new List<JournalEntry>();
        void Append(string command, Guid subject, string content)
        {
            var entry = JournalEntry.Create(
                CouncilId, 40 + entries.Count, Opened.AddDays(7), null, command, subject, content, JournalRows.HashOf(command), entries.Count == 0 ? previous : entries[^1].Hash);
            entries.Add(entry);
        }

        Append("CreateVote", VoteId, "{}");
        for (var i = 0; i < OtherEntries; i++)
        {
            Append("RaiseNeed", SeatId(i), "{\"text\":\"private\"}");
        }

        Append("CountVote", VoteId, CountContent(
            "{\"voteId\":\"" + VoteId.ToString("D") + "\",\"answer\":{\"outcome\":\"" + result.Outcome + "\",\"ballotsRoot\":\"" + ballots.Root + "\"}}"));
        var last = entries[SealedEntry ?? ^1];
        var seal = JournalSeal.Create(CouncilId, "2026-11-09", last.Sequence, last.Hash, Opened.AddDays(8), SealKey ?? Key);
        writer.Result(Result(result), Journal(new ExportedJournal(
            40, previous, entries[^1].Sequence, entries[^1].Hash, [(SealKey ?? Key).Public.Spki], [seal])));
        foreach (var entry in entries.Select(Entry))
        {
            await (entry.SubjectId == VoteId ? writer.Entry(entry, CancellationToken.None) : writer.Digest(entry, CancellationToken.None));
        }
    }
}
