using Cohesion.Governance.Domain;
using FluentValidation;
using MediatR;

namespace Cohesion.Governance.Server.Pipeline;

/// <summary>The second step: what was sent must make sense by itself.</summary>
internal sealed class ValidationBehavior<TRequest, TResponse>(IEnumerable<IValidator<TRequest>> validators)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
    where TResponse : IOutcome<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        foreach (var validator in validators)
        {
            var result = await validator.ValidateAsync(request, cancellationToken);
            if (!result.IsValid)
            {
                return TResponse.Refuse(new InvalidRequest(
                    [.. result.Errors.Select(e => new FieldError(JsonName(e.PropertyName), e.ErrorMessage))]));
            }
        }

        return await next();
    }

    private static string JsonName(string property) =>
        string.Join('.', property.Split('.').Select(part => part.Length > 0 ? char.ToLowerInvariant(part[0]) + part[1..] : part));
}

/// <summary>One thing wrong with what was sent, in the reader's language.</summary>
/// <param name="Field">JSON name of the field.</param>
/// <param name="Message">What is wrong and what to do.</param>
internal sealed record FieldError(string Field, string Message);

/// <summary>What was sent is incomplete or out of range.</summary>
internal sealed record InvalidRequest(IReadOnlyList<FieldError> Errors) : Refusal
{
    public override LocalText Message => LocalText.Same(string.Join(" ", Errors.Select(e => e.Message)));

    public override RefusalKind Kind => RefusalKind.Invalid;
}
