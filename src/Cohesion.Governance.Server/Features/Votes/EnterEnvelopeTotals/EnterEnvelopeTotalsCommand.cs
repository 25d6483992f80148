using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.Votes.EnterEnvelopeTotals;

/// <summary>After a secret vote has closed, what its inner envelopes say is entered: totals by group, sealed until the count. They take the place of totals entered before that nobody has
/// checked. Somebody else counts the papers again before they count.</summary>
/// <param name="VoteId">The vote.</param>
/// <param name="Totals">One for each group that has envelopes. Journals are read before the count, so they stand in no journal.</param>
/// <param name="Place">Where the envelopes were opened.</param>
/// <param name="OpenedAt">When; after the vote closed.</param>
/// <param name="Witness">Who saw it.</param>
[Title("enters what the envelopes say", "录入信封清点结果")]
[RequiresOffice(Office.CouncilSecretary, Office.VisitingWorker)]
[Refuses<InvalidRequest>]
[Refuses<NoEnvelopes>]
[Refuses<EnvelopesStayClosed>]
[Refuses<OuterEnvelopesWait>]
[Refuses<OpenedOutsideTime>]
[Refuses<WrongEnvelopeGroups>]
[Refuses<EnvelopeTotalsDiffer>]
[Refuses<EnvelopesCounted>]
[Refuses<SecretKeyLost>]
[Refuses<VoteNotOpenYet>]
[Refuses<VoteStillOpen>]
[Refuses<VoteHasClosed>]
[Refuses<VoteWasCancelled>]
internal sealed record EnterEnvelopeTotalsCommand(
    Guid VoteId, [property: NotInJournal] IReadOnlyList<EnvelopeTotals> Totals, string Place, DateTimeOffset OpenedAt, string Witness) : ICommand<Done>, IConcernsVote;

internal sealed class EnterEnvelopeTotalsValidator : AbstractValidator<EnterEnvelopeTotalsCommand>
{
    public EnterEnvelopeTotalsValidator()
    {
        RuleFor(c => c.Totals).NotEmpty();
        RuleForEach(c => c.Totals).SetValidator(new EnvelopeTotalsValidator());
        RuleFor(c => c.Place).NotEmpty().MaximumLength(200);
        RuleFor(c => c.Witness).NotEmpty().MaximumLength(200);
    }
}
