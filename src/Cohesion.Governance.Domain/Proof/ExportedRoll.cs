using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;

namespace Cohesion.Governance.Domain.Proof;

/// <summary>The roll of an export, kept in columns: a million seats without a million objects until the rule asks for them.</summary>
internal sealed partial class ExportedRoll(IReadOnlyList<ExportedMeasure> measures)
{
    /// <summary>Rolls up to this size keep their names, for the explanation; larger ones are told by id.</summary>
    private const int NamesUpTo = 100_000;

    private readonly IReadOnlyList<ExportedMeasure> measures = measures;
    private readonly List<Guid> parties = [];
    private readonly List<string> blocs = [];
    private readonly List<byte[]> blocWords = [];
    private readonly List<int> blocOf = [];
    private readonly List<long> values = [];
    private readonly List<bool> told = [];
    private readonly List<bool> served = [];
    private readonly List<string> labels = [];
    private readonly Dictionary<Guid, LocalText> partyNames = [];
    private readonly Dictionary<int, (string Ground, string? Note, string Label)> excluded = [];
    private readonly Dictionary<int, (DateTimeOffset? At, string? Proof)> service = [];

    public List<Guid> Seats { get; } = [];

    public int Count => Seats.Count;

    public bool IsExcluded(int seat) => excluded.Count > 0 && excluded.ContainsKey(seat);

    /// <summary>How many seats the roll has as served.</summary>
    public int ServedCount => service.Count;

    /// <summary>What the roll says of the service of a seat's ballot paper.</summary>
    public (DateTimeOffset? At, string? Proof) ServiceOf(Guid seat) => service.GetValueOrDefault(Seats.BinarySearch(seat));

    /// <summary>A seat's id as the rules name it.</summary>
    public string NameOf(int seat) => Seats[seat].ToString("D");

    /// <summary>Adds a seat from its line.</summary>
    /// <exception cref="ExportFormatException">The line is not a seat, or it stands out of order.</exception>
    public void Add(ref LineJson json)
    {
        json.BeginObject();
        json.Field("seat"u8);
        var id = json.Id();
        if (Count > 0 && id.CompareTo(Seats[^1]) <= 0)
        {
            throw json.Fault(new("A seat stands twice on the roll, or seats are not in the order of their ids.", "名册中席位重复或未按编号排序。"));
        }

        json.Field("label"u8);
        var label = KeepsNames ? json.String() : Skip(ref json);
        json.Field("party"u8);
        var party = json.Id();
        json.Field("partyName"u8);
        if (KeepsNames)
        {
            partyNames.TryAdd(party, json.BothLanguages());
        }
        else
        {
            json.BeginObject();
            json.Field("en"u8);
            json.SkipString();
            json.Field("zh"u8);
            json.SkipString();
            json.EndObject();
        }

        json.Field("bloc"u8);
        blocOf.Add(BlocIndex(json.Word()));
        json.Field("measures"u8);
        json.BeginList();
        for (var i = 0; i < measures.Count; i++)
        {
            values.Add(json.Number());
        }

        json.EndList();
        json.Field("excludedFor"u8);
        var ground = json.StringOrNull();
        json.Field("exclusionNote"u8);
        var note = json.StringOrNull();
        json.Field("toldAt"u8);
        told.Add(json.TimeOrNull() is not null);
        json.Field("servedAt"u8);
        var servedAt = json.TimeOrNull();
        served.Add(servedAt is not null);
        json.Field("serviceProof"u8);
        var proof = json.StringOrNull();
        if (servedAt is not null || proof is not null)
        {
            service.Add(Count, (servedAt, proof));
        }

        json.EndObject();
        json.End();

        if (ground is not null)
        {
            excluded.Add(Count, (ground, note, label));
        }

        if (KeepsNames)
        {
            labels.Add(label);
        }

        Seats.Add(id);
        parties.Add(party);
    }

    /// <summary>The seats for the rule. Where every seat is one head, the rule counts heads itself and merges those of one party; a roll with other
    /// numbers of heads is taken at its word.</summary>
    public IRollColumns ForRule()
    {
        var heads = measures.Select(m => m.Code).ToList().IndexOf(RuleWords.Heads);
        var countsHeads = heads < 0 ? Count > 0 : Enumerable.Range(0, Count).Any(seat => values[(seat * measures.Count) + heads] != 1);
        return new Columns(this, [.. Enumerable.Range(0, measures.Count).Where(m => Count > 0 && (countsHeads || m != heads))]);
    }

    /// <summary>The lines that limits on proxies are held against.</summary>
    /// <param name="voteId">The vote.</param>
    /// <param name="withExclusions">Whether the seats excluded in the end are marked so.</param>
    public List<RollEntry> Entries(Guid voteId, bool withExclusions)
    {
        var entries = new List<RollEntry>(Count);
        for (var seat = 0; seat < Count; seat++)
        {
            var first = seat * measures.Count;
            entries.Add(new RollEntry
            {
                VoteId = voteId, SeatId = Seats[seat], PartyId = parties[seat], BlocCode = blocs[blocOf[seat]], Label = string.Empty, PartyName = new(string.Empty, string.Empty),
                Measures = MeasureValues.Of(measures.Select((m, i) => (m.Code, values[first + i]))),
                ExcludedFor = withExclusions && excluded.TryGetValue(seat, out var taken) ? taken.Ground : null,
            });
        }

        return entries;
    }

    /// <summary>Of whom the rule may assume something in their silence, by place; null where it assumes nothing.</summary>
    public bool[]? Served(SilenceMode mode)
    {
        // Assent asks that the silent were told; joining the majority asks for proof that the ballot paper reached them.
        return mode == SilenceMode.Ignore ? null : [.. served.Select((isServed, seat) => isServed || (mode == SilenceMode.Assent && told[seat]))];
    }

    /// <summary>A decision in which seats and holders are called as people call them.</summary>
    public Decision Named(Decision decision, Language language) => decision with
    {
        Excluded = [.. decision.Excluded.Select(e =>
            excluded.TryGetValue(Seats.BinarySearch(Guid.Parse(e.Seat)), out var taken) ? new ExcludedSeat(taken.Label, taken.Note ?? taken.Ground) : e)],
        Capped = [.. decision.Capped.Select(c =>
            Guid.TryParse(c.Holder, out var party) && partyNames.TryGetValue(party, out var name) ? c with { Holder = name.In(language) } : c)],
    };

    private bool KeepsNames => Count < NamesUpTo;

    private static string Skip(ref LineJson json)
    {
        json.SkipString();
        return string.Empty;
    }

    private int BlocIndex(ReadOnlySpan<byte> word)
    {
        for (var i = 0; i < blocs.Count; i++)
        {
            if (word.SequenceEqual(blocWords[i]))
            {
                return i;
            }
        }

        blocWords.Add(word.ToArray());
        blocs.Add(System.Text.Encoding.UTF8.GetString(word));
        return blocs.Count - 1;
    }
}
