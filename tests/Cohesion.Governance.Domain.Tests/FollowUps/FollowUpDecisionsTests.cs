using Cohesion.Governance.Domain.FollowUps;
using Xunit;

namespace Cohesion.Governance.Domain.Tests.FollowUps;

public sealed class FollowUpDecisionsTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 2, 1, 0, 0, TimeSpan.Zero);
    private static readonly Guid Owner = Guid.Parse("00000000-0000-0000-0000-000000000001");
    private static readonly Guid A = Guid.Parse("00000000-0000-0000-0000-00000000000a");
    private static readonly Guid B = Guid.Parse("00000000-0000-0000-0000-00000000000b");

    private static FollowUpAction Action(FollowUpStage stage, int days = 10) => new()
    {
        Id = A, CouncilId = A, ResolutionId = A, ProposalId = A, Number = 1, Title = "Order it", OwnerPersonId = Owner, DueAt = Now.AddDays(days),
        AssignedAt = Now, Stage = stage,
    };

    [Theory]
    [InlineData(FollowUpStage.Assigned, true)]
    [InlineData(FollowUpStage.Declined, true)]
    [InlineData(FollowUpStage.Accepted, true)]
    [InlineData(FollowUpStage.Evidenced, false)]
    [InlineData(FollowUpStage.AwaitingRuling, false)]
    [InlineData(FollowUpStage.Kept, false)]
    [InlineData(FollowUpStage.Cancelled, false)]
    public void It_is_late_only_while_its_owner_owes_something(FollowUpStage stage, bool late)
    {
        var action = Action(stage);
        Assert.False(action.IsOverdue(action.DueAt));
        Assert.Equal(late, action.IsOverdue(action.DueAt.AddTicks(1)));
    }

    [Fact]
    public void One_no_returns_it_whatever_others_said()
    {
        var action = Action(FollowUpStage.Evidenced);
        Assert.True(action.Confirm(B, kept: false, [A, B], new Dictionary<Guid, bool> { [A] = true }).Value);
        Assert.False(action.FoundKept);
    }

    [Fact]
    public void The_last_yes_keeps_it()
    {
        var action = Action(FollowUpStage.Evidenced);
        Assert.False(action.Confirm(A, kept: true, [A, B], new Dictionary<Guid, bool>()).Value);
        Assert.Null(action.FoundKept);
        Assert.True(action.Confirm(B, kept: true, [A, B], new Dictionary<Guid, bool> { [A] = true }).Value);
        Assert.True(action.FoundKept);
    }

    [Fact]
    public void Reopening_gives_time_but_never_takes_any()
    {
        var soon = Action(FollowUpStage.Evidenced, days: 2);
        var late = Action(FollowUpStage.Evidenced, days: 30);
        (soon.FoundKept, late.FoundKept) = (false, false);

        Assert.True(soon.Reopen(TimeSpan.FromDays(7), Now));
        Assert.True(late.Reopen(TimeSpan.FromDays(7), Now));

        Assert.Equal(Now.AddDays(7), soon.DueAt);
        Assert.Equal(Now.AddDays(30), late.DueAt);
        Assert.False(soon.Reopen(TimeSpan.FromDays(7), Now));
        Assert.Equal(1, soon.Reopened);
    }

    [Fact]
    public void The_rung_reached_never_goes_down_until_the_date_changes()
    {
        var action = Action(FollowUpStage.Accepted);
        action.Chase(3);
        action.Chase(1);
        Assert.Equal(3, action.ChaseLevel);

        Assert.Null(action.Extend(Now.AddDays(20), Now).Refusal);
        Assert.Equal(0, action.ChaseLevel);
    }

    [Fact]
    public void Another_owner_is_asked_anew_and_not_held_to_what_the_first_was_told()
    {
        var action = Action(FollowUpStage.Assigned);
        Assert.True(action.Offer(TimeSpan.FromDays(3), Now));
        Assert.False(action.Offer(TimeSpan.FromDays(3), Now));

        Assert.Null(action.Reassign(B, null, Now).Refusal);

        Assert.Null(action.ToldDueAt);
        Assert.True(action.Offer(TimeSpan.FromDays(3), Now));
        Assert.IsType<NotTheOwner>(action.Accept(Owner).Refusal);
        Assert.Null(action.Accept(B).Refusal);
    }

    [Fact]
    public void Every_stage_has_a_name_in_both_languages()
    {
        Assert.All(Enum.GetValues<FollowUpStage>(), stage =>
        {
            var name = FollowUpStageNames.Of(stage);
            Assert.NotEmpty(name.En);
            Assert.NotEmpty(name.Zh);
        });
    }
}
