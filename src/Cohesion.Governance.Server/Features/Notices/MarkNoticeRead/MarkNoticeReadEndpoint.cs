using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Notices.MarkNoticeRead;

internal sealed class MarkNoticeReadEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Post<MarkNoticeReadCommand, Done>("/my/notices/{noticeId}/read");
}
