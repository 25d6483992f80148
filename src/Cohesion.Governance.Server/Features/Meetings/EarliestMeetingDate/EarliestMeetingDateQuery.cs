using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.Meetings.EarliestMeetingDate;

/// <summary>When a meeting could be held at the earliest if its notice went out now.</summary>
/// <param name="ProposalIds">Proposals for its agenda, separated by commas; their rules may ask for longer notice.</param>
[Title("asks for the earliest lawful date", "查询最早合法日期")]
[RequiresMembership]
[Refuses<InvalidRequest>]
internal sealed record EarliestMeetingDateQuery(Guid CouncilId, string? ProposalIds = null) : IQuery<EarliestDate>, IConcernsCouncil;

/// <summary>The first lawful day of a meeting.</summary>
/// <param name="Date">In the council's time zone.</param>
/// <param name="NoticeDays">Whole days of notice it needs.</param>
/// <param name="AskedBy">The rule asking for them, where it is not the council's own period.</param>
internal sealed record EarliestDate(DateOnly Date, int NoticeDays, LocalText? AskedBy);

internal sealed class EarliestMeetingDateValidator : AbstractValidator<EarliestMeetingDateQuery>
{
    public EarliestMeetingDateValidator() => RuleForEach(q => EarliestMeetingDateHandler.Split(q.ProposalIds))
        .Must(id => Guid.TryParse(id, out _)).OverridePropertyName("proposalIds");
}
