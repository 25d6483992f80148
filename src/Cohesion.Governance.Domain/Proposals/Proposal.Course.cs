namespace Cohesion.Governance.Domain.Proposals;

/// <summary>What the secretary finds when a proposal comes in.</summary>
public enum ScreeningDecision
{
    /// <summary>It goes to consultation.</summary>
    Accepted,

    /// <summary>Back to its author, with what is missing.</summary>
    Returned,

    /// <summary>Another proposal says the same and takes it in.</summary>
    Merged,
}

/// <summary>How a proposal's course ended.</summary>
public enum ProposalResult
{
    /// <summary>Adopted, carried out, appraised.</summary>
    Closed,
    Merged,
    Withdrawn,
    Rejected,
    NoQuorum,

    /// <summary>The rule could not decide and nobody took it up again.</summary>
    Undecided,

    /// <summary>Its author let the time for a revision pass.</summary>
    Lapsed,
}

/// <summary>The decisions about a proposal's course. What a person does takes effect at once; the process that waits for it is told and only
/// adds when the new stage ends. A process step therefore never turns back a stage that a person has moved on meanwhile.</summary>
public sealed partial class Proposal
{
    /// <summary>How its course ended, once its process has closed it.</summary>
    public ProposalResult? Result { get; set; }

    /// <summary>Whether its course is over.</summary>
    public bool HasEnded => Stage is ProposalStage.Closed or ProposalStage.Merged or ProposalStage.Withdrawn or ProposalStage.Failed;

    /// <summary>Whether its text may still take in another proposal: before a vote fixes the question.</summary>
    public bool CanAbsorb => Stage is ProposalStage.Raised or ProposalStage.Returned or ProposalStage.Consultation or ProposalStage.AwaitingAgenda
        or ProposalStage.OnAgenda or ProposalStage.Rework;

    /// <summary>The secretary accepts it, returns it with a reason or merges it into another of the same council.</summary>
    public Outcome<Done> Screen(ScreeningDecision decision, string? reason, Proposal? target, DateTimeOffset now)
    {
        if (Stage != ProposalStage.Raised)
        {
            return new AlreadyScreened(Stage);
        }

        if (decision != ScreeningDecision.Accepted && string.IsNullOrWhiteSpace(reason))
        {
            return new ReasonNeeded();
        }

        if (decision == ScreeningDecision.Merged)
        {
            if (target is null || target.Id == Id || target.CouncilId != CouncilId || !target.CanAbsorb)
            {
                return new MergeTargetUnsuitable();
            }

            MergedIntoId = target.Id;
        }

        Reason = string.IsNullOrWhiteSpace(reason) ? null : reason;
        Enter(
            decision switch
            {
                ScreeningDecision.Accepted => ProposalStage.Consultation,
                ScreeningDecision.Returned => ProposalStage.Returned,
                _ => ProposalStage.Merged,
            },
            now);
        return default(Done);
    }

    /// <summary>Its author or the secretary puts a new version in place of the one they read.</summary>
    /// <returns>Whether the process waited for it: not so while it has not been screened yet.</returns>
    public Outcome<bool> Revise(ProposalDraft draft, int basedOn, bool byAuthorOrSecretary, DateTimeOffset now)
    {
        if (!byAuthorOrSecretary)
        {
            return new NotYourProposal();
        }

        if (Stage is not (ProposalStage.Raised or ProposalStage.Returned or ProposalStage.Rework))
        {
            return new NotOpenToRevision(Stage);
        }

        if (basedOn != TextVersion)
        {
            return new RevisedMeanwhile(basedOn, TextVersion);
        }

        var awaited = Stage != ProposalStage.Raised;
        TextVersion++;
        Title = draft.Title;
        if (awaited)
        {
            Enter(Stage == ProposalStage.Returned ? ProposalStage.Raised : ProposalStage.Consultation, now);
        }

        return awaited;
    }

    /// <summary>Its author takes it back, as long as no vote has begun.</summary>
    public Outcome<Done> Withdraw(Guid byPerson, string? reason, DateTimeOffset now)
    {
        if (byPerson != RaisedByPersonId)
        {
            return new NotYourProposal();
        }

        if (!CanAbsorb)
        {
            return new NotOpenToWithdrawal(Stage);
        }

        Reason = string.IsNullOrWhiteSpace(reason) ? Reason : reason;
        Enter(ProposalStage.Withdrawn, now);
        return default(Done);
    }

