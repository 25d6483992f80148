using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Live.WatchOwnTopic;
using Cohesion.Governance.Server.Live;
using Cohesion.Governance.Server.Tests.Harness;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Live;

public sealed class WatchOwnTopicTests
{
    [Fact]
    public async Task A_person_reads_what_happened_in_the_own_topic_and_in_no_other()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        await app.Db(db => new LiveFeed(db, app.Clock).Announce(Topics.Person(town.TenantA), "notice", new { text = "for A" }, CancellationToken.None));

        var own = await app.Send(town.TenantA, new WatchOwnTopicQuery());
        var other = await app.Send(town.TenantB, new WatchOwnTopicQuery());

        Assert.Equal("notice", Assert.Single(own.Value.Events).Kind);
        Assert.Empty(other.Value.Events);
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_is_refused()
    {
        var (app, _) = await GovernanceApp.StartWithTown();
        await using var ignored = app;

        Assert.IsType<SignInNeeded>((await app.Send(null, new WatchOwnTopicQuery())).Refusal);
    }
}
