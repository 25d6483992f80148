using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Xunit;

namespace Cohesion.Governance.Domain.Tests.Votes;

/// <summary>What happens to a ballot that comes in, read off the meaning of each policy by hand.</summary>
public sealed class BallotIntakeTests
{
    private static readonly DateTimeOffset Opens = new(2026, 11, 2, 1, 0, 0, TimeSpan.Zero);
    private static readonly BallotWindow Open = new(VoteStage.Open, Opens, Opens.AddDays(7), null);
    private static readonly RollLine Seat = new(null, null);
    private static readonly Guid Own = Guid.Parse("00000000-0000-7000-8000-000000000001");
    private static readonly Guid Other = Guid.Parse("00000000-0000-7000-8000-000000000002");

    [Theory]
    [InlineData(DuplicatePolicy.OnlinePrevails)]
    [InlineData(DuplicatePolicy.PaperPrevails)]
    [InlineData(DuplicatePolicy.FirstValidWins)]
    [InlineData(DuplicatePolicy.LatestWins)]
    public void A_seats_first_ballot_is_taken_whatever_its_channel(DuplicatePolicy policy)
    {
        foreach (var channel in new[] { BallotChannel.Online, BallotChannel.Paper, BallotChannel.Visit, BallotChannel.Proxy })
        {
            Assert.Equal(IntakeKind.TakenFirst, Decide(policy, null, Arriving(channel, 2)).Kind);
        }
    }

    // On file: taken on day 2 with yes. Arriving: no, given on the day stated.
    [Theory]
    [InlineData(DuplicatePolicy.OnlinePrevails, BallotChannel.Online, BallotChannel.Paper, 3, IntakeKind.SetAside, SetAsideReason.OnlineStands)]
    [InlineData(DuplicatePolicy.OnlinePrevails, BallotChannel.Online, BallotChannel.Visit, 3, IntakeKind.SetAside, SetAsideReason.OnlineStands)]
    [InlineData(DuplicatePolicy.OnlinePrevails, BallotChannel.Paper, BallotChannel.Online, 3, IntakeKind.TakenInstead, null)]
    [InlineData(DuplicatePolicy.OnlinePrevails, BallotChannel.Paper, BallotChannel.Visit, 3, IntakeKind.TakenInstead, null)]
    [InlineData(DuplicatePolicy.OnlinePrevails, BallotChannel.Visit, BallotChannel.Paper, 1, IntakeKind.SetAside, SetAsideReason.OlderThanStanding)]
    [InlineData(DuplicatePolicy.OnlinePrevails, BallotChannel.Proxy, BallotChannel.Paper, 1, IntakeKind.TakenInstead, null)]
    [InlineData(DuplicatePolicy.PaperPrevails, BallotChannel.Online, BallotChannel.Paper, 1, IntakeKind.TakenInstead, null)]
    [InlineData(DuplicatePolicy.PaperPrevails, BallotChannel.Online, BallotChannel.Visit, 3, IntakeKind.TakenInstead, null)]
    [InlineData(DuplicatePolicy.PaperPrevails, BallotChannel.Paper, BallotChannel.Online, 3, IntakeKind.SetAside, SetAsideReason.PaperStands)]
    [InlineData(DuplicatePolicy.PaperPrevails, BallotChannel.Visit, BallotChannel.Online, 3, IntakeKind.SetAside, SetAsideReason.PaperStands)]
    [InlineData(DuplicatePolicy.PaperPrevails, BallotChannel.Paper, BallotChannel.Paper, 1, IntakeKind.SetAside, SetAsideReason.OlderThanStanding)]
    [InlineData(DuplicatePolicy.PaperPrevails, BallotChannel.Proxy, BallotChannel.Online, 3, IntakeKind.TakenInstead, null)]
    [InlineData(DuplicatePolicy.FirstValidWins, BallotChannel.Online, BallotChannel.Paper, 1, IntakeKind.SetAside, SetAsideReason.FirstStands)]
    [InlineData(DuplicatePolicy.FirstValidWins, BallotChannel.Paper, BallotChannel.Online, 3, IntakeKind.SetAside, SetAsideReason.FirstStands)]
    [InlineData(DuplicatePolicy.FirstValidWins, BallotChannel.Paper, BallotChannel.Paper, 3, IntakeKind.SetAside, SetAsideReason.FirstStands)]
    [InlineData(DuplicatePolicy.FirstValidWins, BallotChannel.Proxy, BallotChannel.Online, 3, IntakeKind.SetAside, SetAsideReason.FirstStands)]
    [InlineData(DuplicatePolicy.LatestWins, BallotChannel.Online, BallotChannel.Paper, 3, IntakeKind.TakenInstead, null)]
    [InlineData(DuplicatePolicy.LatestWins, BallotChannel.Online, BallotChannel.Paper, 1, IntakeKind.SetAside, SetAsideReason.OlderThanStanding)]
    [InlineData(DuplicatePolicy.LatestWins, BallotChannel.Paper, BallotChannel.Online, 3, IntakeKind.TakenInstead, null)]
    [InlineData(DuplicatePolicy.LatestWins, BallotChannel.Visit, BallotChannel.Paper, 1, IntakeKind.SetAside, SetAsideReason.OlderThanStanding)]
    [InlineData(DuplicatePolicy.LatestWins, BallotChannel.Proxy, BallotChannel.Visit, 1, IntakeKind.TakenInstead, null)]
    public void Of_two_ballots_by_different_ways_the_policy_says_which_counts(
        DuplicatePolicy policy, BallotChannel onFile, BallotChannel arriving, int day, IntakeKind kind, SetAsideReason? reason)
    {
        var ruling = Decide(policy, new PresentBallot(BallotChoice.Yes, onFile, Own, Opens.AddDays(2)), Arriving(arriving, day));

        Assert.Equal((kind, reason), (ruling.Kind, ruling.Reason));
    }

