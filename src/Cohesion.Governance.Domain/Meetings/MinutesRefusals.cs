namespace Cohesion.Governance.Domain.Meetings;

/// <summary>There are no draft minutes to correct or confirm.</summary>
public sealed record MinutesNotInDraft(MeetingStage Stage) : Refusal
{
    public override LocalText Message => new(
        $"There are no draft minutes at this moment: the meeting {StageNames.Of(Stage).En}.", $"目前没有征求意见中的纪要：会议{StageNames.Of(Stage).Zh}。");
}

/// <summary>The window for corrections is over.</summary>
public sealed record CorrectionsClosed(LocalText Until) : Refusal
{
    public override LocalText Message => new(
        $"Corrections could be asked for until {Until.En}. Tell the secretary, or raise it at the next meeting.",
        $"纪要更正的提出时间截至{Until.Zh}。请告知秘书，或在下次会议上提出。");
}

/// <summary>Corrections may still come in.</summary>
public sealed record CorrectionsStillOpen(LocalText Until) : Refusal
{
    public override LocalText Message => new(
        $"Corrections may be asked for until {Until.En}. Confirm the minutes after that.", $"纪要更正的提出时间截至{Until.Zh}。请在此之后确认纪要。");
}

/// <summary>Corrections were asked for and not dealt with.</summary>
public sealed record CorrectionsUndecided(int Count) : Refusal
{
    public override LocalText Message => new(
        $"{Count} correction(s) of the minutes have not been dealt with. Take up or turn down each of them first.",
        $"尚有{Count}条更正意见未处理。请先逐条采纳或说明不采纳的理由。");
}

/// <summary>The correction was dealt with before.</summary>
public sealed record CorrectionAlreadyDecided : Refusal
{
    public override LocalText Message => new("This correction was dealt with already.", "该更正意见此前已处理。");
}

/// <summary>The corrected text was written from an older version.</summary>
public sealed record MinutesChangedMeanwhile(int Current) : Refusal
{
    public override LocalText Message => new(
        $"The minutes were changed meanwhile; they are at version {Current}. Read them again and take the correction up in that text.",
        $"纪要已被更新至第{Current}版。请重新阅读，并在该版本上更正。");
}

/// <summary>The minutes were confirmed before.</summary>
public sealed record MinutesAlreadyConfirmed : Refusal
{
    public override LocalText Message => new("These minutes are confirmed already.", "纪要此前已确认。");
}
