using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Web;
using MediatR;

namespace Cohesion.Governance.Server.Commands.Play;

/// <summary>Plays a story through the real commands, database, engine and jobs, and tells it day by day.</summary>
internal sealed class CasePlayer(
    IServiceProvider services, CaseFile story, CaseAliases aliases, PlayClock clock, PlayJobs jobs, Transcript transcript, string progressFile)
{
    /// <summary>Plays from a step on to the end.</summary>
    /// <exception cref="CaseFailedException">The story did not go as told.</exception>
    public async Task Play(int from, CancellationToken ct)
    {
        for (var i = from; i < story.Steps.Count; i++)
        {
            var step = story.Steps[i];
            try
            {
                await PassTime(i, Target(step), ct);
                await Perform(i, step, ct);
            }
            catch (CaseFailedException failure)
            {
                throw new CaseFailedException($"Step {i + 1} of {story.Steps.Count} ({step.Do ?? step.Ask ?? step.Tally ?? "time"}): {failure.Message}");
            }

            Save(i + 1, done: i + 1 == story.Steps.Count);
        }
    }

    private DateTimeOffset Target(CaseStep step)
    {
        var now = clock.GetUtcNow();
        var target = step.After is null ? now : now + XmlConvert.ToTimeSpan(step.After);
        if (step.At is null)
        {
            return target;
        }

        var local = target.ToOffset(story.Begins.Offset);
        var atTime = new DateTimeOffset(DateOnly.FromDateTime(local.DateTime), TimeOnly.Parse(step.At, CultureInfo.InvariantCulture), local.Offset);
        return atTime < target ? atTime.AddDays(1) : atTime;
    }

    /// <summary>Moves the clock to a time, stopping wherever something falls due in between.</summary>
    private async Task PassTime(int step, DateTimeOffset target, CancellationToken ct)
    {
        await Settle(ct);
        while (await jobs.NextDue(ct) is { } due && due <= target)
        {
            clock.MoveTo(due);
            Save(step, done: false);
            await Settle(ct);
        }

        clock.MoveTo(target);
        Save(step, done: false);
        await Settle(ct);
    }

    /// <summary>Lets the jobs do all that is due now and tells what they did.</summary>
    private async Task Settle(CancellationToken ct)
    {
        await jobs.RunUntilQuiet(ct);
        await transcript.TellNews(ct);
    }

    private async Task Perform(int index, CaseStep step, CancellationToken ct)
    {
        if (step.Tally is { } vote)
        {
            await transcript.TellTally(Guid.Parse(aliases[vote]), ct);
        }
        else if (step.Ask is { } query)
        {
            await Ask(query, step, ct);
        }
        else if (step.Do is { } command)
        {
            if (step.Say is not null)
            {
                transcript.Say(step.Say);
            }

            for (var i = 0; i < (step.Each?.Count ?? 1); i++)
            {
                await Do(index, command, step, step.Each?[i], ct);
            }

            await Settle(ct);
        }
        else if (step.Say is not null)
        {
            transcript.Say(step.Say);
        }
    }

    private async Task Do(int index, string command, CaseStep step, string? each, CancellationToken ct)
    {
        var outcome = await Send(command + "Command", step, each, $"play:{story.Id}:{index}:{each}", ct);
        if (step.Refused is { } expected)
        {
            var got = outcome.Refusal?.Code ?? "granted";
            if (got != expected)
            {
                throw new CaseFailedException($"was to be refused with {expected}, but was {got}.");
            }

            transcript.TellRefusal(step.Who!, outcome.Refusal!);
            return;
        }

        if (outcome.Refusal is { } refusal)
        {
            throw new CaseFailedException($"was refused: {refusal.Code}: {refusal.Message.En}");
        }

        if (step.As is { } alias)
        {
            aliases.Name(alias, outcome.BoxedValue?.ToString() ?? throw new CaseFailedException($"has no answer to call '{alias}'."));
        }
    }

    private async Task Ask(string query, CaseStep step, CancellationToken ct)
    {
        var outcome = await Send(query + "Query", step, null, null, ct);
        if (outcome.Refusal is { } refusal)
        {
            throw new CaseFailedException($"was refused: {refusal.Code}: {refusal.Message.En}");
        }

        var answer = JsonSerializer.SerializeToNode(outcome.BoxedValue, outcome.BoxedValue!.GetType(), Json.Options);
        foreach (var (alias, pointer) in step.Take ?? new Dictionary<string, string>())
        {
            aliases.Name(alias, JsonPointer.Find(answer, pointer)?.ToString() ?? throw new CaseFailedException($"the answer has nothing at {pointer}."));
        }

        foreach (var (pointer, expected) in step.Expect ?? new Dictionary<string, JsonNode?>())
        {
            var wanted = aliases.Resolve(expected, clock.GetUtcNow());
            var found = JsonPointer.Find(answer, pointer);
            if (!JsonNode.DeepEquals(found, wanted))
            {
                throw new CaseFailedException($"expected {wanted?.ToJsonString() ?? "nothing"} at {pointer}, found {found?.ToJsonString(Json.Options) ?? "nothing"}.");
            }
        }
    }

    private async Task<IOutcome> Send(string requestName, CaseStep step, string? each, string? key, CancellationToken ct)
    {
        var type = RequestCatalogue.All.FirstOrDefault(t => t.Name == requestName)
            ?? throw new CaseFailedException($"there is no request called {requestName}.");
        var fields = (JsonObject?)aliases.Resolve(step.With, clock.GetUtcNow(), each) ?? [];
        if (!RequestBinder.Bind(type, fields, []).Granted(out var request, out var malformed))
        {
            throw new CaseFailedException(malformed.Message.En);
        }

        await using var scope = services.CreateAsyncScope();
        var member = scope.ServiceProvider.GetRequiredService<CurrentMember>();
        if (step.Who is { } who)
        {
            member.SignIn(Guid.Parse(aliases[who == "$each" ? each! : who]));
        }
        else
        {
            member.ActAsProcess();
        }

        scope.ServiceProvider.GetRequiredService<IdempotencyKey>().Value = key;
        return await scope.ServiceProvider.GetRequiredService<IMediator>().SendUntyped(request, ct);
    }

    private void Save(int step, bool done) => new PlayProgress(step, clock.GetUtcNow(), aliases.All, done).Save(progressFile);
}
