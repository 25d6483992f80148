using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Xunit;

namespace Cohesion.Governance.Domain.Tests.Votes;

public sealed class EnvelopeTests
{
    [Theory]
    [InlineData(0, "A")]
    [InlineData(25, "Z")]
    [InlineData(26, "AA")]
    [InlineData(51, "AZ")]
    [InlineData(52, "BA")]
    [InlineData(701, "ZZ")]
    [InlineData(702, "AAA")]
    public void Letters_go_on_after_Z_as_the_columns_of_a_sheet_do(int place, string letter) => Assert.Equal(letter, EnvelopeGroups.LetterOf(place));

    [Fact]
    public void Totals_are_as_long_whatever_they_say_and_read_back_the_same()
    {
        EnvelopeTotals[] few = [new("B", 0, 1, 2, 3), new("A", 4, 5, 6, 7)];
        EnvelopeTotals[] many = [new("A", EnvelopeTotals.Most, 99, 0, 1_000), new("B", 12_345_678, 0, 0, 0)];

        Assert.Equal(EnvelopeTotals.Write(few).Length, EnvelopeTotals.Write(many).Length);
        Assert.Equal([few[1], few[0]], EnvelopeTotals.Read(EnvelopeTotals.Write(few)));
        Assert.Equal(many, EnvelopeTotals.Read(EnvelopeTotals.Write(many)));
    }

    [Fact]
    public void Invalid_papers_abstain()
    {
        var totals = new EnvelopeTotals("A", 4, 5, 6, 7);
        Assert.Equal((4, 5, 13, 22L), (totals.Of(BallotChoice.Yes), totals.Of(BallotChoice.No), totals.Of(BallotChoice.Abstain), totals.Sum));
    }
}