    [Theory]
    [InlineData(DuplicatePolicy.OnlinePrevails)]
    [InlineData(DuplicatePolicy.PaperPrevails)]
    [InlineData(DuplicatePolicy.FirstValidWins)]
    [InlineData(DuplicatePolicy.LatestWins)]
    public void Casting_again_by_the_same_way_is_a_change_and_not_a_duplicate(DuplicatePolicy policy)
    {
        foreach (var channel in new[] { BallotChannel.Online, BallotChannel.Proxy })
        {
            var onFile = new PresentBallot(BallotChoice.Yes, channel, Own, Opens.AddDays(2));
            Assert.Equal(IntakeKind.TakenInstead, Decide(policy, onFile, Arriving(channel, 3)).Kind);
        }
    }

    [Theory]
    [InlineData(BallotChannel.Online)]
    [InlineData(BallotChannel.Paper)]
    [InlineData(BallotChannel.Visit)]
    public void A_proxy_never_replaces_what_the_seat_said_itself(BallotChannel onFile)
    {
        foreach (var policy in Enum.GetValues<DuplicatePolicy>())
        {
            var ruling = Decide(policy, new PresentBallot(BallotChoice.Yes, onFile, Own, Opens.AddDays(2)), Arriving(BallotChannel.Proxy, 3));
            Assert.IsType<SeatVotedItself>(ruling.Refusal);
        }
    }

    [Theory]
    [InlineData(BallotChannel.Online, BallotChannel.Online, false)]
    [InlineData(BallotChannel.Paper, BallotChannel.Online, false)]
    [InlineData(BallotChannel.Proxy, BallotChannel.Proxy, false)]
    [InlineData(BallotChannel.Proxy, BallotChannel.Online, false)]
    [InlineData(BallotChannel.Online, BallotChannel.Paper, true)]
    [InlineData(BallotChannel.Paper, BallotChannel.Visit, true)]
    public void Where_the_rule_knows_no_change_whoever_casts_is_refused_and_a_paper_is_kept_aside(BallotChannel onFile, BallotChannel arriving, bool isKept)
    {
        foreach (var policy in Enum.GetValues<DuplicatePolicy>())
        {
            var ruling = BallotIntake.Decide(
                Open, Seat, new PresentBallot(BallotChoice.Yes, onFile, Own, Opens.AddDays(2)), Arriving(arriving, 3), new IntakeTerms(policy, BallotChange.Never));
            Assert.Equal(isKept ? IntakeKind.SetAside : IntakeKind.Refused, ruling.Kind);
            Assert.Equal(isKept ? SetAsideReason.Irrevocable : null, ruling.Reason);
            Assert.Equal(isKept ? null : typeof(BallotIsIrrevocable), ruling.Refusal?.GetType());
        }
    }

