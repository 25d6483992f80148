using System.Security.Cryptography;
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

    /// <summary>SHA-256 of the command's name and content, to tell a repetition from a key used twice.</summary>
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
internal sealed class IdempotentAnswers(GovernanceDbContext db, IdempotencyKey key, CurrentMember member, IAnswerSeals seals, TimeProvider clock)
{
    /// <returns>Whether there is an answer already, and it.</returns>
    public async Task<(bool Found, TResponse Answer)> Find<TRequest, TResponse>(TRequest request, CancellationToken ct)
        where TRequest : notnull
        where TResponse : IOutcome<TResponse>
    {
        if (key.Value is null)
        {
            return (false, default!);
        }

        var person = member.PersonId ?? Guid.Empty;
        var kept = await db.IdempotentAnswers.AsNoTracking().SingleOrDefaultAsync(a => a.PersonId == person && a.Key == key.Value, ct);
        if (kept is null)
        {
            return (false, default!);
        }

        if (kept.RequestHash != HashOf(request))
        {
            return (true, TResponse.Refuse(new IdempotencyKeyUsed()));
        }

        var answer = seals.IsSealed(kept.Answer) ? seals.Open(kept.Answer) : kept.Answer;

        // One that nobody can read any more says nothing: the command itself says why it is too late for it.
        return answer is null ? (false, default!) : (true, Granted<TResponse>(answer));
    }

    public void Keep<TRequest, TResponse>(TRequest request, TResponse response)
        where TRequest : notnull
        where TResponse : IOutcome<TResponse>
    {
        if (key.Value is not null)
        {
            db.IdempotentAnswers.Add(new IdempotentAnswer
            {
                PersonId = member.PersonId ?? Guid.Empty,
                Key = key.Value,
                RequestHash = HashOf(request),
                Answer = response.BoxedValue is ISealedAnswer { KeptAs: { } kept } ? kept : JsonSerializer.Serialize(response.BoxedValue, ValueType<TResponse>(), Web.Json.Options),
                At = clock.GetUtcNow(),
            });
        }
    }

    // Without what is kept out of the journal: a plain hash of a password is an invitation to guess it.
    private static string HashOf<TRequest>(TRequest request)
        where TRequest : notnull =>
        Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"{request.GetType().FullName}\n{JournalWriter.ContentOf(request)}")));

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
