using Cohesion.Governance.Domain.FollowUps;
using Cohesion.Governance.Domain.Resolutions;
using Xunit;

namespace Cohesion.Governance.Domain.Tests.Resolutions;

public sealed class SettlementTests
{
    private static Resolution Resolution(string? noActionNeeded = null) => new()
    {
        Id = default, CouncilId = default, ProposalId = default, ProposalItemId = default, VoteId = default, Number = 1, Title = "Lift", Text = "One is built.",
        AdoptedAt = default, NoActionNeeded = noActionNeeded,
    };

    [Theory]
    [InlineData(false)]
    [InlineData(true, FollowUpStage.Kept)]
    [InlineData(true, FollowUpStage.Kept, FollowUpStage.Cancelled)]
    [InlineData(false, FollowUpStage.Cancelled)]
    [InlineData(false, FollowUpStage.Kept, FollowUpStage.Assigned)]
    [InlineData(false, FollowUpStage.Kept, FollowUpStage.AwaitingRuling)]
    public void It_takes_one_kept_action_and_none_open(bool settled, params FollowUpStage[] actions) =>
        Assert.Equal(settled, Resolution().IsSettled(actions));

    [Fact]
    public void It_takes_no_action_where_none_is_needed() => Assert.True(Resolution("It was there").IsSettled([]));

    [Fact]
    public void No_action_is_declared_only_where_none_stands()
    {
        Assert.IsType<ResolutionHasActions>(Resolution().DeclareNoActionNeeded("Why", [FollowUpStage.Assigned]).Refusal);
        Assert.IsType<ResolutionHasActions>(Resolution().DeclareNoActionNeeded("Why", [FollowUpStage.Kept]).Refusal);
        Assert.IsType<NoActionDeclared>(Resolution("Because").DeclareNoActionNeeded("Why", []).Refusal);
        Assert.Null(Resolution().DeclareNoActionNeeded("Why", [FollowUpStage.Cancelled]).Refusal);
    }
}
