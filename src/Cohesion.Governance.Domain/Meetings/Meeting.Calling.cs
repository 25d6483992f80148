using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Proposals;

namespace Cohesion.Governance.Domain.Meetings;

/// <content>From the plan to the opened doors.</content>
public sealed partial class Meeting
{
    /// <summary>Whether it is over or called off.</summary>
    public bool IsEnded => Stage is not (MeetingStage.Planned or MeetingStage.Noticed or MeetingStage.CheckIn or MeetingStage.InSession);

    /// <summary>Plans a meeting with lawful notice.</summary>
    /// <param name="notice">The longest period that the council or a rule on the agenda asks for.</param>
    /// <returns>The meeting with the council's next number, or <see cref="NoticeTooShort"/>.</returns>
    public static Outcome<Meeting> Plan(
        Guid id, Council council, string title, string place, DateTimeOffset startsAt, NoticePeriod notice, Guid convenedBy, DateTimeOffset now)
    {
        if (LawfulNotice.Check(startsAt, now, notice, MeetingTime.ZoneOf(council)) is { } tooShort)
        {
            return tooShort;
        }

        return new Meeting
        {
            Id = id,
            CouncilId = council.Id,
            Number = ++council.LastMeetingNumber,
            Title = title,
            Place = place,
            StartsAt = startsAt,
            ConvenedByPersonId = convenedBy,
        };
    }

    /// <summary>Puts a proposal on the agenda; whoever comes must have had its lawful notice too.</summary>
    public Outcome<AgendaItem> Table(Guid itemId, int position, Proposal proposal, NoticePeriod notice, Council council, DateTimeOffset now)
    {
        if (Stage is not (MeetingStage.Planned or MeetingStage.Noticed))
        {
            return new MeetingStageWrong(Stage);
        }

        if (Call > 1)
        {
            return new SecondCallAgendaFixed();
        }

        if (proposal.Stage != ProposalStage.AwaitingAgenda)
        {
            return new ProposalNotAwaitingAgenda(proposal.Number, proposal.Stage);
        }

        if (LawfulNotice.Check(StartsAt, now, notice, MeetingTime.ZoneOf(council)) is { } tooShort)
        {
            return tooShort;
        }

        proposal.Enter(ProposalStage.OnAgenda, now, StartsAt);
        Revision++;
        return new AgendaItem { Id = itemId, MeetingId = Id, Position = position, Title = proposal.Title, ProposalId = proposal.Id };
    }

    /// <summary>Puts something to talk about on the agenda, until the end of the meeting: nothing is decided on it.</summary>
    public Outcome<AgendaItem> AddTopic(Guid itemId, int position, string title)
    {
        if (IsEnded)
        {
            return new MeetingStageWrong(Stage);
        }

        Revision++;
        return new AgendaItem { Id = itemId, MeetingId = Id, Position = position, Title = title };
    }

    /// <summary>Takes an item off the agenda again, before the doors open.</summary>
    public Outcome<Done> TakeOff()
    {
        if (Stage is not (MeetingStage.Planned or MeetingStage.Noticed))
        {
            return new MeetingStageWrong(Stage);
        }

        Revision++;
        return new Done();
    }

    /// <summary>Gives notice of the present call. Nothing happens where it was given, or where the meeting was called off meanwhile.</summary>
    /// <returns>Whether notice is given by this.</returns>
    public bool GiveNotice(DateTimeOffset now)
    {
        if (Stage != MeetingStage.Planned)
        {
            return false;
        }

        (Stage, NoticeSentAt) = (MeetingStage.Noticed, now);
        return true;
    }

    /// <summary>Opens check-in. Nothing happens where it is open or the meeting is over.</summary>
    /// <returns>Whether it is opened by this.</returns>
    public bool OpenCheckIn()
    {
        if (Stage is not (MeetingStage.Planned or MeetingStage.Noticed))
        {
            return false;
        }

        Stage = MeetingStage.CheckIn;
        return true;
    }

    /// <summary>Calls it a second time after the first came to no quorum: same place, same agenda, same hour some days later.</summary>
    /// <remarks>The second call needs no notice period of its own: those called knew of it from the rule that provides it (Spain, LPH 16.2; Italy, disp. att. 66),
    /// and the pause between the calls is the council's to set in its meeting process.</remarks>
    /// <returns>Whether it is called by this.</returns>
    public bool CallAgain(TimeSpan after, TimeZoneInfo zone, DateTimeOffset now)
    {
        if (Stage != MeetingStage.CheckIn || Call > 1)
        {
            return false;
        }

        var starts = MeetingTime.Later(StartsAt, after, zone);
        StartsAt = starts > now ? starts : MeetingTime.Later(now, after, zone);
        Call++;
        Revision++;
        Stage = MeetingStage.Planned;
        return true;
    }

    /// <summary>Ends it for want of a quorum.</summary>
    /// <returns>Whether it is ended by this.</returns>
    public bool EndWithoutQuorum(DateTimeOffset now)
    {
        if (Stage != MeetingStage.CheckIn)
        {
            return false;
        }

        (Stage, ClosedAt) = (MeetingStage.NoQuorum, now);
        return true;
    }

    /// <summary>Calls it off, before it has begun.</summary>
    public Outcome<Done> Cancel(string reason, DateTimeOffset now)
    {
        switch (Stage)
        {
            case MeetingStage.Cancelled:
                return new MeetingAlreadyCancelled();
            case MeetingStage.Planned or MeetingStage.Noticed or MeetingStage.CheckIn:
                (Stage, CancelReason, ClosedAt) = (MeetingStage.Cancelled, reason, now);
                Revision++;
                return new Done();
            default:
                return new MeetingStageWrong(Stage);
        }
    }
}