    /// <summary>After a rejection its author or the secretary has it reworked instead of letting it rest.</summary>
    public Outcome<Done> RequestRework(bool byAuthorOrSecretary, DateTimeOffset now)
    {
        if (!byAuthorOrSecretary)
        {
            return new NotYourProposal();
        }

        if (Stage != ProposalStage.Rejected)
        {
            return new NotOpenToRework(Stage);
        }

        Enter(ProposalStage.Rework, now);
        return default(Done);
    }

    /// <summary>Comments and positions are taken in consultation only.</summary>
    public Outcome<Done> TakeOpinion() => Stage == ProposalStage.Consultation ? default(Done) : new NotInConsultation(Stage);

    /// <summary>The process waits for a new version until a time.</summary>
    public void AwaitRevision(DateTimeOffset now, DateTimeOffset until)
    {
        if (Stage is ProposalStage.Returned or ProposalStage.Rework)
        {
            StageUntil = until;
        }
        else if (Stage is ProposalStage.OnAgenda or ProposalStage.AwaitingAgenda or ProposalStage.Mediation or ProposalStage.Posting or ProposalStage.Rejected)
        {
            Enter(ProposalStage.Rework, now, until);
        }
    }

    /// <summary>The process opens the consultation until a time.</summary>
    /// <returns>Whether it is open now: not so when the author was faster and took it back.</returns>
    public bool OpenConsultation(DateTimeOffset now, DateTimeOffset until)
    {
        if (HasEnded)
        {
            return false;
        }

        Enter(ProposalStage.Consultation, now, until);
        return true;
    }

    /// <summary>The process has it wait for a meeting: after consultation, when it was deferred, or for a second call.</summary>
    /// <returns>Whether it waits now: not so when a meeting has it already, or its author took it back.</returns>
    public bool QueueForAgenda(DateTimeOffset now)
    {
        if (Stage is not (ProposalStage.Consultation or ProposalStage.OnAgenda or ProposalStage.Voting))
        {
            return false;
        }

        Enter(ProposalStage.AwaitingAgenda, now);
        return true;
    }

    /// <summary>The process leaves it to be reworked until a time, after which it has failed.</summary>
    /// <returns>Whether it rests now: not so when somebody asked for the rework already.</returns>
    public bool AwaitReconsideration(DateTimeOffset now, DateTimeOffset until)
    {
        if (Stage is ProposalStage.Voting or ProposalStage.Posting or ProposalStage.Mediation)
        {
            Enter(ProposalStage.Rejected, now, until);
        }
        else if (Stage == ProposalStage.Rejected)
        {
            StageUntil = until;
        }

        return Stage == ProposalStage.Rejected;
    }

    /// <summary>The time for a revision or a rework is over.</summary>
    /// <returns>Whether it lapsed: not so when somebody acted in the last moment.</returns>
    public bool Lapse(DateTimeOffset now)
    {
        if (Stage is not (ProposalStage.Returned or ProposalStage.Rework or ProposalStage.Rejected) || StageUntil is not { } until || until > now)
        {
            return false;
        }

        Enter(ProposalStage.Failed, now);
        return true;
    }

    /// <summary>The result of its vote is posted until a time.</summary>
    public void OpenPosting(DateTimeOffset now, DateTimeOffset until)
    {
        if (!HasEnded)
        {
            Enter(ProposalStage.Posting, now, until);
        }
    }

    /// <summary>Open objections are mediated.</summary>
    public void BeginMediation(DateTimeOffset now)
    {
        if (Stage == ProposalStage.Posting)
        {
            Enter(ProposalStage.Mediation, now);
        }
    }

    /// <summary>All its actions are kept: those who asked say until a time how it went.</summary>
    /// <returns>Whether it was opened now.</returns>
    public bool OpenAppraisal(DateTimeOffset now, DateTimeOffset until)
    {
        if (HasEnded || Stage == ProposalStage.Appraisal)
        {
            return false;
        }

        Enter(ProposalStage.Appraisal, now, until);
        return true;
    }

    /// <summary>The course is over.</summary>
    /// <returns>Whether it was ended now: not so a second time.</returns>
    public bool End(ProposalResult result, DateTimeOffset now)
    {
        if (Result is not null)
        {
            return false;
        }

        Result = result;
        var stage = result switch
        {
            ProposalResult.Closed => ProposalStage.Closed,
            ProposalResult.Merged => ProposalStage.Merged,
            ProposalResult.Withdrawn => ProposalStage.Withdrawn,
            _ => ProposalStage.Failed,
        };
        if (Stage != stage)
        {
            Enter(stage, now);
        }

        return true;
    }
}
