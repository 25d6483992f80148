using System.Collections;

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
        prepared.Merge(i => roll.PartyOf(prepared.PlaceOf(i)), EqualityComparer<Guid>.Default);
        prepared.Weigh(!roll.Measures.Contains(RuleWords.Heads), measure => roll.Column(measure, kept));
        return prepared;
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
