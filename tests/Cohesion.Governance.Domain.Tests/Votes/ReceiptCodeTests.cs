using Cohesion.Governance.Domain.Votes;
using Xunit;

namespace Cohesion.Governance.Domain.Tests.Votes;

public sealed class ReceiptCodeTests
{
    [Fact]
    public void A_new_code_reads_back_as_itself()
    {
        for (var i = 0; i < 100; i++)
        {
            var code = ReceiptCode.Create();
            Assert.Equal(code, ReceiptCode.Read(code));
        }
    }

    [Fact]
    public void Codes_do_not_repeat() => Assert.Equal(10_000, Enumerable.Range(0, 10_000).Select(_ => ReceiptCode.Create()).Distinct().Count());

    [Theory]
    [InlineData("7k2m04xr9qtb", "7K2M-04XR-9QTB")]
    [InlineData(" 7K2M 04XR 9QTB ", "7K2M-04XR-9QTB")]
    [InlineData("OIL0-0000-0000", "0110-0000-0000")] // letters that Crockford's base 32 reads as digits
    [InlineData("7K2M-04XR-9QT", null)]
    [InlineData("7K2M-04XR-9QTBB", null)]
    [InlineData("7K2M-04XR-9QTU", null)] // U is no letter of the alphabet
    [InlineData("", null)]
    [InlineData("表决回执编号七八九十一二", null)]
    public void What_is_typed_is_forgiven_where_it_can_only_mean_one_thing(string typed, string? code) => Assert.Equal(code, ReceiptCode.Read(typed));
}
