using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Web;

/// <summary>What a page tells the frame around it while it loads: its council, or why there is nothing to see.</summary>
internal sealed class PageContext(IHttpContextAccessor accessor)
{
    /// <summary>Tells the frame to draw itself again.</summary>
    public event Action? Changed;

    /// <summary>The council whose pages the navigation offers.</summary>
    public (Guid Id, LocalText Name)? Council { get; private set; }

    /// <summary>Which entry of the navigation the page belongs to.</summary>
    public NavEntry Here { get; private set; }

    /// <summary>Why the page cannot be shown; the frame says so in its place.</summary>
    public Refusal? Refusal { get; private set; }

    public void IsIn(Guid councilId, LocalText name, NavEntry here)
    {
        (Council, Here) = ((councilId, name), here);
        Changed?.Invoke();
    }

    public void IsAt(NavEntry here)
    {
        Here = here;
        Changed?.Invoke();
    }

    /// <summary>Answers with the status of the refusal; whoever must sign in is sent there and comes back.</summary>
    public void Refuse(Refusal refusal)
    {
        Refusal ??= refusal;
        if (accessor.HttpContext is { Response.HasStarted: false } context)
        {
            context.Response.StatusCode = Problems.StatusOf(refusal.Kind);
            if (refusal.Kind == RefusalKind.SignInNeeded)
            {
                context.Response.Redirect("/sign-in?next=" + Uri.EscapeDataString(context.Request.Path + context.Request.QueryString));
            }
        }

        Changed?.Invoke();
    }
}

/// <summary>Entries of the navigation.</summary>
public enum NavEntry
{
    None,
    MyDay,
    Council,
    Proposals,
    Meetings,
    Actions,
    Journal,
}

/// <summary>Sends the queries of a page one after the other: its components load at the same time but share one database context.</summary>
internal sealed class PageQueries(IMediator mediator, GovernanceDbContext db) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);

    public Task<Outcome<T>> Ask<T>(Pipeline.IQuery<T> query, CancellationToken ct = default) => InTurn(() => mediator.Send(query, ct), ct);

    /// <summary>The last sequence number of a live topic; what is asked after this is at least as new.</summary>
    public Task<long> SequenceOf(string topic, CancellationToken ct = default) => InTurn(
        () => db.LiveTopics.Where(t => t.Topic == topic).Select(t => t.LastSequence).SingleOrDefaultAsync(ct), ct);

    public void Dispose() => turn.Dispose();

    private async Task<T> InTurn<T>(Func<Task<T>> ask, CancellationToken ct)
    {
        await turn.WaitAsync(ct);
        try
        {
            return await ask();
        }
        finally
        {
            turn.Release();
        }
    }
}
