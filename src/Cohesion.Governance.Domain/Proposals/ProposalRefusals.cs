using System.Globalization;

namespace Cohesion.Governance.Domain.Proposals;

/// <summary>A proposal without anything to be done cannot become a resolution.</summary>
public sealed record ItemsNeeded : Refusal
{
    public override LocalText Message => new(
        "Name at least one item: what exactly would be done if this is adopted.",
        "请至少写明一项内容：通过之后具体要做什么。");

    public override RefusalKind Kind => RefusalKind.Invalid;
}

/// <summary>Shares of a cost that is not given.</summary>
public sealed record CostNeeded : Refusal
{
    public override LocalText Message => new(
        "Cost shares are given but no cost. Enter the cost, or leave the shares out.",
        "填写了费用分摊但没有费用金额。请填写金额，或删除分摊。");

    public override RefusalKind Kind => RefusalKind.Invalid;
}

/// <summary>The shares of the cost are not the whole of it.</summary>
/// <param name="BasisPoints">What they add up to, in hundredths of a percent.</param>
public sealed record CostSharesIncomplete(long BasisPoints) : Refusal
{
    public override LocalText Message => new LocalText(
        "The cost shares add up to {0} %. They must add up to exactly 100 %: change one of them.",
        "各方分摊比例合计为 {0}%，必须正好是 100%，请调整。").With(((decimal)BasisPoints / 100).ToString("0.##", CultureInfo.InvariantCulture));

    public override RefusalKind Kind => RefusalKind.Invalid;
}

/// <summary>A bloc bears two shares of one cost.</summary>
public sealed record BlocSharesTwice(string Bloc) : Refusal
{
    public override LocalText Message => new LocalText(
        "The bloc “{0}” is given two shares. Put them together.",
        "界别“{0}”填写了两次分摊，请合并。").With(Bloc);

    public override RefusalKind Kind => RefusalKind.Invalid;
}

/// <summary>The council has no such bloc.</summary>
public sealed record UnknownBloc(string Bloc, IReadOnlyList<string> Known) : Refusal
{
    public override LocalText Message => new(
        $"This council has no bloc “{Bloc}”. It has: {string.Join(", ", Known)}.",
        $"本议事会没有“{Bloc}”这个界别。现有界别：{string.Join("、", Known)}。");

    public override RefusalKind Kind => RefusalKind.Invalid;
}

/// <summary>There is no decision rule of that id.</summary>
public sealed record NoSuchRulePack(string Id) : Refusal
{
    public override LocalText Message => new(
        $"There is no decision rule “{Id}”. Choose one from the list of rules.",
        $"没有名为“{Id}”的表决规则，请从规则列表中选择。");

    public override RefusalKind Kind => RefusalKind.Invalid;
}

/// <summary>Returning, merging and the like must be explained.</summary>
public sealed record ReasonNeeded : Refusal
{
    public override LocalText Message => new(
        "Say why, so that its author knows what to do.",
        "请写明理由，让提出人知道该怎么做。");

    public override RefusalKind Kind => RefusalKind.Invalid;
}

/// <summary>It was screened before.</summary>
public sealed record AlreadyScreened(ProposalStage Stage) : Refusal
{
    public override LocalText Message => new LocalText(
        "This proposal has been screened already: it is {0}. Reload the page.",
        "该议题已经办理过受理：目前{0}。请刷新页面。").With(ProposalStageNames.Of(Stage));
}

/// <summary>The proposal to merge into cannot take another one in.</summary>
public sealed record MergeTargetUnsuitable : Refusal
{
    public override LocalText Message => new(
        "It can only be merged into another proposal of this council that has not come to a vote yet. Choose such a one.",
        "只能并入本议事会中尚未进入表决的其他议题，请重新选择。");
}

/// <summary>Only its author (and for some acts the secretary) may do this.</summary>
public sealed record NotYourProposal : Refusal
{
    public override LocalText Message => new(
        "Only whoever raised this proposal can do this. Ask them, or ask the secretary.",
        "只有该议题的提出人可以办理。请联系提出人或议事会秘书。");

    public override RefusalKind Kind => RefusalKind.Forbidden;
}

/// <summary>Its text is fixed at this stage.</summary>
public sealed record NotOpenToRevision(ProposalStage Stage) : Refusal
{
    public override LocalText Message => new LocalText(
        "Its text cannot be changed now: it is {0}. A new version can be written before it is screened, after it was returned, or when a rework was asked for.",
        "现在不能修改文本：该议题{0}。受理前、被退回后或要求修改时才能提交新版本。").With(ProposalStageNames.Of(Stage));
}

/// <summary>Somebody else wrote a version first.</summary>
public sealed record RevisedMeanwhile(int BasedOn, int Current) : Refusal
{
    public override LocalText Message => new(
        $"You changed version {BasedOn}, but there is a version {Current} by now. Read it and make your changes there.",
        $"您修改的是第 {BasedOn} 版，但现在已有第 {Current} 版。请先查看新版本，再在其上修改。");
}

/// <summary>It can no longer be taken back.</summary>
public sealed record NotOpenToWithdrawal(ProposalStage Stage) : Refusal
{
    public override LocalText Message => new LocalText(
        "It can no longer be withdrawn: it is {0}.",
        "现在不能撤回：该议题{0}。").With(ProposalStageNames.Of(Stage));
}

/// <summary>A rework follows a vote that did not adopt it.</summary>
public sealed record NotOpenToRework(ProposalStage Stage) : Refusal
{
    public override LocalText Message => new LocalText(
        "A rework can be asked for after a vote that did not adopt it; it is {0}.",
        "只有表决未通过后才能申请修改再议；该议题目前{0}。").With(ProposalStageNames.Of(Stage));
}

/// <summary>Opinions are taken during consultation.</summary>
public sealed record NotInConsultation(ProposalStage Stage) : Refusal
{
    public override LocalText Message => new LocalText(
        "Comments and positions are taken during consultation; it is {0}. Speak at the meeting instead, or tell the secretary.",
        "只有征求意见期间可以发表意见；该议题目前{0}。请在会议上发言或联系秘书。").With(ProposalStageNames.Of(Stage));
}

/// <summary>Its course is over.</summary>
public sealed record ProposalEnded(ProposalStage Stage) : Refusal
{
    public override LocalText Message => new LocalText(
        "This proposal has ended ({0}). Raise a new one if it is needed again.",
        "该议题已经结束（{0}）。如仍有需要，请提出新议题。").With(ProposalStageNames.Of(Stage));
}

/// <summary>The caller acts for no seat of that bloc.</summary>
public sealed record NotOfThatBloc(string Bloc) : Refusal
{
    public override LocalText Message => new(
        $"Only whoever acts for a seat of the bloc “{Bloc}” can state its position.",
        $"只有“{Bloc}”界别的席位代表可以表明该界别的立场。");

    public override RefusalKind Kind => RefusalKind.Forbidden;
}

/// <summary>Only those who asked are heard here.</summary>
public sealed record NotAskedToAppraise : Refusal
{
    public override LocalText Message => new(
        "Only those who asked for it, and whoever raised the proposal, appraise what was done.",
        "只有提出诉求的人和议题提出人可以评议办理结果。");

    public override RefusalKind Kind => RefusalKind.Forbidden;
}

/// <summary>It is not being appraised.</summary>
public sealed record AppraisalNotOpen(ProposalStage Stage) : Refusal
{
    public override LocalText Message => new LocalText(
        "It is appraised once all its actions are kept; it is {0}.",
        "所有跟进事项办结后才能评议；该议题目前{0}。").With(ProposalStageNames.Of(Stage));
}
