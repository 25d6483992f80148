using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Xunit;

namespace Cohesion.Governance.Domain.Tests.Votes;

public sealed class BallotEntryTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 2, 1, 0, 0, TimeSpan.Zero);
    private static readonly Guid First = Guid.CreateVersion7(Now);
    private static readonly Guid Second = Guid.CreateVersion7(Now);
    private static readonly Guid Third = Guid.CreateVersion7(Now);

    [Fact]
    public void Two_people_who_read_the_same_make_it_a_ballot()
    {
        var entry = Entry();

        Assert.True(entry.Check(Second, BallotChoice.Yes, Now).Value);
        Assert.Equal(BallotEntryStage.Entered, entry.Stage);
    }

    [Fact]
    public void Who_entered_it_never_checks_it()
    {
        var entry = Entry();

        Assert.IsType<SomebodyElseChecks>(entry.Check(First, BallotChoice.Yes, Now).Refusal);
        Assert.Equal(BallotEntryStage.AwaitingCheck, entry.Stage);
    }

    [Fact]
    public void A_different_reading_is_settled_by_a_third_and_by_neither_of_the_two()
    {
        var entry = Entry();
        Assert.False(entry.Check(Second, BallotChoice.No, Now).Value);

        Assert.IsType<SettlerWasInvolved>(entry.Settle(First, BallotChoice.Yes, "clear", Now).Refusal);
        Assert.IsType<SettlerWasInvolved>(entry.Settle(Second, BallotChoice.Yes, "clear", Now).Refusal);
        Assert.True(entry.Settle(Third, BallotChoice.No, "The cross stands beside no.", Now).IsGranted);
        Assert.Equal(BallotEntryStage.Entered, entry.Stage);
    }

    [Fact]
    public void What_says_nothing_valid_is_void_and_says_so()
    {
        var entry = Entry();
        entry.Check(Second, BallotChoice.Abstain, Now);
        entry.Settle(Third, null, "Both crossed.", Now);

        Assert.Equal(BallotEntryStage.Void, entry.Stage);
        Assert.NotNull(BallotEntry.WhyNotCounted(entry.Stage));
        Assert.False(entry.IsWaiting);
    }

    [Fact]
    public void Nothing_is_checked_twice_and_nothing_settled_that_is_not_disputed()
    {
        var entry = Entry();
        Assert.IsType<EntryNotDisputed>(entry.Settle(Third, BallotChoice.Yes, "clear", Now).Refusal);
        entry.Check(Second, BallotChoice.Yes, Now);

        Assert.IsType<EntryNotWaiting>(entry.Check(Third, BallotChoice.Yes, Now).Refusal);
        Assert.IsType<EntryNotDisputed>(entry.Settle(Third, BallotChoice.Yes, "clear", Now).Refusal);
    }

    [Fact]
    public void What_is_left_at_the_count_says_why_it_does_not_count()
    {
        var (unchecked_, disputed) = (Entry(), Entry());
        disputed.Check(Second, BallotChoice.No, Now);
        unchecked_.LeaveUncounted();
        disputed.LeaveUncounted();

        Assert.Equal((BallotEntryStage.NotCheckedInTime, BallotEntryStage.NotSettledInTime), (unchecked_.Stage, disputed.Stage));
        Assert.IsType<EntryNotWaiting>(unchecked_.Check(Second, BallotChoice.Yes, Now).Refusal);
        Assert.IsType<EntryNotDisputed>(disputed.Settle(Third, BallotChoice.Yes, "clear", Now).Refusal);
    }

    private static BallotEntry Entry() => new()
    {
        Id = Guid.CreateVersion7(Now), VoteId = Guid.Empty, SeatId = Guid.Empty, Channel = BallotChannel.Paper, Choice = BallotChoice.Yes, Place = "Room 101",
        TakenAt = Now, EnteredByPersonId = First, EnteredAt = Now,
    };
}
