using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Meetings.DecideCorrection;

internal sealed class DecideCorrectionEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Post<DecideCorrectionCommand, Done>("/meetings/{meetingId}/minutes/corrections/{correctionId}/decision");
}
