using Cohesion.Governance.Domain.Proposals;

namespace Cohesion.Governance.Domain.Councils;

/// <summary>A seat to be entered in the register.</summary>
/// <param name="Bloc">Code of its bloc.</param>
/// <param name="Label">What people call it: a room, a flat, a firm's short name. One of its kind in the council.</param>
/// <param name="PartyName">Name of the firm or person behind it; absent where <paramref name="PartyId"/> names one already known.</param>
/// <param name="PartyKind">Firm or person.</param>
/// <param name="Measures">What it weighs, by measure, in the measure's own unit (120.5 m²).</param>
/// <param name="PartyId">A party that has a seat already.</param>
/// <param name="PartyKey">Seats of one revision with the same key belong to the same new party.</param>
public sealed record SeatToAdd(
    string Bloc, string Label, LocalText? PartyName, PartyKind PartyKind, IReadOnlyDictionary<string, decimal> Measures, Guid? PartyId = null, string? PartyKey = null);

/// <summary>What changes about a seat; absent parts stay as they are.</summary>
public sealed record SeatToChange(Guid SeatId, string? Label = null, IReadOnlyDictionary<string, decimal>? Measures = null, Guid? PartyId = null);

/// <summary>What a revision comes to: the next version's lines, to be stored.</summary>
/// <param name="Number">Number of the new version.</param>
/// <param name="Added">New lines: of new seats, and of changed ones in their new form.</param>
/// <param name="Ended">Lines the new version no longer has, of removed seats and of changed ones in their old form.</param>
/// <param name="Parties">Parties that were not known before.</param>
/// <param name="RemovedSeats">Seats that are no longer in the register.</param>
public sealed record RevisedRegister(
    int Number, IReadOnlyList<SeatEntry> Added, IReadOnlyList<SeatEntry> Ended, IReadOnlyList<Party> Parties, IReadOnlyList<Guid> RemovedSeats);

/// <summary>Decides on a revision of the register (名册): from the version in force to the next.</summary>
public static class RegisterRevision
{
    /// <summary>Largest value a seat may have by a measure, in stored units: a million seats of it still add up in 64 bits.</summary>
    public const long MaxUnits = 1_000_000_000_000;

    /// <param name="council">The council; its version number is not touched here.</param>
    /// <param name="blocs">Its blocs.</param>
    /// <param name="measures">Its measures.</param>
    /// <param name="current">The lines in force.</param>
    /// <param name="knownParties">Ids of all its parties.</param>
    /// <param name="basedOn">The version that the author had before him.</param>
    /// <param name="changes">Seats to add, to change, to remove.</param>
    /// <param name="now">The time, of which new ids are made.</param>
    public static Outcome<RevisedRegister> Decide(
        Council council, IReadOnlyCollection<Bloc> blocs, IReadOnlyCollection<Measure> measures, IReadOnlyCollection<SeatEntry> current,
        IReadOnlySet<Guid> knownParties, int basedOn, RegisterChanges changes, DateTimeOffset now)
    {
        if (basedOn != council.RegisterVersion)
        {
            return new RegisterMovedOn(council.RegisterVersion);
        }

        var draft = new Draft(council, blocs, measures, current, knownParties, now);
        foreach (var seat in changes.Remove)
        {
            if (draft.Remove(seat) is { } refusal)
            {
                return refusal;
            }
        }

        foreach (var seat in changes.Change)
        {
            if (draft.Change(seat) is { } refusal)
            {
                return refusal;
            }
        }

        foreach (var seat in changes.Add)
        {
            if (draft.Add(seat) is { } refusal)
            {
                return refusal;
            }
        }

        return draft.Finish();
    }

