using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;
using Cohesion.Governance.Server.Live;
using Cohesion.Governance.Server.Tests.Harness;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Web;

public sealed partial class GeneratedRequestsTests
{
    /// <summary>Rounds over all operations; each sends a good and a bad request as each kind of caller.</summary>
    private const int Rounds = 3;

    [Theory]
    [InlineData(1)]
    [InlineData(20261102)]
    public async Task Whatever_is_sent_by_whomever_is_granted_or_refused_with_a_code(int seed)
    {
        var (app, town) = await GovernanceApp.StartWithTown();
        await using var _ = app;
        using var plain = app.CreateClient();
        using var document = JsonDocument.Parse(await plain.GetStringAsync("/openapi/v1.json"));
        var callers = new List<string?> { null };
        foreach (var person in new[] { town.Secretary, town.Convenor, town.TenantA, town.Auditor, town.Outsider, town.Administrator })
        {
            callers.Add(await app.TokenOf(person));
        }

        // Ids that answers mention are used again, so that later requests reach what earlier ones made.
        var ids = new List<string>
        {
            town.CouncilId.ToString(), town.StreetId.ToString(), town.SeatA.ToString(), town.TenantA.ToString(), town.OtherCouncilId.ToString(),
            Topics.Council(town.CouncilId),
        };
        var random = new Random(seed);
        var generator = new RequestGenerator(document.RootElement, random, ids);
        var operations = ApiOperation.All(document).Where(o => o.Id is not "SignIn").ToList();
        var granted = 0;
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var operation in operations)
            {
                foreach (var caller in callers)
                {
                    granted += await Send(plain, operation, generator.Good(operation), caller, ids);
                    granted += await Send(plain, operation, generator.Bad(operation), caller, ids);
                }
            }
        }

        Assert.True(granted > operations.Count, $"only {granted} requests were granted: the generator makes nothing good");
    }

    private static async Task<int> Send(HttpClient client, ApiOperation operation, HttpRequestMessage request, string? token, List<string> ids)
    {
        using (request)
        {
            request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
            var sent = request.Content is null ? string.Empty : await request.Content.ReadAsStringAsync();
            using var answer = await client.SendAsync(request);
            var text = await answer.Content.ReadAsStringAsync();
            var what = $"{operation.Id}: {request.Method} {request.RequestUri} {sent[..Math.Min(sent.Length, 2000)]} -> {(int)answer.StatusCode} {text}";
            Assert.True((int)answer.StatusCode < 500, what);
            if (answer.IsSuccessStatusCode)
            {
                ids.AddRange(Ids().Matches(text).Select(m => m.Value).Where(id => !ids.Contains(id)).Take(5));
                return 1;
            }

            Assert.True(answer.Content.Headers.ContentType?.MediaType == "application/problem+json", what);
            using var problem = JsonDocument.Parse(text);
            Assert.False(string.IsNullOrEmpty(problem.RootElement.GetProperty("code").GetString()), what);
            Assert.False(string.IsNullOrEmpty(problem.RootElement.GetProperty("title").GetString()), what);
            Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
            return 0;
        }
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Ids();
}
