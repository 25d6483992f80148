using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cohesion.Governance.Elsa.Engine;
using Cohesion.Governance.Elsa.Studio;
using Cohesion.Governance.Server.Process;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Cohesion.Governance.Elsa.Tests.Hosting;

/// <summary>What Elsa Studio finds when it is connected.</summary>
public sealed class StudioApiTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nobody_but_an_administrator_comes_in()
    {
        await using var server = await StudioServer.StartAsync();
        using var nobody = await server.ClientAsync(null);
        using var tenant = await server.ClientAsync("tenant");
        using var administrator = await server.ClientAsync("kong");

        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.GetAsync("workflow-definitions", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await tenant.GetAsync("workflow-definitions", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await administrator.GetAsync("workflow-definitions", Ct)).StatusCode);
    }

    [Fact]
    public async Task Every_activity_is_offered_with_its_names_in_both_languages_its_inputs_and_its_ports()
    {
        await using var server = await StudioServer.StartAsync();
        using var client = await server.ClientAsync("kong");
        var items = (await client.GetFromJsonAsync<JsonElement>("descriptors/activities", Ct)).GetProperty("items").EnumerateArray()
            .ToDictionary(item => item.GetProperty("typeName").GetString()!, StringComparer.Ordinal);

        // From the class OpenPostingActivity.
        var posting = items["Governance.OpenPosting"];
        Assert.Equal("Post the result · 结果公示", posting.GetProperty("displayName").GetString());
        Assert.Equal("Proposals", posting.GetProperty("category").GetString());
        Assert.Equal(["Clear", "Objected", "Overturned"], posting.GetProperty("ports").EnumerateArray().Select(port => port.GetProperty("name").GetString()!));
        Assert.Equal(["proposalId", "window"], posting.GetProperty("inputs").EnumerateArray().Select(input => input.GetProperty("name").GetString()!));
        var all = server.Services.GetRequiredService<GovernanceActivities>().Catalogue.Governance;
        Assert.True(all.Length > 30);
        Assert.All(all, activity => Assert.Contains(activity.Type, items.Keys));
    }

    [Fact]
    public async Task The_files_are_published_under_the_versions_they_say()
    {
        await using var server = await StudioServer.StartAsync();
        using var client = await server.ClientAsync("kong");
        var items = (await client.GetFromJsonAsync<JsonElement>("workflow-definitions?versionOptions=Published", Ct)).GetProperty("items").EnumerateArray()
            .Select(item => $"{item.GetProperty("definitionId").GetString()} {item.GetProperty("version").GetInt32()}");

        Assert.Equal(["follow-up 1", "meeting 1", "proposal 1", "vote 1"], items.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("POST", "workflow-definitions/vote/execute")]
    [InlineData("GET", "workflow-definitions/vote/execute")]
    [InlineData("POST", "workflow-definitions/vote/dispatch")]
    [InlineData("POST", "workflow-definitions/vote/retract")]
    [InlineData("DELETE", "workflow-definitions/vote")]
    [InlineData("GET", "events/trigger?t=x")]
    [InlineData("POST", "events/Go/trigger")]
    [InlineData("GET", "bookmarks/resume?t=x")]
    [InlineData("POST", "cancel/workflow-instances/i-1")]
    [InlineData("DELETE", "workflow-instances/i-1")]
    [InlineData("POST", "workflow-instances/i-1/variables")]
    [InlineData("POST", "bulk-actions/import/workflow-instances")]
    public void What_would_run_or_change_processes_is_closed(string method, string path) =>
        Assert.False(StudioRoutes.IsOpen(method, "/" + path.Split('?')[0]));

    [Fact]
    public async Task A_closed_route_says_why_in_both_languages()
    {
        await using var server = await StudioServer.StartAsync();
        using var client = await server.ClientAsync("kong");
        using var answer = await client.PostAsJsonAsync("workflow-definitions/vote/execute", new { }, Ct);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        var said = await answer.Content.ReadFromJsonAsync<JsonElement>(Ct);
        Assert.Contains("the council's commands", said.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Contains("只能查看流程", said.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_definition_that_fails_our_checks_is_not_published_and_one_that_passes_begins_new_processes()
    {
        await using var server = await StudioServer.StartAsync();
        using var client = await server.ClientAsync("kong");
        var definitions = server.Services.GetRequiredService<ElsaDefinitions>();
        var before = definitions.Current("vote")!;
        var model = (await client.GetFromJsonAsync<JsonNode>("workflow-definitions/by-definition-id/vote?versionOptions=Latest", Ct))!.AsObject();

        var broken = model.DeepClone().AsObject();
        broken["root"]!["connections"]!.AsArray().RemoveAt(0);
        using var refused = await client.PostAsJsonAsync("workflow-definitions", new { model = broken, publish = true }, Ct);
        var reasons = await refused.Content.ReadAsStringAsync(Ct);
        Assert.False(refused.IsSuccessStatusCode, reasons);
        Assert.Contains("freeze", reasons, StringComparison.Ordinal);
        Assert.Equal(before.Hash, definitions.Current("vote")!.Hash);

        model["description"] = "Edited in Studio.";
        using var published = await client.PostAsJsonAsync("workflow-definitions", new { model, publish = true }, Ct);
        Assert.True(published.IsSuccessStatusCode, await published.Content.ReadAsStringAsync(Ct));
        var after = definitions.Current("vote")!;
        Assert.Equal((2, "Edited in Studio."), (after.Version, after.Description));
        Assert.Equal(before.Activities.Length, after.Activities.Length);
        Assert.Equal(before.Hash, (await definitions.ByHashAsync(before.Hash, Ct))!.Hash);
    }

    [Fact]
    public async Task A_file_with_a_mistake_stops_the_start()
    {
        var folder = Directory.CreateTempSubdirectory("cohesion-workflows-").FullName;
        foreach (var file in Directory.EnumerateFiles(WorkflowDirectory.Find(AppContext.BaseDirectory)!, "*.json"))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        var vote = Path.Combine(folder, "vote.json");
        await File.WriteAllTextAsync(vote, (await File.ReadAllTextAsync(vote, Ct)).Replace("Governance.CountVote", "Governance.CountVotes", StringComparison.Ordinal), Ct);

        var problem = await Assert.ThrowsAnyAsync<Exception>(() => StudioServer.StartAsync(folder));
        Assert.Contains("Governance.CountVotes", problem.ToString(), StringComparison.Ordinal);
    }
}
