namespace Cohesion.Governance.Domain.FollowUps;

/// <summary>What a follow-up action's stages are called.</summary>
public static class FollowUpStageNames
{
    public static LocalText Of(FollowUpStage stage) => stage switch
    {
        FollowUpStage.Assigned => new("waiting for its owner's answer", "待负责人答复"),
        FollowUpStage.Declined => new("declined", "负责人已推辞"),
        FollowUpStage.Accepted => new("being done", "办理中"),
        FollowUpStage.Evidenced => new("waiting for confirmation", "待确认"),
        FollowUpStage.AwaitingRuling => new("waiting for the secretary's decision", "待秘书认定"),
        FollowUpStage.Kept => new("kept", "已办结"),
        FollowUpStage.Cancelled => new("cancelled", "已取消"),
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "A stage without a name"),
    };
}

/// <summary>Only the owner says this of an action.</summary>
public sealed record NotTheOwner : Refusal
{
    public override LocalText Message => new(
        "Only the action's owner can do this. If it should be yours, ask the secretary to reassign it.",
        "只有负责人才能办理。若应由您负责，请联系秘书改派。");

    public override RefusalKind Kind => RefusalKind.Forbidden;
}

/// <summary>The owner has answered already, or cannot answer any more.</summary>
public sealed record FollowUpAnswered(FollowUpStage Stage) : Refusal
{
    public override LocalText Message => new LocalText(
        "This action is {0}; there is nothing left to accept or decline. If it cannot be done, ask the secretary to change it.",
        "该事项{0}，无须再接受或推辞。如确有困难，请联系秘书调整。").With(FollowUpStageNames.Of(Stage));
}

/// <summary>The action has ended, or has no owner at present.</summary>
public sealed record FollowUpNotOpen(FollowUpStage Stage) : Refusal
{
    public override LocalText Message => new LocalText(
        "This action is {0}, so this is not possible. Ask the secretary if something still has to be done.",
        "该事项{0}，不能进行此操作。如仍需办理，请联系秘书。").With(FollowUpStageNames.Of(Stage));
}

/// <summary>Evidence lies before those who asked; first they decide.</summary>
public sealed record EvidenceUnderReview : Refusal
{
    public override LocalText Message => new(
        "Evidence has been handed in and is being checked. Wait until it is confirmed or returned, then change the action.",
        "凭证已提交，正在确认。请待确认或退回后再变更该事项。");
}

/// <summary>The new owner is the present one.</summary>
public sealed record OwnedAlready : Refusal
{
    public override LocalText Message => new(
        "This person owns the action already. To change only the date, give a new due date instead.",
        "该事项已由此人负责。如只需改期，请直接调整期限。");
}

/// <summary>A due date must lie ahead.</summary>
public sealed record DueDatePassed : Refusal
{
    public override LocalText Message => new(
        "The due date must lie in the future. Choose a later one.",
        "期限必须晚于现在，请另选日期。");

    public override RefusalKind Kind => RefusalKind.Invalid;
}

/// <summary>An extension must give more time.</summary>
public sealed record NotAnExtension : Refusal
{
    public override LocalText Message => new(
        "The new due date is not later than the present one. Choose a later one.",
        "新期限不晚于原期限，请选择更晚的日期。");

    public override RefusalKind Kind => RefusalKind.Invalid;
}

/// <summary>The owner must belong to the council.</summary>
public sealed record OwnerOutsideCouncil : Refusal
{
    public override LocalText Message => new(
        "This person holds no office or seat in the council, so nobody could reach him there. Choose somebody of the council.",
        "此人在本议事会没有职务或席位，无法承办。请选择本议事会的人员。");

    public override RefusalKind Kind => RefusalKind.Invalid;
}

/// <summary>The same person has the same action of the same resolution already.</summary>
public sealed record AssignedAlready(int Number) : Refusal
{
    public override LocalText Message => new LocalText(
        "This is assigned already, as action {0}. Change that one, or choose another title.",
        "该事项已指派（编号 {0}）。请修改原事项，或另拟名称。").With(Number);
}

/// <summary>This very evidence is there already.</summary>
public sealed record EvidenceThereAlready : Refusal
{
    public override LocalText Message => new(
        "This evidence has been handed in already. You may add something else.",
        "该凭证已提交，无须重复；可另行补充。");
}

/// <summary>A document is named by its place and its SHA-256 together.</summary>
public sealed record EvidenceReferenceIncomplete : Refusal
{
    public override LocalText Message => new(
        "Give both the address of the document and its SHA-256 (64 hexadecimal digits), or neither.",
        "请同时提供文件地址及其 SHA-256（64 位十六进制），或都不填。");

    public override RefusalKind Kind => RefusalKind.Invalid;
}

/// <summary>Confirming is for those who asked.</summary>
public sealed record NotAmongThoseWhoAsked : Refusal
{
    public override LocalText Message => new(
        "Only those who asked for this can confirm it: whoever raised the proposal or one of its needs, but not the owner of the action.",
        "只有提出人（议题提出人或诉求提出人，负责人本人除外）才能确认。");

    public override RefusalKind Kind => RefusalKind.Forbidden;
}

/// <summary>Somebody else's word is entered only by those who go and ask.</summary>
public sealed record NotForOthers : Refusal
{
    public override LocalText Message => new(
        "Only the secretary or a visiting worker can enter the word of somebody else.",
        "只有秘书或走访社工才能代录他人的确认意见。");

    public override RefusalKind Kind => RefusalKind.Forbidden;
}

/// <summary>This person has given his word on this evidence.</summary>
public sealed record ConfirmedAlready : Refusal
{
    public override LocalText Message => new(
        "Your word on this evidence has been recorded already; nothing more is needed.",
        "您对此凭证的意见已记录，无须重复。");
}

/// <summary>There is no evidence before those who asked at present.</summary>
public sealed record NothingToConfirm(FollowUpStage Stage) : Refusal
{
    public override LocalText Message => new LocalText(
        "This action is {0}; there is nothing to confirm at present. You will be told when there is.",
        "该事项{0}，目前没有需要确认的内容。有需要时会通知您。").With(FollowUpStageNames.Of(Stage));
}

/// <summary>Nothing is left to the secretary's decision at present.</summary>
public sealed record NotForRuling(FollowUpStage Stage) : Refusal
{
    public override LocalText Message => new LocalText(
        "This action is {0}; there is nothing to decide at present. Those who asked come first, and you will be told when it is your turn.",
        "该事项{0}，目前无须认定。先由提出人确认，轮到您时会通知。").With(FollowUpStageNames.Of(Stage));
}

/// <summary>Nobody decides on his own promise.</summary>
public sealed record OwnPromise : Refusal
{
    public override LocalText Message => new(
        "You own this action, so somebody else must decide whether it was kept. Ask the building party committee.",
        "您是该事项的负责人，须由他人认定是否办结。请联系楼宇党委。");

    public override RefusalKind Kind => RefusalKind.Forbidden;
}
