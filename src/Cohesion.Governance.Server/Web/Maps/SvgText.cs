using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Cohesion.Governance.Server.Web.Maps;

/// <summary>A line of text in a drawing. Written out here because Razor keeps <c>&lt;text&gt;</c> for itself inside code.</summary>
public sealed class SvgText : ComponentBase
{
    [Parameter]
    public int X { get; set; }

    /// <summary>The middle in place of <see cref="X"/>, in a drawing as wide as its page: <c>12.5%</c>.</summary>
    [Parameter]
    public string? At { get; set; }

    [Parameter, EditorRequired]
    public int Y { get; set; }

    [Parameter, EditorRequired]
    public string Text { get; set; } = default!;

    [Parameter]
    public string? Class { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "text");
        builder.AddAttribute(1, "class", Class);
        builder.AddAttribute(2, "x", At ?? X.ToString(CultureInfo.InvariantCulture));
        builder.AddAttribute(3, "y", Y.ToString(CultureInfo.InvariantCulture));
        builder.AddAttribute(4, "text-anchor", "middle");
        builder.AddContent(5, Text);
        builder.CloseElement();
    }
}
