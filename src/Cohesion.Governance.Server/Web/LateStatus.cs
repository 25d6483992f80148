namespace Cohesion.Governance.Server.Web;

/// <summary>The status of a page, set when its answer begins. While a page is drawn the status must stay 200: Blazor draws nothing at 404.</summary>
internal static class LateStatus
{
    private static readonly object Key = new();

    /// <summary>Answers with this status; of several the last counts.</summary>
    public static void AnswerWith(this HttpContext context, int status)
    {
        var first = !context.Items.ContainsKey(Key);
        context.Items[Key] = status;
        if (first)
        {
            context.Response.OnStarting(() =>
            {
                context.Response.StatusCode = (int)context.Items[Key]!;
                return Task.CompletedTask;
            });
        }
    }
}
