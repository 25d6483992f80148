using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Cohesion.Governance.Domain.Proof;

/// <summary>The operations of FIPS 180-4 section 3.2 on a 32-bit word, or on the same word of several messages side by side.</summary>
internal interface ISha256Words<T>
    where T : unmanaged
{
    /// <summary>The same number for every message.</summary>
    static abstract T Of(uint value);

    static abstract T Add(T left, T right);

    static abstract T RotateRight(T value, [ConstantExpected] byte bits);

    static abstract T ShiftRight(T value, [ConstantExpected] byte bits);

    static abstract T Xor(T a, T b, T c);

    /// <summary>Ch(x, y, z): where x has a one, y, else z.</summary>
    static abstract T Choose(T x, T y, T z);

    /// <summary>Maj(x, y, z): what two of the three have.</summary>
    static abstract T Majority(T x, T y, T z);
}

/// <summary>One message.</summary>
internal readonly struct OneMessage : ISha256Words<uint>
{
    public static uint Of(uint value) => value;

    public static uint Add(uint left, uint right) => left + right;

    public static uint RotateRight(uint value, [ConstantExpected] byte bits) => BitOperations.RotateRight(value, bits);

    public static uint ShiftRight(uint value, [ConstantExpected] byte bits) => value >> bits;

    public static uint Xor(uint a, uint b, uint c) => a ^ b ^ c;

    public static uint Choose(uint x, uint y, uint z) => z ^ (x & (y ^ z));

    public static uint Majority(uint x, uint y, uint z) => (x & y) | (z & (x | y));
}

/// <summary>Eight messages, on processors with vectors of 256 bits.</summary>
internal readonly struct EightMessages : ISha256Words<Vector256<uint>>
{
    public static Vector256<uint> Of(uint value) => Vector256.Create(value);

    public static Vector256<uint> Add(Vector256<uint> left, Vector256<uint> right) => left + right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> RotateRight(Vector256<uint> value, [ConstantExpected] byte bits) => (value >>> bits) | (value << (32 - bits));

    public static Vector256<uint> ShiftRight(Vector256<uint> value, [ConstantExpected] byte bits) => value >>> bits;

    public static Vector256<uint> Xor(Vector256<uint> a, Vector256<uint> b, Vector256<uint> c) => a ^ b ^ c;

    public static Vector256<uint> Choose(Vector256<uint> x, Vector256<uint> y, Vector256<uint> z) => z ^ (x & (y ^ z));

    public static Vector256<uint> Majority(Vector256<uint> x, Vector256<uint> y, Vector256<uint> z) => (x & y) | (z & (x | y));
}

/// <summary>Sixteen messages, on processors with AVX-512, which rotates and joins three words in one instruction.</summary>
internal readonly struct SixteenMessages : ISha256Words<Vector512<uint>>
{
    public static Vector512<uint> Of(uint value) => Vector512.Create(value);

    public static Vector512<uint> Add(Vector512<uint> left, Vector512<uint> right) => left + right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> RotateRight(Vector512<uint> value, [ConstantExpected] byte bits) => Avx512F.RotateRight(value, bits);

    public static Vector512<uint> ShiftRight(Vector512<uint> value, [ConstantExpected] byte bits) => value >>> bits;

    // The last argument is the truth table: what comes out for the bits 000 to 111 of the three.
    public static Vector512<uint> Xor(Vector512<uint> a, Vector512<uint> b, Vector512<uint> c) => Avx512F.TernaryLogic(a, b, c, 0b1001_0110);

    public static Vector512<uint> Choose(Vector512<uint> x, Vector512<uint> y, Vector512<uint> z) => Avx512F.TernaryLogic(x, y, z, 0b1100_1010);

    public static Vector512<uint> Majority(Vector512<uint> x, Vector512<uint> y, Vector512<uint> z) => Avx512F.TernaryLogic(x, y, z, 0b1110_1000);
}
