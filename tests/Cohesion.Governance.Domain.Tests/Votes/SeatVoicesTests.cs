using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Xunit;

namespace Cohesion.Governance.Domain.Tests.Votes;

public sealed class SeatVoicesTests
{
    [Fact]
    public void Nobody_has_spoken_is_neither_a_ballot_nor_a_contest() => Assert.Equal(new VoicesFinding(false, null), VoicesFinding.Of([]));

    [Fact]
    public void One_voice_speaks_for_the_seat_until_another_differs()
    {
        Assert.Equal(new VoicesFinding(false, BallotChoice.No), VoicesFinding.Of([BallotChoice.No]));
        Assert.Equal(new VoicesFinding(true, null), VoicesFinding.Of([BallotChoice.No, BallotChoice.Yes]));
    }

    [Fact]
    public void Voices_that_agree_are_one_ballot()
        => Assert.Equal(new VoicesFinding(false, BallotChoice.Yes), VoicesFinding.Of([BallotChoice.Yes, BallotChoice.Yes, BallotChoice.Yes]));

    [Fact]
    public void An_abstention_differs_from_a_yes() => Assert.True(VoicesFinding.Of([BallotChoice.Yes, BallotChoice.Abstain]).IsContested);
}
