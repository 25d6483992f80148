using Cohesion.Governance.Server.Live;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Live;

public sealed class LiveWatchersTests
{
    [Fact]
    public void A_group_is_watched_until_the_last_of_its_connections_is_gone()
    {
        var watchers = new LiveWatchers();
        Assert.False(watchers.Any("vote"));

        watchers.Join("vote", "phone");
        watchers.Join("vote", "phone");
        watchers.Join("vote", "wall");
        watchers.Join("council", "wall");
        watchers.Leave("phone");
        Assert.True(watchers.Any("vote"));

        watchers.Leave("wall");
        Assert.False(watchers.Any("vote"));
        Assert.False(watchers.Any("council"));
    }

    [Fact]
    public void A_connection_that_watched_nothing_may_go()
    {
        var watchers = new LiveWatchers();
        watchers.Join("vote", "wall");

        watchers.Leave("phone");

        Assert.True(watchers.Any("vote"));
    }
}
