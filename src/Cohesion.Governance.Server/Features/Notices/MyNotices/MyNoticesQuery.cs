using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Web;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.Notices.MyNotices;

/// <summary>What the signed-in person was told, the latest first.</summary>
/// <param name="Unread">Only what he has not read.</param>
/// <param name="After">The <c>next</c> of the page before.</param>
/// <param name="Size">Most on a page, 1 to 200.</param>
[Title("reads own notices", "查看我的通知")]
[RequiresSignIn]
[Refuses<InvalidRequest>]
internal sealed record MyNoticesQuery(bool Unread = false, Guid? After = null, int Size = Page<NoticeRow>.DefaultSize) : IQuery<NoticeList>;

/// <param name="Unread">How many in all are not read yet.</param>
/// <param name="Rows">Those of this page.</param>
internal sealed record NoticeList(int Unread, Page<NoticeRow> Rows);

internal sealed record NoticeRow(
    Guid Id, Guid CouncilId, LocalText Council, string Kind, LocalText Text, string Path, DateTimeOffset CreatedAt, DateTimeOffset? ReadAt);

internal sealed class MyNoticesValidator : AbstractValidator<MyNoticesQuery>
{
    public MyNoticesValidator() => RuleFor(q => q.Size).InclusiveBetween(1, Page<NoticeRow>.MaxSize);
}
