namespace Cohesion.Governance.Domain.Proposals;

/// <summary>What an author hands in for one version of a proposal: text, items and who bears the cost.</summary>
/// <param name="Title">Title of the version.</param>
/// <param name="Text">The reasoning and description.</param>
/// <param name="Items">What it would have done; each becomes a resolution of its own.</param>
/// <param name="CostCents">Cost in hundredths of the currency; null or 0 where it costs nothing.</param>
/// <param name="Currency">ISO 4217 code; CNY where none is given.</param>
/// <param name="Shares">Who bears what part of the cost; together the whole of it.</param>
/// <param name="ChangeNote">What changed against the version before.</param>
public sealed record ProposalDraft(
    string Title, string Text, IReadOnlyList<ItemDraft> Items, long? CostCents, string? Currency, IReadOnlyList<ShareDraft> Shares, string? ChangeNote = null)
{
    /// <summary>The whole of a cost in basis points.</summary>
    public const int Whole = 10_000;

    /// <summary>Makes the version, when the draft is complete: it does something, and somebody bears the whole of what it costs.</summary>
    /// <param name="proposalId">The proposal it is a version of.</param>
    /// <param name="number">Number of the version, from 1.</param>
    /// <param name="author">Who wrote it.</param>
    /// <param name="now">When.</param>
    /// <param name="blocs">Codes of the council's blocs, among which a cost may be shared.</param>
    public Outcome<ProposalVersion> ToVersion(Guid proposalId, int number, Guid author, DateTimeOffset now, IReadOnlyCollection<string> blocs)
    {
        if (Items.Count == 0)
        {
            return new ItemsNeeded();
        }

        if (CheckCost(blocs) is { } refusal)
        {
            return refusal;
        }

        var costs = CostCents is > 0;
        return new ProposalVersion(
            new ProposalText
            {
                ProposalId = proposalId, Number = number, Title = Title, Text = Text, ByPersonId = author, At = now, ChangeNote = ChangeNote,
                CostCents = costs ? CostCents : null, Currency = costs ? Currency ?? "CNY" : null,
            },
            [.. Items.Select((item, i) => new ProposalItem
            {
                Id = Guid.CreateVersion7(now), ProposalId = proposalId, TextVersion = number, Position = i + 1, Title = item.Title, Text = item.Text,
            })],
            [.. Shares.Select(share => new CostShare
            {
                ProposalId = proposalId, TextVersion = number, BlocCode = share.BlocCode, BasisPoints = share.BasisPoints, Basis = share.Basis,
            })]);
    }

    private Refusal? CheckCost(IReadOnlyCollection<string> blocs)
    {
        if (CostCents is null or 0)
        {
            return Shares.Count == 0 ? null : new CostNeeded();
        }

        if (Shares.FirstOrDefault(s => !blocs.Contains(s.BlocCode, StringComparer.Ordinal)) is { } stranger)
        {
            return new UnknownBloc(stranger.BlocCode, [.. blocs]);
        }

        if (Shares.GroupBy(s => s.BlocCode, StringComparer.Ordinal).FirstOrDefault(g => g.Skip(1).Any()) is { } twice)
        {
            return new BlocSharesTwice(twice.Key);
        }

        var sum = Shares.Sum(s => (long)s.BasisPoints);
        return sum == Whole ? null : new CostSharesIncomplete(sum);
    }
}

/// <summary>One thing the proposal would have done.</summary>
/// <param name="Title">Short name.</param>
/// <param name="Text">The binding text the resolution would have.</param>
public sealed record ItemDraft(string Title, string Text);

/// <summary>A bloc's part of the cost.</summary>
/// <param name="BlocCode">The bloc that bears it.</param>
/// <param name="BasisPoints">Hundredths of a percent: 6000 is 60 %.</param>
/// <param name="Basis">How the bloc divides it among its seats, in words or a measure's code.</param>
public sealed record ShareDraft(string BlocCode, int BasisPoints, string Basis);

/// <summary>A version as it is kept: its text, its items and its cost shares.</summary>
public sealed record ProposalVersion(ProposalText Text, IReadOnlyList<ProposalItem> Items, IReadOnlyList<CostShare> Shares);
