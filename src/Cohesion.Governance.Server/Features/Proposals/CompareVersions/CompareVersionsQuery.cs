using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Proposals.CompareVersions;

/// <summary>What changed between two versions of a proposal.</summary>
/// <param name="ProposalId">The proposal.</param>
/// <param name="From">Number of the older version.</param>
/// <param name="To">Number of the newer version.</param>
[Title("compares two versions", "比较两个版本")]
[RequiresMembership]
[Refuses<NoSuchVersion>]
internal sealed record CompareVersionsQuery(Guid ProposalId, int From, int To) : IQuery<VersionComparison>, IConcernsProposal;

/// <summary>Two versions beside each other.</summary>
/// <param name="From">Number of the older version.</param>
/// <param name="To">Number of the newer version.</param>
/// <param name="ChangeNote">What its author said about the newer one.</param>
/// <param name="Title">The title, piece by piece.</param>
/// <param name="Text">The text, sentence by sentence.</param>
/// <param name="Items">The items by position.</param>
/// <param name="CostBefore">Cost of the older version in hundredths.</param>
/// <param name="CostAfter">Cost of the newer version in hundredths.</param>
/// <param name="Currency">ISO 4217 code of the newer cost, or of the older where the newer has none.</param>
/// <param name="Shares">What part each bloc bore and bears.</param>
internal sealed record VersionComparison(
    int From, int To, string? ChangeNote, IReadOnlyList<TextPiece> Title, IReadOnlyList<TextPiece> Text, IReadOnlyList<ItemComparison> Items,
    long? CostBefore, long? CostAfter, string? Currency, IReadOnlyList<ShareComparison> Shares);

/// <summary>An item before and after; one of the two is missing where it was added or dropped.</summary>
internal sealed record ItemComparison(int Position, string? TitleBefore, string? TitleAfter, IReadOnlyList<TextPiece> Text);

/// <summary>A bloc's part of the cost in hundredths of a percent, before and after.</summary>
internal sealed record ShareComparison(string BlocCode, int Before, int After);

/// <summary>The proposal has no version of that number.</summary>
internal sealed record NoSuchVersion(int Number, int Last) : Refusal
{
    public override LocalText Message => new(
        $"There is no version {Number}: the versions are 1 to {Last}.", $"没有第 {Number} 版：现有第 1 版至第 {Last} 版。");

    public override RefusalKind Kind => RefusalKind.NotFound;
}
