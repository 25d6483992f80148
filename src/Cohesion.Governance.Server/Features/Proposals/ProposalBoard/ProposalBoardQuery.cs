using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Proposals;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.Proposals.ProposalBoard;

/// <summary>The proposals of a council as columns by stage: what each waits for, since when, and what is late.</summary>
/// <param name="CouncilId">The council.</param>
/// <param name="Column">Only this column, a longer piece of it.</param>
/// <param name="Skip">Cards of that column that were seen before.</param>
[Title("looks at the board of proposals", "查看议题看板")]
[RequiresMembership]
[Refuses<InvalidRequest>]
internal sealed record ProposalBoardQuery(Guid CouncilId, BoardColumn? Column = null, int Skip = 0) : IQuery<ProposalBoardView>, IConcernsCouncil
{
    /// <summary>Cards of a column beside the others.</summary>
    public const int Short = 8;

    /// <summary>Cards of a column by itself.</summary>
    public const int Long = 50;
}

internal sealed class ProposalBoardValidator : AbstractValidator<ProposalBoardQuery>
{
    public ProposalBoardValidator()
    {
        RuleFor(q => q.Column).IsInEnum();
        RuleFor(q => q.Skip).InclusiveBetween(0, 1_000_000);
    }
}

internal sealed record ProposalBoardView(IReadOnlyList<BoardColumnView> Columns);

/// <param name="Count">How many proposals stand in it.</param>
/// <param name="Cards">The first of them: those that have been there longest; of the ended ones those that ended last.</param>
/// <param name="Next">How many to skip for more; null where these are all.</param>
internal sealed record BoardColumnView(BoardColumn Column, int Count, IReadOnlyList<ProposalCard> Cards, int? Next);

/// <param name="DaysInStage">Whole days since it came to its stage.</param>
/// <param name="WaitsFor">Whom or what it waits for; null once it has ended.</param>
/// <param name="IsLate">Whether its stage should have ended by now, or an action of it is overdue.</param>
internal sealed record ProposalCard(
    Guid Id, int Number, string Title, ProposalStage Stage, int DaysInStage, DateTimeOffset StageSince, DateTimeOffset? StageUntil, LocalText? WaitsFor, bool IsLate);
