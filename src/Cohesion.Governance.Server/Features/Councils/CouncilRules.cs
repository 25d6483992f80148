using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Pipeline;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.Councils;

/// <summary>How a council decides where nothing else is said.</summary>
/// <param name="NoticeDays">Lawful notice of a meeting in whole days; the rule pack of an agenda item may ask for more.</param>
/// <param name="DefaultRulePack">Rule pack that decides where a proposal names none.</param>
/// <param name="MeetingQuorumPack">Rule pack whose first-round quorum a meeting must reach to begin; absent: any attendance will do.</param>
/// <param name="EarlyDecision">Whether a vote may close as soon as its outcome can no longer change.</param>
/// <param name="DuplicatePolicy">Which of two ballots of one seat counts.</param>
internal sealed record CouncilRules(
    int NoticeDays, string DefaultRulePack, string? MeetingQuorumPack, bool EarlyDecision, DuplicatePolicy DuplicatePolicy = DuplicatePolicy.OnlinePrevails)
{
    /// <summary>The first pack named that is not known; null when all are.</summary>
    public string? UnknownPack(IRulePackCatalogue packs) =>
        new[] { DefaultRulePack, MeetingQuorumPack }.FirstOrDefault(pack => pack is not null && !packs.Exists(pack));
}

internal sealed class CouncilRulesValidator : AbstractValidator<CouncilRules>
{
    /// <summary>Nobody can plan further ahead than a season.</summary>
    private const int MaxNoticeDays = 90;

    public CouncilRulesValidator()
    {
        RuleFor(r => r.NoticeDays).InclusiveBetween(0, MaxNoticeDays);
        RuleFor(r => r.DefaultRulePack).NotEmpty().MaximumLength(100);
        RuleFor(r => r.MeetingQuorumPack).MaximumLength(100);
        RuleFor(r => r.DuplicatePolicy).IsInEnum();
    }
}
