using Cohesion.Governance.Domain.Proof;
using CsCheck;
using Xunit;

namespace Cohesion.Governance.Domain.Tests.Proof;

public sealed class ReceiptTableTests
{
    // Few different numbers in each of the four parts, so that receipts meet again, and others agree with one in a part only.
    private static readonly Gen<ReceiptKey> Receipt =
        Gen.Select(Gen.ULong[0, 3], Gen.ULong[0, 1], Gen.ULong[0, 1], Gen.ULong[0, 1]).Select((a, b, c, d) => new ReceiptKey(a << 44, b, c, d));

    [Fact]
    public void It_finds_what_a_dictionary_finds_and_keeps_the_first_line_of_a_receipt() =>
        Gen.Select(Receipt.Array[0, 40], Receipt.Array[40]).Sample((added, asked) =>
        {
            var (table, expected) = (new ReceiptTable<string>(), new Dictionary<ReceiptKey, string>());
            for (var i = 0; i < added.Length; i++)
            {
                Assert.Equal(expected.TryAdd(added[i], $"line {i}"), table.TryAdd(added[i], $"line {i}"));
            }

            Assert.Equal(expected, table.Lines);
            Assert.Equal(expected.Count, table.Count);
            foreach (var receipt in asked)
            {
                Assert.Equal(expected.GetValueOrDefault(receipt), table.TryGetValue(receipt, out var line) ? line : null);
            }
        });
}