    [Fact]
    public void The_same_ballot_again_is_the_same_even_where_none_may_be_changed()
    {
        var onFile = new PresentBallot(BallotChoice.No, BallotChannel.Online, Other, Opens.AddDays(2));

        Assert.Equal(IntakeKind.Same, BallotIntake.Decide(Open, Seat, onFile, Arriving(BallotChannel.Online, 3), new IntakeTerms(DuplicatePolicy.FirstValidWins, BallotChange.Never)).Kind);
    }

    [Fact]
    public void A_paper_is_the_same_when_it_was_given_at_the_same_time_whoever_enters_it()
    {
        var onFile = new PresentBallot(BallotChoice.No, BallotChannel.Paper, Own, Opens.AddDays(3));

        Assert.Equal(IntakeKind.Same, Decide(DuplicatePolicy.FirstValidWins, onFile, Arriving(BallotChannel.Paper, 3)).Kind);
        Assert.Equal(IntakeKind.SetAside, Decide(DuplicatePolicy.FirstValidWins, onFile, Arriving(BallotChannel.Paper, 4)).Kind);
    }

    [Fact]
    public void A_paper_received_before_closing_is_taken_while_the_vote_is_not_counted_and_refused_afterwards()
    {
        var late = new ArrivingBallot(BallotChoice.Yes, BallotChannel.Paper, Other, Opens.AddDays(6), Opens.AddDays(7).AddTicks(-1));
        var terms = new IntakeTerms(DuplicatePolicy.OnlinePrevails, BallotChange.UntilClosing);

        Assert.Equal(IntakeKind.TakenFirst, BallotIntake.Decide(Open, Seat, null, late, terms).Kind);
        Assert.IsType<VoteHasClosed>(BallotIntake.Decide(Open, Seat, null, late with { ReceivedAt = Opens.AddDays(7) }, terms).Refusal);
        Assert.IsType<VoteHasClosed>(BallotIntake.Decide(Open with { Stage = VoteStage.Closed }, Seat, null, late, terms).Refusal);
        Assert.IsType<VoteHasClosed>(BallotIntake.Decide(Open with { SettledAt = Opens.AddDays(6) }, Seat, null, late, terms).Refusal);
    }

    [Fact]
    public void Refused_without_a_line_on_the_roll_when_excluded_before_opening_and_once_cancelled()
    {
        var terms = new IntakeTerms(DuplicatePolicy.LatestWins, BallotChange.UntilClosing);
        var ballot = Arriving(BallotChannel.Online, 2);

        Assert.IsType<SeatNotOnRoll>(BallotIntake.Decide(Open, null, null, ballot, terms).Refusal);
        Assert.Equal(new SeatIsExcluded("Owes"), BallotIntake.Decide(Open, new RollLine("arrears", "Owes"), null, ballot, terms).Refusal);
        Assert.IsType<VoteNotOpenYet>(BallotIntake.Decide(Open with { Stage = VoteStage.RollFrozen }, Seat, null, ballot, terms).Refusal);
        Assert.IsType<VoteWasCancelled>(BallotIntake.Decide(Open with { Stage = VoteStage.Cancelled }, Seat, null, ballot, terms).Refusal);
    }

    private static ArrivingBallot Arriving(BallotChannel channel, int day) => new(BallotChoice.No, channel, Other, Opens.AddDays(day), Opens.AddDays(4));

    private static IntakeRuling Decide(DuplicatePolicy policy, PresentBallot? onFile, ArrivingBallot arriving) =>
        BallotIntake.Decide(Open, Seat, onFile, arriving, new IntakeTerms(policy, BallotChange.UntilClosing));
}
