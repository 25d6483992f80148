using System.Reflection;
using System.Text;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Web;
using MediatR;

namespace Cohesion.Governance.Server.Features.Meetings.MeetingCalendar;

internal sealed class MeetingCalendarEndpoint : IApiEndpoint
{
    // The address ends in .ics and the answer is no JSON: calendars fetch it by name and type.
    public static void Map(ApiRoutes routes) => routes.App
        .MapGet("/api/meetings/{meetingId:guid}/calendar.ics", async (Guid meetingId, HttpContext context, IMediator mediator, CancellationToken ct) =>
        {
            var outcome = await mediator.Send(new MeetingCalendarQuery(meetingId), ct);
            return outcome.Granted(out var file, out var refusal)
                ? Results.File(Encoding.UTF8.GetBytes(file.Content), "text/calendar; charset=utf-8; method=PUBLISH", file.Name)
                : Problems.Of(refusal, context);
        })
        .WithName("MeetingCalendar")
        .WithTags("Meetings")
        .WithMetadata(typeof(MeetingCalendarQuery).GetCustomAttribute<AccessAttribute>()!)
        .WithMetadata(new RequestTypeMetadata(typeof(MeetingCalendarQuery)))
        .Produces<string>(StatusCodes.Status200OK, "text/calendar")
        .ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status404NotFound);
}
