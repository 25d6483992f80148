using Cohesion.Governance.Domain.Proposals;

namespace Cohesion.Governance.Domain.Meetings;

/// <content>From the opening to the close.</content>
public sealed partial class Meeting
{
    /// <summary>Whether seats may check in and leave now.</summary>
    public bool IsOpenForCheckIn => Stage is MeetingStage.CheckIn or MeetingStage.InSession;

    /// <summary>Opens the session, once its hour has come and the quorum of the present call is there.</summary>
    public Outcome<Done> Start(Guid chair, QuorumReading quorum, TimeZoneInfo zone, DateTimeOffset now)
    {
        if (Stage == MeetingStage.InSession)
        {
            return new MeetingAlreadyStarted();
        }

        if (Stage != MeetingStage.CheckIn)
        {
            return new MeetingStageWrong(Stage);
        }

        if (now < StartsAt)
        {
            return new TooEarlyToStart(MeetingTime.Say(StartsAt, zone));
        }

        if (!quorum.IsMet)
        {
            return new QuorumNotMet(quorum);
        }

        (Stage, OpenedAt, ChairPersonId) = (MeetingStage.InSession, now, chair);
        return new Done();
    }

    /// <summary>Comes to an item.</summary>
    /// <param name="proposal">The item's proposal, where it has one.</param>
    public Outcome<Done> TakeUp(AgendaItem item, Proposal? proposal)
    {
        if (Stage != MeetingStage.InSession)
        {
            return new MeetingStageWrong(Stage);
        }

        if (item.Decision != AgendaDecision.None)
        {
            return new AgendaItemAlreadyDecided(item.Decision);
        }

        if (CurrentItemId == item.Id)
        {
            return new AgendaItemAlreadyTakenUp();
        }

        if (proposal is not null && proposal.Stage != ProposalStage.OnAgenda)
        {
            return new ProposalLeftAgenda(proposal.Number);
        }

        CurrentItemId = item.Id;
        return new Done();
    }

    /// <summary>Records what the meeting came to about an item.</summary>
    /// <param name="proposal">The item's proposal, where it has one.</param>
    /// <returns>Whether the proposal's process must be told: not where the proposal had left the agenda before.</returns>
    public Outcome<bool> Decide(AgendaItem item, Proposal? proposal, AgendaDecision decision, string note, DateTimeOffset now)
    {
        if (Stage != MeetingStage.InSession)
        {
            return new MeetingStageWrong(Stage);
        }

        if (item.Decision != AgendaDecision.None)
        {
            return new AgendaItemAlreadyDecided(item.Decision);
        }

        var fits = proposal is null
            ? decision is AgendaDecision.Noted or AgendaDecision.Deferred
            : decision is AgendaDecision.ToVote or AgendaDecision.Deferred or AgendaDecision.Rework or AgendaDecision.Withdrawn;
        if (!fits)
        {
            return new DecisionDoesNotFit(decision, proposal is not null);
        }

        var onAgenda = proposal?.Stage == ProposalStage.OnAgenda;
        if (proposal is not null && !onAgenda && decision != AgendaDecision.Withdrawn)
        {
            return new ProposalLeftAgenda(proposal.Number);
        }

        Settle(item, proposal, decision, note, now);
        return onAgenda;
    }

    /// <summary>Ends the session; what was not dealt with is deferred.</summary>
    /// <param name="items">The whole agenda, in its order.</param>
    /// <param name="proposals">The proposals of its items.</param>
    /// <returns>The items deferred by this.</returns>
    public Outcome<IReadOnlyList<AgendaItem>> Close(
        IReadOnlyList<AgendaItem> items, IReadOnlyDictionary<Guid, Proposal> proposals, string deferralNote, DateTimeOffset now)
    {
        if (Stage is MeetingStage.Closed or MeetingStage.MinutesDrafted or MeetingStage.MinutesConfirmed or MeetingStage.MinutesPublished)
        {
            return new MeetingAlreadyClosed();
        }

        if (Stage != MeetingStage.InSession)
        {
            return new MeetingStageWrong(Stage);
        }

        AgendaItem[] open = [.. items.Where(item => item.Decision == AgendaDecision.None)];
        foreach (var item in open)
        {
            var proposal = item.ProposalId is { } id ? proposals[id] : null;
            var left = proposal is not null && proposal.Stage != ProposalStage.OnAgenda;
            Settle(item, proposal, left ? AgendaDecision.Withdrawn : AgendaDecision.Deferred, deferralNote, now);
        }

        (Stage, ClosedAt, CurrentItemId) = (MeetingStage.Closed, now, null);
        return open;
    }

    private void Settle(AgendaItem item, Proposal? proposal, AgendaDecision decision, string note, DateTimeOffset now)
    {
        (item.Decision, item.DecisionNote, item.DecidedAt) = (decision, note, now);
        if (CurrentItemId == item.Id)
        {
            CurrentItemId = null;
        }

        // The other decisions are carried out by the proposal's process, which knows what comes next.
        if (decision == AgendaDecision.Deferred && proposal?.Stage == ProposalStage.OnAgenda)
        {
            proposal.Enter(ProposalStage.AwaitingAgenda, now);
        }
    }
}
