using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Cohesion.Governance.Domain.Proof;

/// <summary>The hash of a receipt, by which lists of an export name a ballot.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ReceiptKey(ulong A, ulong B, ulong C, ulong D)
{
    public static ReceiptKey Of(ReadOnlySpan<byte> hash) => new(
        BinaryPrimitives.ReadUInt64BigEndian(hash), BinaryPrimitives.ReadUInt64BigEndian(hash[8..]), BinaryPrimitives.ReadUInt64BigEndian(hash[16..]),
        BinaryPrimitives.ReadUInt64BigEndian(hash[24..]));

    /// <summary>A part of it: a hash is as even as anything made from it.</summary>
    public override int GetHashCode() => (int)A;

    public static ReceiptKey Of(string hexadecimal) => Of(Convert.FromHexString(hexadecimal));
}
