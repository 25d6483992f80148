using System.Collections;
using System.Runtime.InteropServices;

namespace Cohesion.Governance.Domain.Rules;

/// <content>From a roll kept by columns, without making its seats.</content>
internal sealed partial class PreparedRoll
{
    private static PreparedRoll OfColumns(RulePack pack, IRollColumns roll, Election election)
    {
        var excluded = new List<ExcludedSeat>();
        var places = new List<int>();
        for (var place = 0; place < roll.Count; place++)
        {
            if (roll.IsMarked(place) && Exclusions.ReasonFor(pack, roll[place]) is { } reason)
                excluded.Add(new ExcludedSeat(roll[place].Seat, reason));
            else
                places.Add(place);
        }

        int[]? kept = excluded.Count == 0 ? null : [.. places];
        List<string> measures = [.. pack.Measures.Append(RuleWords.Heads).Distinct(StringComparer.Ordinal)
            .Where(measure => measure == RuleWords.Heads || roll.Measures.Contains(measure))];

        // Blocs in the order in which the remaining seats name them, as when the seats are looked through one by one.
        var scopeOfBloc = new int[roll.Blocs.Count];
        var blocs = new List<string>();
        foreach (var place in places)
        {
            var bloc = roll.BlocOf(place);
            if (scopeOfBloc[bloc] == 0 && roll.Blocs[bloc].Length > 0)
            {
                blocs.Add(roll.Blocs[bloc]);
                scopeOfBloc[bloc] = blocs.Count;
            }
        }

        blocs.AddRange(election.BlocColumns.Keys.Where(bloc => bloc.Length > 0 && !blocs.Contains(bloc)));

        var prepared = new PreparedRoll(kept is null ? roll : new KeptSeats(roll, kept), kept, blocs, measures);
        prepared.Excluded.AddRange(excluded);
        for (var i = 0; i < prepared.ScopeOf.Length; i++)
            prepared.ScopeOf[i] = scopeOfBloc[roll.BlocOf(prepared.PlaceOf(i))];
        if (prepared.AreSurelyApart(roll))
            prepared.KeepApart();
        else
            prepared.Merge(i => roll.PartyOf(prepared.PlaceOf(i)), EqualityComparer<Guid>.Default);
        prepared.Weigh(!roll.Measures.Contains(RuleWords.Heads), measure => roll.Column(measure, kept));
        return prepared;
    }

    // Whether no party can have two seats, which is so in most buildings and told several times sooner than by looking each up among a million.
    private bool AreSurelyApart(IRollColumns roll)
    {
        var parties = new ulong[HolderOf.Length];
        for (var i = 0; i < parties.Length; i++)
        {
            // Two parties rarely have one number, and one party never two. Multiplied so that ids given one after the other differ in the highest bits.
            var party = roll.PartyOf(PlaceOf(i));
            var halves = MemoryMarshal.Cast<Guid, ulong>(new ReadOnlySpan<Guid>(in party));
            parties[i] = ((halves[0] * 0x9E3779B97F4A7C15) ^ halves[1]) * 0xC2B2AE3D27D4EB4F;
        }

        return !Repeats.Any(parties);
    }

    private void KeepApart()
    {
        for (var i = 0; i < HolderOf.Length; i++)
        {
            _firstSeatOf.Add(i);
            PairScope.Add(ScopeOf[i]);
            (HolderOf[i], PairOf[i]) = (i, i);
        }
    }

    /// <summary>The seats that remain, made when asked for.</summary>
    private sealed class KeptSeats(IRollColumns roll, int[] places) : IReadOnlyList<RollSeat>
    {
        public int Count => places.Length;

        public RollSeat this[int index] => roll[places[index]];

        public IEnumerator<RollSeat> GetEnumerator() => places.Select(place => roll[place]).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
