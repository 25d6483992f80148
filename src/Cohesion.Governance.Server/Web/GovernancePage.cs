using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using Microsoft.AspNetCore.Components;

namespace Cohesion.Governance.Server.Web;

/// <summary>What every page and self-loading part of a page stands on: the reader, and queries whose refusal becomes the page's status.</summary>
public abstract class GovernancePage : ComponentBase
{
    private IReadOnlyList<Holding>? holdings;
    private Writing? writing;

    [Inject]
    internal Reader Reader { get; set; } = default!;

    [Inject]
    internal PageContext Frame { get; set; } = default!;

    [Inject]
    internal PageQueries Queries { get; set; } = default!;

    [Inject]
    internal CurrentMember Member { get; set; } = default!;

    /// <summary>How dates and numbers are written here.</summary>
    private protected Writing Write => writing ??= Reader.Write;

    /// <summary>Who reads, as a person; null when nobody is signed in or the server renders for everybody.</summary>
    private protected Guid? Me => Member.PersonId;

    private protected string Say(LocalText text) => Reader.Say(text);

    /// <summary>Asks; where it is refused the page is replaced by the reason and the answer is null.</summary>
    private protected async Task<T?> Ask<T>(IQuery<T> query)
        where T : class
    {
        var (outcome, found) = await Queries.AskAsMember(query);
        if (outcome.Granted(out var answer, out var refusal))
        {
            holdings = found;
            return answer;
        }

        Frame.Refuse(refusal);
        return null;
    }

    /// <summary>Asks for something the page can do without; null where it is refused.</summary>
    private protected async Task<T?> AskIfAllowed<T>(IQuery<T> query)
        where T : class => (await Queries.Ask(query)).Granted(out var answer, out _) ? answer : null;

    /// <summary>The page belongs to a council: its name in the frame, its time zone in every date.</summary>
    private protected void InCouncil(Guid id, LocalText name, string timeZone, NavEntry here)
    {
        writing = Reader.WriteIn(timeZone);
        Frame.IsIn(id, name, here, holdings ?? []);
    }

    private protected async Task InCouncil(Guid id, NavEntry here)
    {
        var (name, timeZone) = await Queries.CouncilOf(id);
        InCouncil(id, name, timeZone, here);
    }

    private protected void WriteIn(string timeZone) => writing = Reader.WriteIn(timeZone);

    // A part of a page that has asked nothing itself goes by what its page found.
    private IReadOnlyList<Holding> Here => holdings ?? Frame.Holdings;

    /// <summary>Whether the reader holds one of these offices in the council last asked about.</summary>
    private protected bool Holds(params Office[] offices) => Here.Any(h => offices.Contains(h.Office));

    /// <summary>Whether the reader acts for this seat.</summary>
    private protected bool ActsFor(Guid seatId) => Here.Any(h => h.SeatId == seatId);

    /// <summary>Whether the reader acts for any seat of the council last asked about.</summary>
    private protected bool HasSeat => Here.Any(h => h.SeatId is not null);

    /// <summary>The seats the reader acts for.</summary>
    private protected IEnumerable<Guid> MySeats => Here.Where(h => h.SeatId is not null).Select(h => h.SeatId!.Value);
}
