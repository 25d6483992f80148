using System.Globalization;
using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.FollowUps;
using Cohesion.Governance.Server.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.FollowUps;

/// <summary>What people are told about a follow-up action, in both languages; days are those of its council.</summary>
internal sealed class FollowUpTexts
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    private readonly FollowUpAction action;
    private readonly LocalText owner;
    private readonly TimeZoneInfo zone;

    private FollowUpTexts(FollowUpAction action, LocalText owner, TimeZoneInfo zone) => (this.action, this.owner, this.zone) = (action, owner, zone);

    public static async Task<FollowUpTexts> Of(GovernanceDbContext db, FollowUpAction action, CancellationToken ct)
    {
        var ownerName = await db.People.Where(p => p.Id == action.OwnerPersonId).Select(p => p.Name).SingleAsync(ct);
        var zoneName = await db.Councils.Where(c => c.Id == action.CouncilId).Select(c => c.TimeZone).SingleAsync(ct);
        return new(action, ownerName, TimeZoneInfo.FindSystemTimeZoneById(zoneName));
    }

    /// <summary>The page of an action.</summary>
    public static string PathOf(Guid followUpId) => $"/follow-ups/{followUpId:D}";

    public string Path => PathOf(action.Id);

    public LocalText Offered => Say(
        "You are asked to take on action {0} “{1}”, due {2}. Please accept or decline by {3}; silence counts as acceptance.",
        "请您负责跟进事项 {0}“{1}”，期限 {2}。请于 {3} 前接受或推辞；逾期未答复视为接受。",
        Due, Day(action.StageUntil ?? action.DueAt));

    public LocalText Accepted => Say("{2} has taken on action {0} “{1}”, due {3}.", "{2}已接受跟进事项 {0}“{1}”，期限 {3}。", owner, Due);

    public LocalText TakenAsAccepted => Say(
        "Action {0} “{1}” counts as accepted by {2}, who did not answer in time. It is due {3}.",
        "跟进事项 {0}“{1}”：{2}逾期未答复，视为接受，期限 {3}。", owner, Due);

    public LocalText Declined => Say(
        "{2} has declined action {0} “{1}”: {3} Please give it to somebody else, or cancel it.",
        "{2}推辞了跟进事项 {0}“{1}”，理由：{3} 请改派他人或取消。", owner, action.DeclineReason ?? string.Empty);

    public LocalText DueDate => Say(
        "Action {0} “{1}” is now due {2}. You will be reminded before.",
        "跟进事项 {0}“{1}”的期限现为 {2}，到期前会提醒您。", Due);

    public LocalText Reminder => Say(
        "A reminder: action {0} “{1}” is due {2}. Hand in what shows that it is done as soon as it is.",
        "提醒：跟进事项 {0}“{1}”将于 {2} 到期。办结后请及时提交凭证。", Due);

    /// <summary>The chase as its owner gets it.</summary>
    public LocalText ChaseOwner(int daysLate) => daysLate < 1
        ? Say(
            "Action {0} “{1}” was due {2}. Hand in what shows that it is done, or ask the secretary for a new date.",
            "跟进事项 {0}“{1}”已到期（{2}）。请提交办结凭证，或向秘书申请延期。", Due)
        : Say(
            "Action {0} “{1}” is {3} overdue (it was due {2}). Hand in what shows that it is done, or ask the secretary for a new date.",
            "跟进事项 {0}“{1}”已逾期 {3}（期限 {2}）。请提交办结凭证，或向秘书申请延期。", Due, Days(daysLate));

    /// <summary>The chase as an office gets it.</summary>
    public LocalText ChaseOffice(int daysLate) => Say(
        "Action {0} “{1}” of {2} is {4} overdue (it was due {3}). Please see to it.",
        "跟进事项 {0}“{1}”（负责人：{2}）已逾期 {4}（期限 {3}），请督办。", owner, Due, Days(Math.Max(daysLate, 0)));

    public LocalText ConfirmationAsked => Say(
        "{2} reports that action {0} “{1}” is done. You asked for it: is it so? Please answer by {3}.",
        "{2}报告跟进事项 {0}“{1}”已办结。您是提出人，请于 {3} 前确认是否属实。", owner, Day(action.StageUntil ?? action.DueAt));

    public LocalText RulingAsked => Say(
        "Nobody who asked has said whether action {0} “{1}” of {2} was kept. Please look at the evidence and decide.",
        "跟进事项 {0}“{1}”（负责人：{2}）逾期无人确认。请查看凭证并认定。", owner);

    public LocalText ReassignmentAsked => Say(
        "Action {0} “{1}” still has no owner since {2} declined it. Please give it to somebody else, or cancel it.",
        "跟进事项 {0}“{1}”自{2}推辞后仍无负责人。请改派他人或取消。", owner);

    public LocalText Returned => Say(
        "Action {0} “{1}” was not accepted as kept and is yours again. It is now due {2}; the page says what is missing.",
        "跟进事项 {0}“{1}”未获确认，已退回办理，期限现为 {2}。不足之处见事项页面。", Due);

    public LocalText Kept => Say("Action {0} “{1}” has been confirmed as kept. Thank you.", "跟进事项 {0}“{1}”已确认办结，谢谢。");

    public LocalText Cancelled(string reason) => Say("Action {0} “{1}” has been cancelled: {2}", "跟进事项 {0}“{1}”已取消，原因：{2}", reason);

    public LocalText TakenAway(string reason) => Say(
        "Action {0} “{1}” has been given to somebody else: {2}", "跟进事项 {0}“{1}”已改派他人，原因：{2}", reason);

    private LocalText Due => Day(action.DueAt);

    private LocalText Day(DateTimeOffset at)
    {
        var local = TimeZoneInfo.ConvertTime(at, zone);
        return new(local.ToString("d MMMM yyyy", English), local.ToString("yyyy年M月d日", CultureInfo.InvariantCulture));
    }

    private static LocalText Days(int days) => days == 1
        ? new("1 day", "1 天")
        : new(string.Create(CultureInfo.InvariantCulture, $"{days} days"), string.Create(CultureInfo.InvariantCulture, $"{days} 天"));

    private LocalText Say(string en, string zh, params object[] values) => new LocalText(en, zh).With([action.Number, action.Title, .. values]);
}
