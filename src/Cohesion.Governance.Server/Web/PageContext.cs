using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Access;
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

    /// <summary>What the reader is in that council.</summary>
    public IReadOnlyList<Holding> Holdings { get; private set; } = [];

    public void IsIn(Guid councilId, LocalText name, NavEntry here, IReadOnlyList<Holding> holdings)
    {
        (Council, Here, Holdings) = ((councilId, name), here, holdings);
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
            if (refusal.Kind == RefusalKind.SignInNeeded)
            {
                context.Response.Headers.Location = "/sign-in?next=" + Uri.EscapeDataString(context.Request.Path + context.Request.QueryString);
                context.AnswerWith(StatusCodes.Status302Found);
            }
            else
            {
                context.AnswerWith(Problems.StatusOf(refusal.Kind));
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
internal sealed class PageQueries(IMediator mediator, GovernanceDbContext db, CurrentMember member) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);

    public async Task<Outcome<T>> Ask<T>(Pipeline.IQuery<T> query, CancellationToken ct = default) => (await AskAsMember(query, ct)).Outcome;

    /// <summary>Asks, and tells what the reader is in the council that was asked about; the next query may be about another.</summary>
    public Task<(Outcome<T> Outcome, IReadOnlyList<Holding> Holdings)> AskAsMember<T>(Pipeline.IQuery<T> query, CancellationToken ct = default) =>
        InTurn(async () => (await mediator.Send(query, ct), member.Holdings), ct);

    /// <summary>The last sequence number of a live topic; what is asked after this is at least as new.</summary>
    public Task<long> SequenceOf(string topic, CancellationToken ct = default) => InTurn(
        () => db.LiveTopics.Where(t => t.Topic == topic).Select(t => t.LastSequence).SingleOrDefaultAsync(ct), ct);

    /// <summary>Name and time zone of a council that a query has just shown the reader something of.</summary>
    public Task<(LocalText Name, string TimeZone)> CouncilOf(Guid id, CancellationToken ct = default) => InTurn(
        async () =>
        {
            var council = await db.Councils.AsNoTracking().SingleAsync(c => c.Id == id, ct);
            return (council.Name, council.TimeZone);
        },
        ct);

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
