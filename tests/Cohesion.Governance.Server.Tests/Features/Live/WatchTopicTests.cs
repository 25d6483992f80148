using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Live.WatchTopic;
using Cohesion.Governance.Server.Features.Needs.RaiseNeed;
using Cohesion.Governance.Server.Live;
using Cohesion.Governance.Server.Tests.Harness;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Live;

public sealed class WatchTopicTests
{
    [Fact]
    public async Task A_member_reads_over_http_what_happened_since_a_number()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        for (var i = 1; i <= 3; i++)
        {
            await app.Send(town.TenantA, new RaiseNeedCommand(town.CouncilId, $"Need {i}"));
        }

        using var client = await app.ClientOf(town.Auditor);
        var answer = await client.GetFromJsonAsync<JsonElement>($"/api/topics/{Topics.Council(town.CouncilId)}?since=1");

        Assert.Equal([2L, 3L], answer.GetProperty("events").EnumerateArray().Select(e => e.GetProperty("sequence").GetInt64()));
        Assert.Equal(2, answer.GetProperty("events")[0].GetProperty("payload").GetProperty("number").GetInt32());
        Assert.Equal(3, answer.GetProperty("latest").GetInt64());
    }

    [Fact]
    public async Task An_outsider_and_whoever_is_not_signed_in_are_refused()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        var query = new WatchTopicQuery(Topics.Council(town.CouncilId));

        Assert.IsType<NotFound>((await app.Send(town.Outsider, query)).Refusal);
        Assert.IsType<SignInNeeded>((await app.Send(null, query)).Refusal);
        Assert.IsType<NotFound>((await app.Send(town.TenantA, query with { Topic = $"COUNCIL:{town.CouncilId}" })).Refusal);
        Assert.IsType<NotFound>((await app.Send(town.TenantA, query with { Topic = Topics.Person(town.TenantA) })).Refusal);
        using var client = app.CreateClient();
        using var answer = await client.GetAsync($"/api/topics/{Topics.Council(town.CouncilId)}");
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }
}
