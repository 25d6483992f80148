using System.Security.Claims;
using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Features.Photographs;
using Cohesion.Governance.Server.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Primitives;

namespace Cohesion.Governance.Server.Web.Forms;

/// <summary>Takes the plain forms of all pages at <c>POST /do/{command}</c>: done, it leads on (303); refused, it draws the page again as it was typed.</summary>
/// <remarks>Who may send a command is declared on the command and checked by the pipeline, as for the JSON API.</remarks>
internal sealed class FormPosts(RequestDelegate next)
{
    public async Task Invoke(HttpContext context)
    {
        if (!HttpMethods.IsPost(context.Request.Method) || !context.Request.Path.StartsWithSegments("/do", StringComparison.Ordinal, out var rest))
        {
            await next(context);
            return;
        }

        if (PostableCommands.Find(rest.ToString().TrimStart('/')) is not { } type || !context.Request.HasFormContentType)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        AllowFiles(context);
        IFormCollection form;
        try
        {
            form = await context.Request.ReadFormAsync(context.RequestAborted);
        }
        catch (Exception exception) when (exception is InvalidDataException or BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge })
        {
            // Which page it came from stands in the part that was not read: a page of its own says what to do.
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        var fields = form.ToDictionary(f => f.Key, f => f.Value, StringComparer.Ordinal);
        var outcome = await Answer(context, type, fields);
        if (outcome.Granted(out var value, out var refusal))
        {
            await LeadOn(context, type, value, Text(fields, FieldNames.Next));
        }
        else
        {
            await DrawAgain(context, type, refusal, fields);
        }
    }

    // The server's limit is that of the API; forms with scans and photographs bring more.
    private static void AllowFiles(HttpContext context)
    {
        if (context.User.Identity is { IsAuthenticated: true } && context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = ScanHashes.MostBytes;
        }
    }

    private static async Task<Outcome<object?>> Answer(HttpContext context, Type type, Dictionary<string, StringValues> fields)
    {
        var services = context.RequestServices;
        if (!await services.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context))
        {
            return new FormNotOurs();
        }

        if (await ScanHashes.Fill(fields, context.Request.Form.Files, Reader.LanguageOf(context), context.RequestAborted) is { } otherScan)
        {
            return otherScan;
        }

        var filled = await FileContents.With(fields, context.Request.Form.Files, context.RequestAborted);

        // Drawing takes a second of computing: only for those who have said who they are. Others are refused by the command.
        if (services.GetRequiredService<Access.CurrentMember>().PersonId is not null
            && await PhotographFields.Fill(filled, context.Request.Form.Files, services.GetRequiredService<PhotographStudio>(), Reader.LanguageOf(context), context.RequestAborted)
                is { } noPhotograph)
        {
            return noPhotograph;
        }

        var reading = FormReading.Read(type, filled, ZoneOf(fields), Reader.LanguageOf(context), out var rename);
        if (!reading.Granted(out var command, out var unreadable))
        {
            return unreadable;
        }

        var key = Text(fields, FieldNames.Key);
        services.GetRequiredService<IdempotencyKey>().Value = key is { Length: > 0 and <= IdempotencyKey.MaxLength } ? key : null;
        var outcome = await PostableCommands.Send(services.GetRequiredService<IMediator>(), command, context.RequestAborted);

        // What the page asks while it is drawn again is no part of this command.
        services.GetRequiredService<IdempotencyKey>().Value = null;
        return outcome.Refusal switch
        {
            null => Outcome(outcome.BoxedValue),
            IdempotencyKeyUsed => new FormSentBefore(),
            InvalidRequest invalid => new InvalidRequest([.. invalid.Errors.Select(e => e with { Field = rename(e.Field) })]),
            var refusal => refusal,
        };
    }

    private static async Task LeadOn(HttpContext context, Type type, object? value, string? next)
    {
        if (value is ClaimsPrincipal principal)
        {
            await context.SignInAsync(IdentityConstants.ApplicationScheme, principal);
        }
        else
        {
            context.RequestServices.GetRequiredService<Flash>().Leave(DoneTexts.Of(PostableCommands.NameOf(type), value));
        }

        if (value is Guid created)
        {
            next = next?.Replace("{id}", created.ToString("D"), StringComparison.Ordinal);
        }

        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = LocalPath.Of(next) ?? "/";
    }

    private async Task DrawAgain(HttpContext context, Type type, Refusal refusal, Dictionary<string, StringValues> fields)
    {
        var kept = fields.Where(f => !FieldNames.IsSecret(f.Key)).ToDictionary(f => f.Key, f => f.Value, StringComparer.Ordinal);
        context.RequestServices.GetRequiredService<FormFeedback>()
            .Refused(Text(fields, FieldNames.Form) ?? PostableCommands.NameOf(type), refusal, kept);
        context.AnswerWith(Problems.StatusOf(refusal.Kind));
        await ReExecution.Get(context, next, LocalPath.Of(Text(fields, FieldNames.From)) ?? "/");
    }

    private static TimeZoneInfo ZoneOf(Dictionary<string, StringValues> fields) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(Text(fields, FieldNames.Zone) ?? string.Empty, out var zone) ? zone : TimeZoneInfo.Utc;

    private static string? Text(Dictionary<string, StringValues> fields, string name) =>
        fields.TryGetValue(name, out var values) && values.Count > 0 ? values[0] : null;

    private static Outcome<object?> Outcome(object? value) => value;
}
