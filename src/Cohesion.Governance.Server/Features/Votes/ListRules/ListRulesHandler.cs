using Cohesion.Governance.Domain;
using MediatR;

namespace Cohesion.Governance.Server.Features.Votes.ListRules;

internal sealed class ListRulesHandler(RulePacks packs) : IRequestHandler<ListRulesQuery, Outcome<IReadOnlyList<RuleView>>>
{
    public Task<Outcome<IReadOnlyList<RuleView>>> Handle(ListRulesQuery request, CancellationToken cancellationToken) =>
        Task.FromResult<Outcome<IReadOnlyList<RuleView>>>(new List<RuleView>(packs.All.Select(RuleView.Of)));
}
