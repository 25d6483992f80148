namespace Cohesion.Governance.Server.Web;

/// <summary>A page of a longer list.</summary>
/// <param name="Items">The items of this page.</param>
/// <param name="Next">What to send as <c>after</c> for the next page; null on the last.</param>
internal sealed record Page<T>(IReadOnlyList<T> Items, string? Next)
{
    /// <summary>Items on a page where the caller does not say.</summary>
    public const int DefaultSize = 50;

    /// <summary>Most items on a page.</summary>
    public const int MaxSize = 200;
}
