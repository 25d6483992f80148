using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Councils;
using Cohesion.Governance.Server.Pipeline;
using Cohesion.Governance.Server.Web;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.Registers.RegisterImportPage;

/// <summary>Shows what entering a file that was sent would come to, or every cell of it that is wrong. Only to who sent it.</summary>
/// <param name="CouncilId">The council.</param>
/// <param name="ImportId">What sending the file was answered.</param>
/// <param name="After">The <c>next</c> of the page of seats before.</param>
/// <param name="ErrorsAfter">The <c>next</c> of the page of errors before.</param>
/// <param name="Size">Seats and errors on a page, at most 200.</param>
[Title("looks at what a register file would change", "预览名册文件")]
[RequiresOffice(Office.CouncilSecretary)]
[Refuses<InvalidRequest>]
internal sealed record RegisterImportPageQuery(Guid CouncilId, Guid ImportId, int? After = null, int? ErrorsAfter = null, int Size = 100) : IQuery<RegisterImportView>, IConcernsCouncil;

internal sealed class RegisterImportPageValidator : AbstractValidator<RegisterImportPageQuery>
{
    public RegisterImportPageValidator()
    {
        RuleFor(q => q.Size).InclusiveBetween(1, Page<RowError>.MaxSize);
        RuleFor(q => q.After).GreaterThanOrEqualTo(0);
        RuleFor(q => q.ErrorsAfter).GreaterThanOrEqualTo(0);
    }
}

/// <param name="CouncilName">The council's name.</param>
/// <param name="TimeZone">Time zone in which its days begin and end.</param>
/// <param name="FileName">What the file is called.</param>
/// <param name="FileHash">Its SHA-256.</param>
/// <param name="At">When it was sent.</param>
/// <param name="KeptUntil">Until when it can be entered.</param>
/// <param name="WholeRegister">Whether seats it does not name are to go.</param>
/// <param name="BasedOn">The version of the register this is shown against; to be sent back when it is entered.</param>
/// <param name="AppliedVersion">The version that came of it; null as long as it waits.</param>
/// <param name="Rows">Rows with a seat.</param>
/// <param name="Unchanged">Rows that say what stands already.</param>
/// <param name="ErrorCount">How many errors there are in all.</param>
/// <param name="Errors">What is wrong, by row; with any error nothing can be entered.</param>
/// <param name="Notes">What to look at before agreeing.</param>
/// <param name="Differences">What would change; null while anything is wrong.</param>
/// <param name="HoldersLeaving">People who act for a seat that would go, and then no longer do.</param>
/// <param name="OpenVotes">Votes under way, which keep the roll they were opened with.</param>
internal sealed record RegisterImportView(
    LocalText CouncilName, string TimeZone, string FileName, string FileHash, DateTimeOffset At, DateTimeOffset KeptUntil, bool WholeRegister, int BasedOn,
    int? AppliedVersion, int Rows, int Unchanged, int ErrorCount, Page<RowError> Errors, IReadOnlyList<LocalText> Notes, RegisterDifferences? Differences,
    IReadOnlyList<LocalText> HoldersLeaving, int OpenVotes);
