using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.Votes.GiveMandate;

/// <summary>A seat's representative lets somebody cast its ballot, or the secretary records a written mandate. The holder is told; he need not belong to the council. The same
/// mandate given twice is one.</summary>
/// <param name="CouncilId">The council.</param>
/// <param name="SeatId">The seat spoken for.</param>
/// <param name="HolderPersonId">Who may cast its ballot.</param>
/// <param name="Scope">For one vote, for the votes of one meeting, or for every vote until a date.</param>
/// <param name="VoteId">The vote, where it is for one.</param>
/// <param name="MeetingId">The meeting, where it is for one.</param>
/// <param name="Until">The moment up to which it serves, where it is until a date.</param>
/// <param name="DocumentHash">SHA-256 of the written mandate; needed where the secretary records it, and where the rule asks for writing.</param>
/// <param name="SignedByPersonId">Where the secretary records it for a co-owned seat: the co-owner who signed; absent where all did.</param>
[Title("gives a mandate", "委托投票")]
[RequiresOffice(Office.CouncilSecretary, OrSeat = true)]
[Refuses<InvalidRequest>]
[Refuses<PersonUnknown>]
[Refuses<SeatNotRegistered>]
[Refuses<NotYourSeat>]
[Refuses<MandateCannotBePassedOn>]
[Refuses<HolderActsForSeat>]
[Refuses<SignerDoesNotActForSeat>]
[Refuses<SeatHasMandate>]
[Refuses<MandateMustBeWritten>]
[Refuses<MandateExpired>]
[Refuses<ProxyNotAllowed>]
[Refuses<HolderMayNotHoldProxies>]
[Refuses<VoteHasClosed>]
internal sealed record GiveMandateCommand(
    Guid CouncilId, Guid SeatId, Guid HolderPersonId, MandateScope Scope, Guid? VoteId = null, Guid? MeetingId = null, DateTimeOffset? Until = null,
    string? DocumentHash = null, Guid? SignedByPersonId = null) : ICommand<Guid>, IConcernsCouncil;

internal sealed class GiveMandateValidator : AbstractValidator<GiveMandateCommand>
{
    public GiveMandateValidator()
    {
        RuleFor(c => c.Scope).IsInEnum();
        RuleFor(c => c.VoteId).Must((c, vote) => vote is not null == (c.Scope == MandateScope.Vote))
            .Says("Name the vote where the mandate is for one vote, and only there.", "仅当委托限于一次表决时填写该表决。");
        RuleFor(c => c.MeetingId).Must((c, meeting) => meeting is not null == (c.Scope == MandateScope.Meeting))
            .Says("Name the meeting where the mandate is for one meeting, and only there.", "仅当委托限于一次会议时填写该会议。");
        RuleFor(c => c.Until).Must((c, until) => until is not null == (c.Scope == MandateScope.Until))
            .Says("Say until when where the mandate is until a date, and only there.", "仅当委托至某日为止时填写截止时间。");
        RuleFor(c => c.DocumentHash).IsSha256();
    }
}
