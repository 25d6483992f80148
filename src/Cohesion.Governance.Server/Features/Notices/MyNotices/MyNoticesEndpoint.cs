using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Server.Features.Notices.MyNotices;

internal sealed class MyNoticesEndpoint : IApiEndpoint
{
    public static void Map(ApiRoutes routes) => routes.Get<MyNoticesQuery, NoticeList>("/my/notices");
}
