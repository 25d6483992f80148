using System.Reflection;
using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Persistence;
using MediatR;

namespace Cohesion.Governance.Server.Pipeline;

/// <summary>The last step before a command's handler: one transaction for the change, its journal entry, its outbox rows and the answer kept
/// for an idempotency key. A refusal leaves nothing behind. Where the command has a batch handler, the transaction is shared with others of its kind.</summary>
internal sealed class TransactionBehavior<TRequest, TResponse>(
    UnitOfWork work, JournalWriter journal, IdempotentAnswers answers, CurrentMember member, IdempotencyKey key,
    IEnumerable<ICommandBatch<TRequest, TResponse>> batches)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
    where TResponse : IOutcome<TResponse>
{
    private static readonly HashSet<Type> DeclaredRefusals =
        [.. typeof(TRequest).GetCustomAttributes<RefusesAttribute>().Select(a => a.Refusal)];

    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        if (request is not ICommand)
        {
            return HoldToDeclaration(await next());
        }

        var nested = work.IsActive;
        if (!nested && batches.FirstOrDefault() is { } batch && await batch.Offer(request, member, key.Value) is (true, var together))
        {
            return HoldToDeclaration(together);
        }

        return await work.Run(
            async ct =>
            {
                await journal.TakeTurn([member.CouncilId], ct);
                if (!nested && await answers.Find<TRequest, TResponse>(member, key.Value, request, ct) is (true, var earlier))
                {
                    return earlier;
                }

                var response = HoldToDeclaration(await next());
                if (response.Refusal is null)
                {
                    await journal.Append(request, member, response.BoxedValue, rows: null, JournalWriter.ContentOf(request, response.BoxedValue), ct);
                    if (!nested)
                    {
                        answers.Keep(member, key.Value, request, response);
                    }
                }

                return response;
            },
            response => response.Refusal is null,
            cancellationToken);
    }

    private static TResponse HoldToDeclaration(TResponse response) =>
        response.Refusal is null or NotFound or IdempotencyKeyUsed || DeclaredRefusals.Contains(response.Refusal.GetType())
            ? response
            : throw new InvalidOperationException(
                $"{typeof(TRequest).Name} was refused with {response.Refusal.Code}, which it does not declare with [Refuses<{response.Refusal.Code}>].");
}
