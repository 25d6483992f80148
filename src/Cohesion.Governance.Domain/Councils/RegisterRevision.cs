using Cohesion.Governance.Domain.Proposals;

namespace Cohesion.Governance.Domain.Councils;

/// <summary>Decides on a revision of the register (名册): from the version in force to the next.</summary>
public static class RegisterRevision
{
    /// <summary>Largest value a seat may have by a measure, in stored units: a million seats of it still add up in 64 bits.</summary>
    public const long MaxUnits = 1_000_000_000_000;

    /// <param name="council">The council; its version number is not touched here.</param>
    /// <param name="blocs">Its blocs.</param>
    /// <param name="measures">Its measures.</param>
    /// <param name="current">The lines in force.</param>
    /// <param name="knownParties">All its parties.</param>
    /// <param name="basedOn">The version that the author had before him.</param>
    /// <param name="changes">Seats to add, to change, to remove.</param>
    /// <param name="now">The time, of which new ids are made.</param>
    public static Outcome<RevisedRegister> Decide(
        Council council, IReadOnlyCollection<Bloc> blocs, IReadOnlyCollection<Measure> measures, IReadOnlyCollection<SeatEntry> current,
        IReadOnlyCollection<Party> knownParties, int basedOn, RegisterChanges changes, DateTimeOffset now)
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
        IReadOnlyCollection<Party> knownParties, DateTimeOffset now)
    {
        private readonly Dictionary<Guid, Party> known = knownParties.ToDictionary(p => p.Id);
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

            if (change.Bloc is not null && blocs.All(b => b.Code != change.Bloc))
            {
                return new UnknownBloc(change.Bloc, [.. blocs.Select(b => b.Code)]);
            }

            if (!PartyOf(change, line).Granted(out var party, out var refusal) || !Values(change.Measures).Granted(out var values, out refusal))
            {
                return refusal;
            }

            var next = new SeatEntry
            {
                Id = Guid.CreateVersion7(now), SeatId = line.SeatId, CouncilId = council.Id,
                BlocId = change.Bloc is null ? line.BlocId : blocs.First(b => b.Code == change.Bloc).Id, PartyId = party,
                Label = change.Label?.Trim() ?? line.Label, Measures = change.Measures is null ? line.Measures : values, FromVersion = Next,
            };
            if (RegisterComparison.IsSame(line, next))
            {
                standing.Add(line.SeatId, line);
                return null;
            }

            ended.Add(line);
            added.Add(next);
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

            if (!PartyOf(seat.PartyId, seat.PartyName, seat.PartyKind, seat.PartyKey).Granted(out var party, out refusal))
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

        private Outcome<Guid> PartyOf(SeatToChange change, SeatEntry line)
        {
            var present = known.GetValueOrDefault(line.PartyId);
            var kind = change.PartyKind ?? present?.Kind ?? default;
            return (change.PartyId, change.PartyName) switch
            {
                (null, null) => line.PartyId,
                (null, { } name) when change.PartyKey is null && present is not null && present.Name == name && present.Kind == kind => line.PartyId,
                _ => PartyOf(change.PartyId, change.PartyName, kind, change.PartyKey),
            };
        }

        private Outcome<Guid> PartyOf(Guid? id, LocalText? name, PartyKind kind, string? key)
        {
            if (id is { } one)
            {
                return known.ContainsKey(one) ? one : new PartyUnknown();
            }

            if (key is not null && newParties.TryGetValue(key, out var earlier))
            {
                return earlier;
            }

            if (name is null)
            {
                return new PartyUnknown();
            }

            var party = new Party { Id = Guid.CreateVersion7(now), CouncilId = council.Id, Name = name, Kind = kind };
            parties.Add(party);
            if (key is not null)
            {
                newParties[key] = party.Id;
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
