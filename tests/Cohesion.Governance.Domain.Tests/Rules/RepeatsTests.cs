using Cohesion.Governance.Domain.Rules;
using CsCheck;
using Xunit;

namespace Cohesion.Governance.Domain.Tests.Rules;

public sealed class RepeatsTests
{
    [Fact]
    public void A_number_that_stands_twice_is_found_wherever_it_stands() =>
        Gen.OneOf(Gen.ULong, Gen.ULong[0, 20], Gen.ULong[ulong.MaxValue - 20, ulong.MaxValue]).Array[0, 40].Sample(numbers =>
            Assert.Equal(numbers.Distinct().Count() < numbers.Length, Repeats.Any(numbers)));

    // The first and the last of the buckets, and neighbours on both sides of a boundary between two.
    [Theory]
    [InlineData(false)]
    [InlineData(false, 0UL)]
    [InlineData(true, 0UL, 5UL, 0UL)]
    [InlineData(true, ulong.MaxValue, 1UL, ulong.MaxValue)]
    [InlineData(false, 0x0000_ffff_ffff_ffffUL, 0x0001_0000_0000_0000UL)]
    [InlineData(true, 0x0001_0000_0000_0000UL, 0x0000_ffff_ffff_ffffUL, 0x0001_0000_0000_0000UL)]
    public void Numbers_at_the_edges_are_told_apart(bool any, params ulong[] numbers) => Assert.Equal(any, Repeats.Any(numbers));
}
