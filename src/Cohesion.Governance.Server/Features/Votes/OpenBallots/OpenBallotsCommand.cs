using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.Votes.OpenBallots;

/// <summary>Ballots are taken from now on, and everybody on the roll is told. Under a rule by which silence counts after a period, they stay open at least that long.
/// Ballots once opened, or of a cancelled vote, stay as they are.</summary>
/// <param name="VoteId">The vote.</param>
/// <param name="Window">ISO 8601 period the ballots stay open.</param>
[Title("opens the vote", "开始投票")]
[ProcessOnly]
[Refuses<InvalidRequest>]
[Refuses<RollNotFrozen>]
internal sealed record OpenBallotsCommand(Guid VoteId, string Window) : ICommand<Done>, IConcernsVote;

internal sealed class OpenBallotsValidator : AbstractValidator<OpenBallotsCommand>
{
    public OpenBallotsValidator() => RuleFor(c => c.Window)
        .Must(window => IsoPeriod.TryParse(window) is not null)
        .WithMessage("The window must be an ISO 8601 period such as P7D. 表决期限须为 ISO 8601 时段，例如 P7D。");
}
