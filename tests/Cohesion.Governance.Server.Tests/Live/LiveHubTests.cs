using System.Net;
using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Features.Needs.RaiseNeed;
using Cohesion.Governance.Server.Live;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Live;

public sealed class LiveHubTests
{
    [Fact]
    public async Task Two_watchers_see_every_event_in_order_as_it_happens()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        var topic = Topics.Council(town.CouncilId);
        Watcher first = new(topic), second = new(topic);
        await first.Connect(await app.HubOf(town.TenantA));
        await second.Connect(await app.HubOf(town.Observer));

        await Raise(app, town, 30);
        await first.Until(seen => seen.Count == 30);
        await second.Until(seen => seen.Count == 30);

        Assert.Equal(Range(1, 30), first.Seen.Select(m => m.Sequence));
        Assert.Equal(Range(1, 30), second.Seen.Select(m => m.Sequence));
        Assert.All(first.Seen, m => Assert.Equal((topic, "need.raised"), (m.Topic, m.Kind)));
        Assert.Equal(Range(1, 30), first.Seen.Select(m => m.Payload.GetProperty("number").GetInt64()).Order());
    }

    [Fact]
    public async Task A_connection_lost_in_the_middle_of_a_burst_misses_nothing_and_sees_nothing_twice()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        var topic = Topics.Vote(await Vote(app, town));
        var watcher = new Watcher(topic);
        await watcher.Connect(await app.HubOf(town.TenantA));

        var burst = Announce(app, topic, 300);
        await watcher.Until(seen => seen.Count >= 40);
        await watcher.Lose();
        var whenLost = watcher.Seen.Count;
        await burst;
        await Announce(app, topic, 50);
        await watcher.Connect(await app.HubOf(town.TenantA));
        await Announce(app, topic, 20);
        await watcher.Until(seen => seen.Count == 370);

        Assert.True(whenLost < 300, "the connection was lost too late to test anything");
        Assert.Equal(Range(1, 370), watcher.Seen.Select(m => m.Sequence));
        Assert.Equal(370, watcher.Seen.Select(m => m.Sequence).Distinct().Count());
    }

    [Fact]
    public async Task More_missed_events_than_one_answer_holds_come_in_several()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        var topic = Topics.Council(town.CouncilId);
        var many = (2 * LiveCatchUp.PageSize) + 7;
        await Announce(app, topic, many, atOnce: many);

        await using var hub = await app.HubOf(town.TenantA);
        await hub.StartAsync();
        var first = (await hub.InvokeAsync<Watcher.Answer>("Watch", topic, 0L)).Missed!;
        var watcher = new Watcher(topic);
        await watcher.Connect(await app.HubOf(town.TenantB));

        Assert.Equal((LiveCatchUp.PageSize, (long)many, true), (first.Events.Count, first.Latest, first.More));
        Assert.Equal(Range(1, many), watcher.Seen.Select(m => m.Sequence));
    }

    [Fact]
    public async Task Watching_from_now_tells_where_the_topic_stands_and_nothing_else()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        await Raise(app, town, 3);
        await using var hub = await app.HubOf(town.TenantA);
        await hub.StartAsync();

        var answer = (await hub.InvokeAsync<Watcher.Answer>("Watch", Topics.Council(town.CouncilId), -1L)).Missed!;

        Assert.Equal((0, 3L, false), (answer.Events.Count, answer.Latest, answer.More));
    }

    [Fact]
    public async Task After_unwatching_nothing_comes_any_more()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        var topic = Topics.Council(town.CouncilId);
        Watcher leaves = new(topic), stays = new(topic);
        await using var leaving = await app.HubOf(town.TenantA);
        await leaves.Connect(leaving);
        await stays.Connect(await app.HubOf(town.TenantB));
        await Raise(app, town, 1);
        await leaves.Until(seen => seen.Count == 1);

        await leaving.InvokeAsync("Unwatch", topic);
        await Raise(app, town, 1);
        await stays.Until(seen => seen.Count == 2);

        // An answer of the same connection comes after whatever was pushed to it before.
        await leaving.InvokeAsync("Unwatch", topic);
        Assert.Single(leaves.Seen);
    }

    [Fact]
    public async Task An_outsider_is_refused_as_if_the_topic_did_not_exist()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        await using var hub = await app.HubOf(town.Outsider);
        await hub.StartAsync();

        var foreign = await hub.InvokeAsync<Watcher.Answer>("Watch", Topics.Council(town.CouncilId), 0L);
        var missing = await hub.InvokeAsync<Watcher.Answer>("Watch", Topics.Council(Guid.Empty), 0L);
        var nonsense = await hub.InvokeAsync<Watcher.Answer>("Watch", "no such thing", 0L);
        var page = await hub.InvokeAsync<Watcher.PageAnswer>(
            "WatchPage", new[] { Topics.Council(town.OtherCouncilId), Topics.Council(town.CouncilId) }, "en");

        Assert.Equal("NotFound", foreign.Refusal!.Code);
        Assert.Equal(foreign, missing);
        Assert.Equal(foreign, nonsense);
        Assert.Equal((foreign.Refusal, null), (page.Refusal, page.Latest));
    }

    [Fact]
    public async Task A_persons_topic_is_for_that_person_alone()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        var topic = Topics.Person(town.TenantA);
        var own = new Watcher(topic);
        await own.Connect(await app.HubOf(town.TenantA));
        await using var other = await app.HubOf(town.Secretary);
        await other.StartAsync();

        await Announce(app, topic, 2);
        await own.Until(seen => seen.Count == 2);
        var refused = await other.InvokeAsync<Watcher.Answer>("Watch", topic, 0L);

        Assert.Equal("NotFound", refused.Refusal?.Code);
        Assert.Null(refused.Missed);
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_does_not_get_a_connection()
    {
        var (app, _) = await GovernanceApp.StartWithTown();
        await using var ignored = app;
        using var client = app.CreateClient(new() { AllowAutoRedirect = false });

        using var answer = await client.PostAsync("/live/negotiate?negotiateVersion=1", null);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task Events_that_a_crash_left_behind_go_out_with_the_next_sweep()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        var topic = Topics.Council(town.CouncilId);
        var watcher = new Watcher(topic);
        await watcher.Connect(await app.HubOf(town.TenantA));
        await Raise(app, town, 1);
        await watcher.Until(seen => seen.Count == 1);

        // Saved past the unit of work, so that no commit wakes the relay: as after a crash between commit and push.
        await app.Db(db => new LiveFeed(db, app.Clock).Announce(topic, "left.behind", new { }, CancellationToken.None));
        app.Clock.Advance(LiveRelay.SweepEvery);
        await watcher.Until(seen => seen.Count == 2);

        Assert.Equal("left.behind", watcher.Seen[1].Kind);
        Assert.Equal(0, await app.Db(db => db.LiveEvents.CountAsync(e => !e.Pushed)));
    }

    [Fact]
    public async Task A_watched_page_is_told_where_its_topics_stand_and_gets_regions_of_its_language_only()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        await Raise(app, town, 2);
        var topic = Topics.Council(town.CouncilId);
        var regions = new List<(string Region, long Sequence, string Html)>();
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var page = await app.HubOf(town.TenantA);
        page.On<string, string, long, string>("Region", (_, region, sequence, html) =>
        {
            regions.Add((region, sequence, html));
            arrived.TrySetResult();
        });
        await page.StartAsync();

        var standing = await page.InvokeAsync<Watcher.PageAnswer>("WatchPage", new[] { topic }, "zh-Hans");
        var hub = app.Services.GetRequiredService<IHubContext<LiveHub, ILiveClient>>();
        await hub.Clients.Group(Topics.RegionGroup(topic, Language.English)).Region(topic, "needs", 3, "three needs");
        await hub.Clients.Group(Topics.RegionGroup(topic, Language.Chinese)).Region(topic, "needs", 3, "三条诉求");
        await arrived.Task.WaitAsync(TimeSpan.FromSeconds(10));

        Assert.Equal(2, standing.Latest![topic]);
        Assert.Equal(("needs", 3, "三条诉求"), Assert.Single(regions));
    }

    private static async Task Raise(GovernanceApp app, Town town, int count) =>
        await Task.WhenAll(Enumerable.Range(0, count).Select(i => app.Send(town.Secretary, new RaiseNeedCommand(town.CouncilId, $"Need {i}"))));

    private static async Task<Guid> Vote(GovernanceApp app, Town town)
    {
        var vote = new Vote
        {
            Id = Guid.CreateVersion7(app.Clock.GetUtcNow()), CouncilId = town.CouncilId, ProposalId = Guid.Empty, TextVersion = 1, Question = "A lift?", Session = 1,
            RulePack = "council.each-bloc-consent", RulePackJson = "{}", Window = "P7D", Stage = VoteStage.Open,
        };
        await app.Db(async db =>
        {
            db.Votes.Add(vote);
            await Task.CompletedTask;
        });
        return vote.Id;
    }

    /// <summary>Announces events as commands do, each in a transaction of its own unless told otherwise.</summary>
    private static async Task Announce(GovernanceApp app, string topic, int count, int atOnce = 1)
    {
        for (var done = 0; done < count; done += atOnce)
        {
            await using var scope = app.Services.CreateAsyncScope();
            var feed = scope.ServiceProvider.GetRequiredService<LiveFeed>();
            await scope.ServiceProvider.GetRequiredService<UnitOfWork>().Run(
                async ct =>
                {
                    for (var i = 0; i < atOnce; i++)
                    {
                        await feed.Announce(topic, "vote.tally", new { yes = done + i }, ct);
                    }

                    return true;
                },
                kept => kept,
                CancellationToken.None);
        }
    }

    private static IEnumerable<long> Range(int first, int count) => Enumerable.Range(first, count).Select(i => (long)i);
}
