using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.Votes.CheckEnvelopeTotals;

/// <summary>Somebody other than who entered what the envelopes say counts the papers again, without being shown the first totals. Where both are the same the vote can be counted; where
/// they differ nothing changes, and he is told in which groups and words.</summary>
/// <param name="VoteId">The vote.</param>
/// <param name="Totals">What the second person counts, one for each group that has envelopes.</param>
[Title("counts the envelopes again", "复核信封清点结果")]
[RequiresOffice(Office.CouncilSecretary, Office.VisitingWorker, Office.StreetConvenor)]
[Refuses<InvalidRequest>]
[Refuses<NoTotalsToCheck>]
[Refuses<SomebodyElseCounts>]
[Refuses<NoEnvelopes>]
[Refuses<EnvelopesStayClosed>]
[Refuses<OuterEnvelopesWait>]
[Refuses<WrongEnvelopeGroups>]
[Refuses<EnvelopeTotalsDiffer>]
[Refuses<EnvelopeReadingsDiffer>]
[Refuses<EnvelopeTotalsDamaged>]
[Refuses<EnvelopesCounted>]
[Refuses<SecretKeyLost>]
[Refuses<VoteNotOpenYet>]
[Refuses<VoteStillOpen>]
[Refuses<VoteHasClosed>]
[Refuses<VoteWasCancelled>]
internal sealed record CheckEnvelopeTotalsCommand(Guid VoteId, [property: NotInJournal] IReadOnlyList<EnvelopeTotals> Totals) : ICommand<Done>, IConcernsVote;

internal sealed class CheckEnvelopeTotalsValidator : AbstractValidator<CheckEnvelopeTotalsCommand>
{
    public CheckEnvelopeTotalsValidator()
    {
        RuleFor(c => c.Totals).NotEmpty();
        RuleForEach(c => c.Totals).SetValidator(new EnvelopeTotalsValidator());
    }
}
