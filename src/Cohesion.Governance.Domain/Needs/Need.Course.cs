namespace Cohesion.Governance.Domain.Needs;

/// <summary>The decisions about a need.</summary>
public sealed partial class Need
{
    /// <summary>Answers it without a proposal.</summary>
    public Outcome<Done> Reply(string answer)
    {
        if (Stage != NeedStage.Open)
        {
            return new NeedIsSettled(Number, Stage);
        }

        (Stage, Answer) = (NeedStage.Answered, answer);
        return default(Done);
    }

    /// <summary>A proposal takes it up. Said again of the same proposal it changes nothing.</summary>
    public Outcome<Done> TakeUp(Guid proposalId)
    {
        if (Stage == NeedStage.Taken && ProposalId == proposalId)
        {
            return default(Done);
        }

        // What a failed proposal left unmet may be taken up by the next one.
        if (Stage is not (NeedStage.Open or NeedStage.NotMet))
        {
            return new NeedIsSettled(Number, Stage);
        }

        (Stage, ProposalId) = (NeedStage.Taken, proposalId);
        return default(Done);
    }

    /// <summary>The proposal that took it up was merged into another, which answers it now.</summary>
    public void PassTo(Guid proposalId) => ProposalId = proposalId;

    /// <summary>The proposal that took it up has ended.</summary>
    public void End(Proposals.ProposalResult result)
    {
        if (Stage != NeedStage.Taken)
        {
            return;
        }

        switch (result)
        {
            case Proposals.ProposalResult.Closed:
                Stage = NeedStage.Met;
                break;
            case Proposals.ProposalResult.Withdrawn:
                (Stage, ProposalId) = (NeedStage.Open, null);
                break;
            case Proposals.ProposalResult.Merged:
                break;
            default:
                Stage = NeedStage.NotMet;
                break;
        }
    }
}

/// <summary>The need has been answered or taken up.</summary>
public sealed record NeedIsSettled(int Number, NeedStage Stage) : Refusal
{
    public override LocalText Message => Stage switch
    {
        NeedStage.Taken => new($"Need {Number} is taken up by a proposal already.", $"第 {Number} 号诉求已由其他议题回应。"),
        NeedStage.Answered => new($"Need {Number} has been answered already.", $"第 {Number} 号诉求已经答复。"),
        NeedStage.Met => new($"Need {Number} has been met already.", $"第 {Number} 号诉求已经办结。"),
        _ => new($"Need {Number} was taken up by a proposal that was not adopted. Let a new proposal take it up.", $"回应第 {Number} 号诉求的议题未获通过，请由新议题回应。"),
    };
}

/// <summary>A need named is not one of this council.</summary>
public sealed record NeedUnknown(Guid NeedId) : Refusal
{
    public override LocalText Message => new(
        $"This council has no need {NeedId:D}. Choose from its list of needs.",
        $"本议事会没有编号为 {NeedId:D} 的诉求，请从诉求列表中选择。");

    public override RefusalKind Kind => RefusalKind.Invalid;
}
