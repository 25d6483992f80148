using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Proposals.CompareVersions;

internal sealed class CompareVersionsHandler(GovernanceDbContext db) : IRequestHandler<CompareVersionsQuery, Outcome<VersionComparison>>
{
    public async Task<Outcome<VersionComparison>> Handle(CompareVersionsQuery request, CancellationToken cancellationToken)
    {
        var last = await db.Proposals.Where(p => p.Id == request.ProposalId).Select(p => p.TextVersion).SingleAsync(cancellationToken);
        foreach (var number in new[] { request.From, request.To })
        {
            if (number < 1 || number > last)
            {
                return new NoSuchVersion(number, last);
            }
        }

        var before = await Version(request.ProposalId, request.From, cancellationToken);
        var after = await Version(request.ProposalId, request.To, cancellationToken);
        return new VersionComparison(
            request.From, request.To, after.Text.ChangeNote, TextComparison.Compare(before.Text.Title, after.Text.Title),
            TextComparison.Compare(before.Text.Text, after.Text.Text), Items(before.Items, after.Items), before.Text.CostCents, after.Text.CostCents,
            after.Text.Currency ?? before.Text.Currency, Shares(before.Shares, after.Shares));
    }

    private async Task<ProposalVersion> Version(Guid proposalId, int number, CancellationToken ct) => new(
        await db.ProposalTexts.AsNoTracking().SingleAsync(t => t.ProposalId == proposalId && t.Number == number, ct),
        await db.ProposalItems.AsNoTracking().Where(i => i.ProposalId == proposalId && i.TextVersion == number).OrderBy(i => i.Position).ToListAsync(ct),
        await db.CostShares.AsNoTracking().Where(s => s.ProposalId == proposalId && s.TextVersion == number).OrderBy(s => s.BlocCode).ToListAsync(ct));

    private static List<ItemComparison> Items(IReadOnlyList<ProposalItem> before, IReadOnlyList<ProposalItem> after) =>
        [.. Enumerable.Range(0, Math.Max(before.Count, after.Count)).Select(i =>
        {
            var (old, current) = (before.ElementAtOrDefault(i), after.ElementAtOrDefault(i));
            return new ItemComparison(i + 1, old?.Title, current?.Title, TextComparison.Compare(old?.Text ?? string.Empty, current?.Text ?? string.Empty));
        })];

    private static List<ShareComparison> Shares(IReadOnlyList<CostShare> before, IReadOnlyList<CostShare> after) =>
        [.. before.Concat(after).Select(s => s.BlocCode).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(bloc => new ShareComparison(
            bloc, before.FirstOrDefault(s => s.BlocCode == bloc)?.BasisPoints ?? 0, after.FirstOrDefault(s => s.BlocCode == bloc)?.BasisPoints ?? 0))];
}