    private sealed class Draft(
        Council council, IReadOnlyCollection<Bloc> blocs, IReadOnlyCollection<Measure> measures, IReadOnlyCollection<SeatEntry> current,
        IReadOnlySet<Guid> knownParties, DateTimeOffset now)
    {
        private readonly Dictionary<Guid, SeatEntry> standing = current.ToDictionary(s => s.SeatId);
        private readonly Dictionary<string, Guid> newParties = new(StringComparer.Ordinal);
        private readonly List<SeatEntry> added = [];
        private readonly List<SeatEntry> ended = [];
        private readonly List<Party> parties = [];
        private readonly List<Guid> removed = [];

        private int Next => council.RegisterVersion + 1;

        public SeatNotRegistered? Remove(Guid seatId)
        {
            if (!standing.Remove(seatId, out var line))
            {
                return new SeatNotRegistered(seatId);
            }

            ended.Add(line);
            removed.Add(seatId);
            return null;
        }

        public Refusal? Change(SeatToChange change)
        {
            if (!standing.Remove(change.SeatId, out var line))
            {
                return new SeatNotRegistered(change.SeatId);
            }

            if (change.PartyId is { } party && !knownParties.Contains(party))
            {
                return new PartyUnknown();
            }

            if (!Values(change.Measures).Granted(out var values, out var refusal))
            {
                return refusal;
            }

            ended.Add(line);
            added.Add(new SeatEntry
            {
                Id = Guid.CreateVersion7(now), SeatId = line.SeatId, CouncilId = council.Id, BlocId = line.BlocId, PartyId = change.PartyId ?? line.PartyId,
                Label = change.Label?.Trim() ?? line.Label, Measures = change.Measures is null ? line.Measures : values, FromVersion = Next,
            });
            return null;
        }

        public Refusal? Add(SeatToAdd seat)
        {
            if (blocs.FirstOrDefault(b => b.Code == seat.Bloc) is not { } bloc)
            {
                return new UnknownBloc(seat.Bloc, [.. blocs.Select(b => b.Code)]);
            }

            if (!Values(seat.Measures).Granted(out var values, out var refusal))
            {
                return refusal;
            }

            if (!PartyOf(seat).Granted(out var party, out refusal))
            {
                return refusal;
            }

            added.Add(new SeatEntry
            {
                Id = Guid.CreateVersion7(now), SeatId = Guid.CreateVersion7(now), CouncilId = council.Id, BlocId = bloc.Id, PartyId = party,
                Label = seat.Label.Trim(), Measures = values, FromVersion = Next,
            });
            return null;
        }

        public Outcome<RevisedRegister> Finish()
        {
            if (added.Count == 0 && ended.Count == 0)
            {
                return new NothingToRevise();
            }

            var labels = standing.Values.Concat(added).Select(s => s.Label).ToList();
            return labels.GroupBy(l => l, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Skip(1).Any()) is { } twice
                ? new SeatLabelTaken(twice.Key)
                : new RevisedRegister(Next, added, ended, parties, removed);
        }

        private Outcome<Guid> PartyOf(SeatToAdd seat)
        {
            if (seat.PartyId is { } known)
            {
                return knownParties.Contains(known) ? known : new PartyUnknown();
            }

            if (seat.PartyKey is { } key && newParties.TryGetValue(key, out var earlier))
            {
                return earlier;
            }

            if (seat.PartyName is null)
            {
                return new PartyUnknown();
            }

            var party = new Party { Id = Guid.CreateVersion7(now), CouncilId = council.Id, Name = seat.PartyName, Kind = seat.PartyKind };
            parties.Add(party);
            if (seat.PartyKey is { } itsKey)
            {
                newParties[itsKey] = party.Id;
            }

            return party.Id;
        }

        private Outcome<MeasureValues> Values(IReadOnlyDictionary<string, decimal>? given)
        {
            var values = new List<(string, long)>();
            foreach (var (code, value) in given ?? new Dictionary<string, decimal>(StringComparer.Ordinal))
            {
                if (measures.FirstOrDefault(m => m.Code == code) is not { } measure)
                {
                    return new MeasureUnknown(code, [.. measures.Select(m => m.Code)]);
                }

                if (measure.Units(value) is not ({ } units and >= 0 and <= MaxUnits))
                {
                    return new MeasureNotPossible(code, measure.Scale);
                }

                values.Add((code, units));
            }

            return MeasureValues.Of(values);
        }
    }
}

/// <summary>The three kinds of changes of one revision.</summary>
public sealed record RegisterChanges(IReadOnlyList<SeatToAdd> Add, IReadOnlyList<SeatToChange> Change, IReadOnlyList<Guid> Remove);

/// <summary>Somebody else revised the register meanwhile, or this revision was made already.</summary>
public sealed record RegisterMovedOn(int Version) : Refusal
{
    /// <inheritdoc/>
    public override LocalText Message => new LocalText(
        "The register is at version {0} by now. Look at it, then revise that version.", "名册目前已是第 {0} 版，请查看后再在该版基础上修订。").With(Version);
}

/// <summary>A seat to be changed or removed does not stand in the register.</summary>
public sealed record SeatNotRegistered(Guid SeatId) : Refusal
{
    /// <inheritdoc/>
    public override LocalText Message => new LocalText(
        "The seat {0} does not stand in the register. Each seat can be changed or removed once in a revision.", "名册中没有席位 {0}；每次修订中，同一席位只能变更或删除一次。").With(SeatId);
}

/// <summary>A party named does not belong to this council, or a new seat names none.</summary>
public sealed record PartyUnknown : Refusal
{
    /// <inheritdoc/>
    public override LocalText Message => new(
        "Name the firm or person behind the seat, or the id of one that has a seat in this council.", "请填写席位背后的单位或个人名称，或本议事会中已有席位者的编号。");

    /// <inheritdoc/>
    public override RefusalKind Kind => RefusalKind.Invalid;
}

/// <summary>A measure named does not exist in this council.</summary>
public sealed record MeasureUnknown(string Measure, IReadOnlyList<string> Known) : Refusal
{
    /// <inheritdoc/>
    public override LocalText Message => new LocalText(
        "There is no measure “{0}” here. The measures are: {1}.", "本议事会没有计量项“{0}”，现有计量项：{1}。").With(Measure, string.Join(", ", Known));

    /// <inheritdoc/>
    public override RefusalKind Kind => RefusalKind.Invalid;
}

/// <summary>A seat's value by a measure is negative, too large, or finer than the measure counts.</summary>
public sealed record MeasureNotPossible(string Measure, int Decimals) : Refusal
{
    /// <inheritdoc/>
    public override LocalText Message => new LocalText(
        "“{0}” takes numbers from 0 with at most {1} decimal places.", "“{0}”须为不小于 0 的数，最多 {1} 位小数。").With(Measure, Decimals);

    /// <inheritdoc/>
    public override RefusalKind Kind => RefusalKind.Invalid;
}

/// <summary>Two seats would have the same label.</summary>
public sealed record SeatLabelTaken(string Label) : Refusal
{
    /// <inheritdoc/>
    public override LocalText Message => new LocalText(
        "Two seats would be called “{0}”. Give each a label of its own.", "将有两个席位同名“{0}”，请为每个席位取不同的名称。").With(Label);
}

/// <summary>A revision that changes nothing.</summary>
public sealed record NothingToRevise : Refusal
{
    /// <inheritdoc/>
    public override LocalText Message => new("This revision changes nothing. Add, change or remove a seat.", "本次修订没有任何变更，请新增、变更或删除席位。");

    /// <inheritdoc/>
    public override RefusalKind Kind => RefusalKind.Invalid;
}
