using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Pipeline;

/// <summary>The answer a command was given, kept under the key its sender chose, so that sending it again changes nothing.</summary>
internal sealed class IdempotentAnswer
{
    /// <summary>Whose key it is; keys of different people never meet. Empty for the server itself.</summary>
    public required Guid PersonId { get; init; }
    public required string Key { get; init; }

    /// <summary>What tells a repetition from a key used twice; see <see cref="RequestMark"/>.</summary>
    public required string RequestHash { get; init; }
    public required string Answer { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>The idempotency key of the present request (draft-ietf-httpapi-idempotency-key-header), if it has one.</summary>
internal sealed class IdempotencyKey
{
    /// <summary>Longest key taken; longer ones are refused at the door.</summary>
    public const int MaxLength = 200;

    public string? Value { get; set; }
}

/// <summary>Keeps and finds the answers given under idempotency keys, in the same transaction as the change.</summary>
internal sealed class IdempotentAnswers(GovernanceDbContext db, IAnswerSeals seals, TimeProvider clock)
{
    // By the person, of whom few answers are kept, and then by the key as it is put together here: told that it may look up both lists in the index, a database tries
    // each of one with each of the other.
    private static readonly CompiledQuery<Func<GovernanceDbContext, List<Guid>, List<string>, IAsyncEnumerable<IdempotentAnswer>>> Kept =
        new(() => EF.CompileAsyncQuery((GovernanceDbContext db, List<Guid> people, List<string> keys) => db.IdempotentAnswers.AsNoTracking()
            .Where(a => people.Contains(a.PersonId) && keys.Contains(a.Key + string.Empty))));

    /// <returns>Whether there is an answer already, and it.</returns>
    public async Task<(bool Found, TResponse Answer)> Find<TRequest, TResponse>(CurrentMember member, string? key, TRequest request, CancellationToken ct)
        where TRequest : notnull
        where TResponse : IOutcome<TResponse>
    {
        if (key is null)
        {
            return (false, default!);
        }

        var person = member.PersonId ?? Guid.Empty;
        var kept = await db.IdempotentAnswers.AsNoTracking().SingleOrDefaultAsync(a => a.PersonId == person && a.Key == key, ct);

        // One that nobody can read any more says nothing: the command itself says why it is too late for it.
        return kept is not null && TryAnswer<TRequest, TResponse>(kept, request, out var answer) ? (true, answer) : (false, default!);
    }

    /// <summary>Answers those of a group that were answered before.</summary>
    /// <returns>The others. Of two with one key, the later is left out as well: handled by itself afterwards, it finds the answer of the first.</returns>
    public async Task<List<BatchItem<TCommand, T>>> Sift<TCommand, T>(IReadOnlyList<BatchItem<TCommand, T>> group, CancellationToken ct)
        where TCommand : ICommand<T>
    {
        List<Guid> people = [.. group.Where(i => i.Key is not null).Select(i => i.Member.PersonId ?? Guid.Empty).Distinct()];
        List<string> keys = [.. group.Where(i => i.Key is not null).Select(i => i.Key!).Distinct(StringComparer.Ordinal)];
        var kept = keys.Count == 0
            ? []
            : await Kept.For(db)(db, people, keys).ToDictionaryAsync(a => (a.PersonId, a.Key), cancellationToken: ct);
        var fresh = new List<BatchItem<TCommand, T>>(group.Count);
        var seen = new HashSet<(Guid, string)>();
        foreach (var item in group)
        {
            if (item.Key is not { } key)
            {
                fresh.Add(item);
                continue;
            }

            var own = (item.Member.PersonId ?? Guid.Empty, key);
            if (kept.TryGetValue(own, out var earlier))
            {
                // One that nobody can read any more is left to be handled by itself.
                if (TryAnswer<TCommand, Outcome<T>>(earlier, item.Command, out var answer))
                {
                    item.Repeat(answer);
                }
            }
            else if (seen.Add(own))
            {
                fresh.Add(item);
            }
        }

        return fresh;
    }

    public void Keep<TRequest, TResponse>(CurrentMember member, string? key, TRequest request, TResponse response)
        where TRequest : notnull
        where TResponse : IOutcome<TResponse>
    {
        if (key is not null)
        {
            db.IdempotentAnswers.Add(AnswerOf(member, key, request, JournalWriter.ContentOf(request), response));
        }
    }

    /// <summary>Keeps the answer to one of a group.</summary>
    /// <param name="granted">The command, answered.</param>
    /// <param name="content">What the journal shows of it.</param>
    public void Keep<TCommand, T>(BatchItem<TCommand, T> granted, string content)
        where TCommand : ICommand<T>
    {
        if (granted.Key is { } key)
        {
            db.Inserts.Add(AnswerOf(granted.Member, key, granted.Command, content, granted.Answer!.Value));
        }
    }

    private IdempotentAnswer AnswerOf<TRequest, TResponse>(CurrentMember member, string key, TRequest request, string content, TResponse response)
        where TRequest : notnull
        where TResponse : IOutcome<TResponse> => new()
    {
        PersonId = member.PersonId ?? Guid.Empty,
        Key = key,
        RequestHash = RequestMark.Of(request, content),
        Answer = response.BoxedValue is ISealedAnswer { KeptAs: { } kept } ? kept : JsonSerializer.Serialize(response.BoxedValue, ValueType<TResponse>(), Web.Json.Options),
        At = clock.GetUtcNow(),
    };

    private bool TryAnswer<TRequest, TResponse>(IdempotentAnswer kept, TRequest request, [MaybeNullWhen(false)] out TResponse answer)
        where TRequest : notnull
        where TResponse : IOutcome<TResponse>
    {
        if (!RequestMark.IsOf(request, kept.RequestHash))
        {
            answer = TResponse.Refuse(new IdempotencyKeyUsed());
            return true;
        }

        var said = seals.IsSealed(kept.Answer) ? seals.Open(kept.Answer) : kept.Answer;
        answer = said is null ? default : Granted<TResponse>(said);
        return said is not null;
    }

    private static Type ValueType<TResponse>() => typeof(TResponse).GetGenericArguments()[0];

    private static TResponse Granted<TResponse>(string answer)
    {
        var value = JsonSerializer.Deserialize(answer, ValueType<TResponse>(), Web.Json.Options);
        return (TResponse)typeof(TResponse).GetMethod("op_Implicit", [ValueType<TResponse>()])!.Invoke(null, [value])!;
    }
}

/// <summary>An answer that must not be kept as it is, since whoever reads the database may not read it.</summary>
internal interface ISealedAnswer
{
    /// <summary>What is kept in its place, for <see cref="IAnswerSeals"/> to open; null where it is kept as it is.</summary>
    string? KeptAs { get; }
}

/// <summary>Opens answers that were kept sealed.</summary>
internal interface IAnswerSeals
{
    bool IsSealed(string kept);

    /// <summary>The answer as JSON; null where nobody can read it any more.</summary>
    string? Open(string kept);
}

/// <summary>An idempotency key was used for another request before.</summary>
internal sealed record IdempotencyKeyUsed : Refusal
{
    public override LocalText Message => new(
        "This Idempotency-Key was used for a different request. Choose a new one for each request.",
        "此 Idempotency-Key 已用于另一个请求。请为每个请求使用新的键。");

    public override RefusalKind Kind => RefusalKind.Invalid;
}
