using System.Text.Json;
using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Web;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.Journal.JournalPage;

/// <summary>Shows the journal of the council, newest first, page by page.</summary>
/// <param name="CouncilId">The council.</param>
/// <param name="SubjectId">Only entries about this subject (a proposal, a vote …).</param>
/// <param name="After">The <c>next</c> of the page before.</param>
/// <param name="Size">Entries on a page, at most 200.</param>
[Title("looks at the journal", "查看日志")]
[RequiresMembership]
[Refuses<InvalidRequest>]
internal sealed record JournalPageQuery(Guid CouncilId, Guid? SubjectId = null, long? After = null, int Size = Page<JournalLine>.DefaultSize)
    : IQuery<Page<JournalLine>>, IConcernsCouncil;

internal sealed class JournalPageValidator : AbstractValidator<JournalPageQuery>
{
    public JournalPageValidator() => RuleFor(q => q.Size).InclusiveBetween(1, Page<JournalLine>.MaxSize);
}

/// <param name="Sequence">1, 2, 3 … within the council.</param>
/// <param name="At">When.</param>
/// <param name="PersonId">Who; absent when the server did it in the course of a process.</param>
/// <param name="Person">The name.</param>
/// <param name="Command">The command's name.</param>
/// <param name="Title">What was done, in words.</param>
/// <param name="SubjectId">What it was about.</param>
/// <param name="Content">The command as it was sent, without passwords and the like.</param>
/// <param name="PreviousHash">The hash of the entry before.</param>
/// <param name="Hash">SHA-256 over all the other fields.</param>
internal sealed record JournalLine(
    long Sequence, DateTimeOffset At, Guid? PersonId, LocalText? Person, string Command, LocalText Title, Guid SubjectId, JsonElement Content,
    string PreviousHash, string Hash);
