using Xunit;

namespace Cohesion.Governance.Domain.Tests;

public sealed class LocalTextTests
{
    private static readonly LocalText Seats = new("{0} of {1} {1|seat has|seats have} voted", "{1} 个席位中已有 {0} 个投票");

    [Theory]
    [InlineData(1, "0 of 1 seat has voted")]
    [InlineData(0, "0 of 0 seats have voted")]
    [InlineData(2, "0 of 2 seats have voted")]
    [InlineData(11, "0 of 11 seats have voted")]
    [InlineData(1000000, "0 of 1000000 seats have voted")]
    public void A_word_follows_its_number(int number, string expected) => Assert.Equal(expected, Seats.With(0, number).En);

    [Fact]
    public void A_number_written_as_a_text_and_a_long_one_count_as_well()
    {
        Assert.Equal("0 of 1 seat has voted", Seats.With("0", "1").En);
        Assert.Equal("0 of 1,000 seats have voted", Seats.With(0, "1,000").En);
        Assert.Equal("0 of 1 seat has voted", Seats.With(0, 1L).En);
    }

    [Fact]
    public void Chinese_has_one_form_and_what_people_typed_is_left_as_it_is()
    {
        Assert.Equal("1 个席位中已有 0 个投票", Seats.With(0, 1).Zh);
        Assert.Equal("Room A|B {1|x}: 1 seat", new LocalText("{0}: {1} {1|seat|seats}", "{0}").With("Room A|B {1|x}", 1).En);
    }
}
