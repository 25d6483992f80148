using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Cohesion.Governance.Domain.Rules;

namespace Cohesion.Governance.Domain.Proof;

/// <content>The roll as the rules see it.</content>
internal sealed partial class ExportedRoll
{
    private sealed class Columns(ExportedRoll roll, int[] columns) : IRollColumns
    {
        private readonly string[] codes = [.. columns.Select(m => roll.measures[m].Code)];
        private readonly long[] units = [.. columns.Select(m => Enumerable.Repeat(10L, roll.measures[m].Scale).Aggregate(1L, (product, ten) => product * ten))];

        public IReadOnlyList<string> Measures => codes;

        public IReadOnlyList<string> Blocs => roll.blocs;

        public int Count => roll.Count;

        public RollSeat this[int seat]
        {
            get
            {
                var weights = new Rational[columns.Length];
                for (var c = 0; c < columns.Length; c++)
                {
                    weights[c] = new Rational(ValueOf(seat, c), units[c]);
                }

                return new RollSeat(
                    roll.NameOf(seat), [roll.parties[seat].ToString("D")], roll.blocs[roll.blocOf[seat]], new Row(codes, weights),
                    roll.excluded.TryGetValue(seat, out var taken) ? new Exclusion(taken.Ground) : null);
            }
        }

        public Guid PartyOf(int seat) => roll.parties[seat];

        public int BlocOf(int seat) => roll.blocOf[seat];

        public bool IsMarked(int seat) => roll.IsExcluded(seat);

        public WeightColumn Column(string measure, int[]? seats)
        {
            var column = Array.IndexOf(codes, measure);
            var numbers = new long[seats?.Length ?? Count];
            for (var i = 0; i < numbers.Length; i++)
            {
                numbers[i] = ValueOf(seats is null ? i : seats[i], column);
            }

            return new UnitColumn(numbers, units[column]);
        }

        public IEnumerator<RollSeat> GetEnumerator()
        {
            for (var seat = 0; seat < Count; seat++)
            {
                yield return this[seat];
            }
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        private long ValueOf(int seat, int column) => roll.values[(seat * roll.measures.Count) + columns[column]];
    }

    /// <summary>A seat's columns, which share their names with all others.</summary>
    private sealed class Row(string[] codes, Rational[] weights) : IReadOnlyDictionary<string, Rational>
    {
        public IEnumerable<string> Keys => codes;

        public IEnumerable<Rational> Values => weights;

        public int Count => codes.Length;

        public Rational this[string key] => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException(key);

        public bool ContainsKey(string key) => Array.IndexOf(codes, key) >= 0;

        public bool TryGetValue(string key, [MaybeNullWhen(false)] out Rational value)
        {
            var at = Array.IndexOf(codes, key);
            value = at < 0 ? default : weights[at];
            return at >= 0;
        }

        public IEnumerator<KeyValuePair<string, Rational>> GetEnumerator() =>
            codes.Zip(weights, (code, weight) => new KeyValuePair<string, Rational>(code, weight)).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
