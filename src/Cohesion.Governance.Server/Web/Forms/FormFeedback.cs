using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Pipeline;
using Microsoft.Extensions.Primitives;

namespace Cohesion.Governance.Server.Web.Forms;

/// <summary>What became of the form this request posted, for the page that is drawn again with everything as it was typed.</summary>
internal sealed class FormFeedback
{
    /// <summary>Tells the frame that a form on the page shows the refusal.</summary>
    public event Action? Claimed;

    /// <summary>Which form of the page it was; null where none was refused.</summary>
    public string? FormId { get; private set; }

    public Refusal? Refusal { get; private set; }

    /// <summary>The fields as they were posted.</summary>
    public IReadOnlyDictionary<string, StringValues> Values { get; private set; } = new Dictionary<string, StringValues>(StringComparer.Ordinal);

    /// <summary>Whether the form is on the page again; when it is not (the matter has moved on), the frame shows the refusal and what was typed.</summary>
    public bool IsClaimed { get; private set; }

    public IReadOnlyList<FieldError> Errors => (Refusal as InvalidRequest)?.Errors ?? [];

    public void Refused(string formId, Refusal refusal, IReadOnlyDictionary<string, StringValues> values) =>
        (FormId, Refusal, Values) = (formId, refusal, values);

    public bool Claim(string formId)
    {
        if (FormId != formId || Refusal is null)
        {
            return false;
        }

        IsClaimed = true;
        Claimed?.Invoke();
        return true;
    }
}

/// <summary>The form a field stands in.</summary>
/// <param name="Id">Its id in the page.</param>
/// <param name="Feedback">What became of it; null where it was not posted just now.</param>
/// <param name="Say">Says a text in the reader's language.</param>
internal sealed record FormState(string Id, FormFeedback? Feedback, Func<LocalText, string> Say)
{
    /// <summary>The id of a field's input.</summary>
    public string FieldId(string name) => string.Concat(Id, "-", name.Replace('[', '-').Replace("]", string.Empty, StringComparison.Ordinal).Replace('.', '-').Replace('@', '-'));

    /// <summary>What was typed into a field; the field's own beginning where nothing was.</summary>
    public string? ValueOf(string name, string? beginning) => Feedback is null ? beginning : Feedback.Values.GetValueOrDefault(name).ToString();

    /// <summary>Whether a box or choice was ticked.</summary>
    public bool IsTicked(string name, string value, bool beginning) =>
        Feedback is null ? beginning : Feedback.Values.GetValueOrDefault(name).Contains(value);

    /// <summary>What is wrong with a field; null where nothing is.</summary>
    public string? ErrorOf(string name) => Feedback?.Errors.FirstOrDefault(e => e.Field == FieldNames.JsonName(name))?.Message;
}
