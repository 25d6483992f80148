using Cohesion.Governance.Domain;
using Microsoft.AspNetCore.Components;

namespace Cohesion.Governance.Server.Web.Forms;

/// <summary>What every field has: a name, a label bound to it, a hint, and the error beside it.</summary>
public abstract class FormField : ComponentBase
{
    [CascadingParameter]
    private FormState Form { get; set; } = default!;

    [Inject]
    internal Reader Reader { get; set; } = default!;

    /// <summary>Name as in JSON, see <see cref="FieldNames"/>.</summary>
    [Parameter, EditorRequired]
    public string Name { get; set; } = default!;

    [Parameter]
    public LocalText? Label { get; set; }

    /// <summary>A sentence under the label.</summary>
    [Parameter]
    public LocalText? Hint { get; set; }

    /// <summary>What it holds before anybody types.</summary>
    [Parameter]
    public string? Value { get; set; }

    [Parameter]
    public bool Required { get; set; }

    protected string Id => Form.FieldId(Name);

    protected string? Current => Form.ValueOf(Name, Value);

    protected string? Error => Form.ErrorOf(Name);

    protected string? DescribedBy => (Hint, Error) switch
    {
        (null, null) => null,
        (null, _) => Id + "-error",
        (_, null) => Id + "-hint",
        _ => $"{Id}-hint {Id}-error",
    };

    protected string? Invalid => Error is null ? null : "true";

    protected bool IsTicked(string value, bool beginning) => Form.IsTicked(Name, value, beginning);
}
