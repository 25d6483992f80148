using Cohesion.Governance.Domain.Votes;
using Xunit;

namespace Cohesion.Governance.Domain.Tests.Votes;

public sealed class BallotWindowTests
{
    private static readonly DateTimeOffset Opens = new(2026, 11, 2, 1, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Closes = Opens.AddDays(7);

    [Fact]
    public void Open_from_the_instant_of_opening_up_to_and_not_at_the_instant_of_closing()
    {
        var window = new BallotWindow(VoteStage.Open, Opens, Closes, null);

        Assert.IsType<VoteNotOpenYet>(window.RefusalAt(Opens.AddTicks(-1)));
        Assert.Null(window.RefusalAt(Opens));
        Assert.Null(window.RefusalAt(Closes.AddTicks(-1)));
        Assert.IsType<VoteHasClosed>(window.RefusalAt(Closes));
    }

    [Theory]
    [InlineData(VoteStage.Planned, typeof(VoteNotOpenYet))]
    [InlineData(VoteStage.RollFrozen, typeof(VoteNotOpenYet))]
    [InlineData(VoteStage.Closed, typeof(VoteHasClosed))]
    [InlineData(VoteStage.Cancelled, typeof(VoteWasCancelled))]
    public void Every_other_stage_takes_no_ballot(VoteStage stage, Type refusal) =>
        Assert.IsType(refusal, new BallotWindow(stage, Opens, Closes, null).RefusalAt(Opens.AddDays(1)));

    [Fact]
    public void A_settled_vote_takes_no_ballot_before_its_time_either() =>
        Assert.IsType<VoteHasClosed>(new BallotWindow(VoteStage.Open, Opens, Closes, Opens.AddHours(1)).RefusalAt(Opens.AddHours(2)));
}
