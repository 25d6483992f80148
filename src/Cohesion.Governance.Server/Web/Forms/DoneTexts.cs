using Cohesion.Governance.Domain;

namespace Cohesion.Governance.Server.Web.Forms;

/// <summary>What people are told after a form was done, by command.</summary>
internal static class DoneTexts
{
    private static readonly Dictionary<string, Func<object?, LocalText>> Texts = new(StringComparer.Ordinal)
    {
        ["RaiseNeed"] = Always("Your need is registered. You will hear what becomes of it.", "诉求已登记，办理进展会通知您。"),
    };

    public static LocalText Of(string command, object? answer) => Texts.TryGetValue(command, out var text) ? text(answer) : FormTexts.Done;

    private static Func<object?, LocalText> Always(string en, string zh)
    {
        var text = new LocalText(en, zh);
        return _ => text;
    }
}
