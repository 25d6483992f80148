using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace Cohesion.Governance.Domain.Proof;

/// <summary>What stands in an export by the receipt of a ballot. It is asked for many receipts of which it knows nothing, and answers most of them from a set of bits
/// small enough for the processor's cache.</summary>
internal sealed class ReceiptTable<T>
    where T : class
{
    private const int FilterBits = 20;

    private readonly Dictionary<ReceiptKey, T> lines = [];
    private readonly ulong[] filter = new ulong[(1 << FilterBits) / 64];

    public int Count => lines.Count;

    /// <summary>Every receipt with what stands for it, in the order in which they came.</summary>
    public IEnumerable<KeyValuePair<ReceiptKey, T>> Lines => lines;

    /// <summary>The place of a receipt's line, which is null where it is new.</summary>
    public ref T? At(ReceiptKey receipt)
    {
        var bit = BitOf(receipt);
        filter[bit / 64] |= 1UL << (bit % 64);
        return ref CollectionsMarshal.GetValueRefOrAddDefault(lines, receipt, out _);
    }

    /// <summary>Adds a line; false where the receipt has one already.</summary>
    public bool TryAdd(ReceiptKey receipt, T line)
    {
        ref var place = ref At(receipt);
        var isNew = place is null;
        place ??= line;
        return isNew;
    }

    public bool TryGetValue(ReceiptKey receipt, [MaybeNullWhen(false)] out T line)
    {
        var bit = BitOf(receipt);
        line = null;
        return (filter[bit / 64] & (1UL << (bit % 64))) != 0 && lines.TryGetValue(receipt, out line);
    }

    // A receipt is a hash: any of its bits are as good as any others.
    private static int BitOf(ReceiptKey receipt) => (int)(receipt.A >> (64 - FilterBits));
}
