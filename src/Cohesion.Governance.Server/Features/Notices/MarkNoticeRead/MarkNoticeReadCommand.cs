using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Notices.MarkNoticeRead;

/// <summary>The signed-in person has read a notice. Sent again it changes nothing.</summary>
[Title("marks a notice as read", "标记通知已读")]
[RequiresSignIn]
internal sealed record MarkNoticeReadCommand(Guid NoticeId) : ICommand<Done>;
