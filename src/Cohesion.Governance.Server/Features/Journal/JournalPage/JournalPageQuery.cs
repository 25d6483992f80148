using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Web;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.Journal.JournalPage;

/// <summary>The journal of a council, the latest entry first: who did what, each entry chained to the one before.</summary>
/// <param name="After">The <c>next</c> of the page before.</param>
/// <param name="SubjectId">Only entries about this.</param>
[Title("reads the journal", "查看日志")]
[RequiresMembership]
[Refuses<InvalidRequest>]
internal sealed record JournalPageQuery(Guid CouncilId, long? After = null, Guid? SubjectId = null, int Size = Page<object>.DefaultSize)
    : IQuery<JournalView>, IConcernsCouncil;

/// <param name="Council">The council's name.</param>
/// <param name="TimeZone">Its IANA time zone.</param>
internal sealed record JournalView(LocalText Council, string TimeZone, Page<JournalLine> Entries);

/// <param name="What">What was done, as a verb; the command's name where it has no words of its own.</param>
/// <param name="By">Who did it; null when the server did, in the course of a process.</param>
/// <param name="Holds">Whether the entry's hash is that of its contents and follows the entry before.</param>
internal sealed record JournalLine(
    long Sequence, DateTimeOffset At, string Command, LocalText What, LocalText? By, Guid SubjectId, string Content, string PreviousHash, string Hash, bool Holds);

internal sealed class JournalPageValidator : AbstractValidator<JournalPageQuery>
{
    public JournalPageValidator() => RuleFor(q => q.Size).InclusiveBetween(1, Page<object>.MaxSize);
}
