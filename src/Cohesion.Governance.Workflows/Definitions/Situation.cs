using System.Numerics;

namespace Cohesion.Governance.Workflows.Definitions;

/// <summary>A small set of numbers, as bits. Changed only while it is being made; compared by content.</summary>
internal sealed class Situation(ulong[] bits) : IEquatable<Situation>
{
    public bool IsEmpty
    {
        get
        {
            foreach (var word in bits)
            {
                if (word != 0)
                    return false;
            }

            return true;
        }
    }

    public bool Has(int member) => (bits[member >> 6] & (1UL << (member & 63))) != 0;

    /// <returns>False when it was there.</returns>
    public bool Add(int member)
    {
        var had = Has(member);
        bits[member >> 6] |= 1UL << (member & 63);
        return !had;
    }

    public void Remove(int member) => bits[member >> 6] &= ~(1UL << (member & 63));

    public void RemoveAll(Situation others)
    {
        for (var i = 0; i < bits.Length; i++)
            bits[i] &= ~others.Word(i);
    }

    public Situation Copy() => new((ulong[])bits.Clone());

    public bool Overlaps(Situation other)
    {
        for (var i = 0; i < bits.Length; i++)
        {
            if ((bits[i] & other.Word(i)) != 0)
                return true;
        }

        return false;
    }

    public Situation And(Situation other)
    {
        var both = new ulong[bits.Length];
        for (var i = 0; i < both.Length; i++)
            both[i] = bits[i] & other.Word(i);
        return new(both);
    }

    /// <summary>Ascending.</summary>
    public IEnumerable<int> Members()
    {
        for (var i = 0; i < bits.Length; i++)
        {
            for (var word = bits[i]; word != 0; word &= word - 1)
                yield return (i << 6) + BitOperations.TrailingZeroCount(word);
        }
    }

    public bool Equals(Situation? other)
    {
        for (var i = 0; i < bits.Length; i++)
        {
            if (other is null || bits[i] != other.Word(i))
                return false;
        }

        return true;
    }

    public override bool Equals(object? obj) => Equals(obj as Situation);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var word in bits)
            hash.Add(word);
        return hash.ToHashCode();
    }

    private ulong Word(int index) => bits[index];
}
