using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Server.Features.Accounts.ChangePassword;
using Cohesion.Governance.Server.Features.Votes.CastBallot;
using Cohesion.Governance.Server.Pipeline;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Persistence;

public sealed class RequestMarkTests
{
    private static readonly CastBallotCommand Yes = new(Guid.CreateVersion7(), Guid.CreateVersion7(), BallotChoice.Yes);

    [Fact]
    public void The_same_request_is_known_again_and_another_is_not()
    {
        var mark = RequestMark.Of(Yes);

        Assert.True(RequestMark.IsOf(Yes with { }, mark));
        Assert.False(RequestMark.IsOf(Yes with { SeatId = Guid.CreateVersion7() }, mark));
    }

    [Fact]
    public void What_is_kept_out_of_the_journal_tells_requests_apart_too()
    {
        Assert.False(RequestMark.IsOf(Yes with { Choice = BallotChoice.No }, RequestMark.Of(Yes)));
        Assert.False(RequestMark.IsOf(new ChangePasswordCommand("old", "new"), RequestMark.Of(new ChangePasswordCommand("old", "other"))));
    }

    [Fact]
    public void After_a_restart_requests_are_compared_by_what_the_journal_shows()
    {
        var parts = RequestMark.Of(Yes).Split(':');
        var earlier = $"{parts[0]}:00000000:{parts[2]}:{new string('0', 64)}";

        Assert.True(RequestMark.IsOf(Yes with { Choice = BallotChoice.No }, earlier));
        Assert.False(RequestMark.IsOf(Yes with { VoteId = Guid.CreateVersion7() }, earlier));
    }

    [Fact]
    public void Two_marks_of_one_request_cannot_be_told_to_be_of_one()
    {
        var (one, other) = (RequestMark.Of(Yes).Split(':'), RequestMark.Of(Yes).Split(':'));

        Assert.Equal(one[0], other[0]);
        Assert.NotEqual(one[^1], other[^1]);
    }

    [Fact]
    public void It_fits_its_column_and_a_mark_of_another_form_is_nobodys()
    {
        Assert.True(RequestMark.Of(Yes).Length <= 160);
        Assert.False(RequestMark.IsOf(Yes, RequestMark.Of(Yes)[..64]));
    }
}
