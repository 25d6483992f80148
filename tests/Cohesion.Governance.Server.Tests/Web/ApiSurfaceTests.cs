using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Tests.Harness;
using Cohesion.Governance.Server.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Web;

public sealed class ApiSurfaceTests
{
    [Fact]
    public async Task Every_operation_says_who_may_and_which_refusals_there_are()
    {
        await using var app = new GovernanceApp();
        using var client = app.CreateClient();
        using var document = JsonDocument.Parse(await client.GetStringAsync("/openapi/v1.json"));

        var operations = ApiOperation.All(document).ToList();

        Assert.NotEmpty(operations);
        Assert.All(operations, o =>
        {
            Assert.Contains("**Who may:**", o.Description, StringComparison.Ordinal);
            Assert.False(string.IsNullOrEmpty(o.Summary), $"{o.Id} has no summary: give its request a doc comment");
        });
        var endpoints = app.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .Where(e => e.Metadata.GetMetadata<RequestTypeMetadata>() is not null).ToList();
        Assert.Equal(endpoints.Count, operations.Count);
        Assert.All(endpoints, e => Assert.NotNull(e.Metadata.GetMetadata<AccessAttribute>()));
    }

    [Fact]
    public async Task What_the_address_says_is_not_asked_for_in_the_body()
    {
        await using var app = new GovernanceApp();
        using var client = app.CreateClient();
        using var document = JsonDocument.Parse(await client.GetStringAsync("/openapi/v1.json"));

        var raise = ApiOperation.All(document).Single(o => o.Id == "RaiseNeed");

        Assert.Equal(["text"], raise.Body!.Value.GetProperty("properties").EnumerateObject().Select(p => p.Name));
        Assert.Equal(["text"], raise.Body.Value.GetProperty("required").EnumerateArray().Select(p => p.GetString()));
        Assert.Equal(["councilId"], raise.Parameters.Where(p => p.In == "path").Select(p => p.Name));
        Assert.All(ApiOperation.All(document), o =>
        {
            Assert.Equal(o.Path.Split('/').Count(part => part.StartsWith('{')), o.Parameters.Count(p => p.In == "path"));
            if (o.Body is { } body)
            {
                Assert.DoesNotContain(body.GetProperty("properties").EnumerateObject(), p => o.Parameters.Any(q => q.Name == p.Name));
            }
        });
    }

    [Fact]
    public async Task The_readable_page_loads_nothing_from_elsewhere()
    {
        await using var app = new GovernanceApp();
        using var client = app.CreateClient();

        var page = await client.GetStringAsync("/api-docs/");
        using var script = await client.GetAsync("/api-docs/scalar.js");

        Assert.DoesNotContain("https://", page, StringComparison.Ordinal);
        Assert.DoesNotContain("//cdn", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, script.StatusCode);
    }

    [Theory]
    [InlineData("{\"text\":", "MalformedRequest", 400)]
    [InlineData("[]", "MalformedRequest", 400)]
    [InlineData("{}", "MalformedRequest", 400)]
    [InlineData("{\"text\":1}", "MalformedRequest", 400)]
    [InlineData("{\"text\":\"a\",\"text\":\"b\"}", "MalformedRequest", 400)]
    [InlineData("{\"text\":\"a\",\"Text\":\"b\"}", "MalformedRequest", 400)]
    [InlineData("{\"text\":\"a\\u0000b\"}", "MalformedRequest", 400)]
    [InlineData("{\"text\":\"\\ud800\"}", "MalformedRequest", 400)]
    [InlineData("{\"text\":\"\"}", "InvalidRequest", 400)]
    [InlineData("{\"text\":\"a\",\"councilId\":\"no id\"}", null, 201)]
    public async Task A_body_that_cannot_be_read_is_refused_with_a_code(string body, string? code, int status)
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        using var client = await app.ClientOf(town.TenantA);

        using var answer = await client.PostAsync($"/api/councils/{town.CouncilId}/needs", new StringContent(body, Encoding.UTF8, "application/json"));

        Assert.Equal(status, (int)answer.StatusCode);
        if (code is not null)
        {
            var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
            Assert.Equal(code, problem.GetProperty("code").GetString());
            Assert.DoesNotContain("Cohesion.", problem.GetProperty("title").GetString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_body_of_another_kind_or_size_is_refused_with_a_code()
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        using var client = await app.ClientOf(town.TenantA);
        var address = $"/api/councils/{town.CouncilId}/needs";

        using var form = await client.PostAsync(address, new FormUrlEncodedContent([new("text", "a need")]));
        using var large = await client.PostAsync(address, new StringContent($"{{\"text\":\"{new string('a', RequestBinder.MaxBody)}\"}}", Encoding.UTF8, "application/json"));

        Assert.Equal((HttpStatusCode.UnsupportedMediaType, "NotJson"), (form.StatusCode, await CodeOf(form)));
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "BodyTooLarge"), (large.StatusCode, await CodeOf(large)));
    }

    [Fact]
    public async Task An_unknown_address_and_a_wrong_method_are_refused_with_a_code_in_the_readers_language()
    {
        await using var app = new GovernanceApp();
        using var client = app.CreateClient();
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("zh-Hans");

        using var unknown = await client.GetAsync("/api/nothing/of/the/kind");
        using var wrong = await client.DeleteAsync("/api/session");

        Assert.Equal((HttpStatusCode.NotFound, "UnknownAddress"), (unknown.StatusCode, await CodeOf(unknown)));
        Assert.Equal((HttpStatusCode.MethodNotAllowed, "WrongMethod"), (wrong.StatusCode, await CodeOf(wrong)));
        Assert.Contains("请求方法", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("application/problem+json", unknown.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_fault_is_told_without_its_inner_workings()
    {
        await using var app = new GovernanceApp();
        await using var faulty = app.WithWebHostBuilder(b => b.ConfigureServices(s => s.AddSingleton<IStartupFilter>(new Fault())));
        using var client = faulty.CreateClient();

        using var answer = await client.GetAsync("/api/fault");
        var text = await answer.Content.ReadAsStringAsync();

        Assert.Equal((HttpStatusCode.InternalServerError, "ServerFault"), (answer.StatusCode, await CodeOf(answer)));
        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
        Assert.Contains("traceId", text, StringComparison.Ordinal);
    }

    private static async Task<string?> CodeOf(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString();

    private sealed class Fault : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            next(app);
            app.Map("/api/fault", fault => fault.Run(_ => throw new InvalidOperationException("secret")));
        };
    }
}
