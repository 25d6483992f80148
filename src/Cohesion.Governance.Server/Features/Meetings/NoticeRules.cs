using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Meetings;
using Cohesion.Governance.Domain.Proposals;

namespace Cohesion.Governance.Server.Features.Meetings;

/// <summary>How much notice a meeting of a council needs with these proposals on its agenda.</summary>
internal sealed class NoticeRules(IRulePackCatalogue rules)
{
    public NoticePeriod For(Council council, IEnumerable<Proposal> proposals) => NoticePeriod.Longest(
        council.NoticeDays,
        proposals.Select(p => p.RulePack).Distinct(StringComparer.Ordinal)
            .Where(rules.Exists)
            .Select(pack => rules.NoticeDays(pack) is { } days ? new NoticePeriod(days, rules.Title(pack)) : null)
            .OfType<NoticePeriod>());
}
