using System.Globalization;
using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Votes;

/// <summary>How a vote stands in numbers; pushed to watchers as <c>vote.tally</c> and answered to <c>LiveTally</c> alike.</summary>
/// <param name="Revision">Rises with every change; a watcher that has a higher one keeps it.</param>
/// <param name="Whole">All blocs together.</param>
/// <param name="Blocs">Each bloc, in the council's order.</param>
internal sealed record TallyView(Guid VoteId, VoteStage Stage, long Revision, TallyLine Whole, IReadOnlyList<BlocTally> Blocs)
{
    /// <summary>A vote whose roll is not frozen: nobody may vote yet.</summary>
    public static TallyView Empty(Vote vote) => new(vote.Id, vote.Stage, vote.BallotCount, TallyLine.Of([], [], []), []);

    /// <summary>A council's blocs in the order in which pages show them.</summary>
    public static Task<List<Bloc>> BlocsOf(GovernanceDbContext db, Guid councilId, CancellationToken ct) =>
        db.Blocs.AsNoTracking().Where(b => b.CouncilId == councilId).OrderBy(b => b.Position).ToListAsync(ct);

    /// <summary>Adds up the seats that may vote.</summary>
    public static TallyView Of(
        Vote vote, IReadOnlyList<RollEntry> roll, Dictionary<Guid, BallotChoice> choices, IReadOnlyList<Measure> measures, IReadOnlyList<Bloc> blocs)
    {
        var voters = roll.Where(r => r.ExcludedFor is null).ToLookup(r => r.BlocCode, StringComparer.Ordinal);
        return new(
            vote.Id,
            vote.Stage,
            vote.BallotCount,
            TallyLine.Of(voters.SelectMany(bloc => bloc), choices, measures),
            [.. blocs.Where(b => voters.Contains(b.Code)).Select(b => new BlocTally(b.Code, b.Name, TallyLine.Of(voters[b.Code], choices, measures)))]);
    }
}

/// <summary>One bloc's part of a tally.</summary>
internal sealed record BlocTally(string Code, LocalText Name, TallyLine Tally);

/// <summary>Seats and measures by what they said.</summary>
/// <param name="Seats">Seats that may vote.</param>
internal sealed record TallyLine(int Seats, int Yes, int No, int Abstain, int Silent, IReadOnlyList<MeasureTally> Measures)
{
    public static TallyLine Of(IEnumerable<RollEntry> voters, Dictionary<Guid, BallotChoice> choices, IReadOnlyList<Measure> measures)
    {
        // One slot a choice, the last for silence.
        var seats = new int[4];
        var sums = new long[measures.Count, 4];
        foreach (var voter in voters)
        {
            var slot = choices.TryGetValue(voter.SeatId, out var choice) ? (int)choice : 3;
            seats[slot]++;
            for (var m = 0; m < measures.Count; m++)
            {
                sums[m, slot] += voter.Measures[measures[m].Code];
            }
        }

        const int yes = (int)BallotChoice.Yes, no = (int)BallotChoice.No, abstain = (int)BallotChoice.Abstain;
        return new(
            seats.Sum(), seats[yes], seats[no], seats[abstain], seats[3],
            [.. measures.Select((measure, m) => new MeasureTally(
                measure.Code,
                measure.Name,
                measure.Unit,
                Say(sums[m, yes] + sums[m, no] + sums[m, abstain] + sums[m, 3], measure),
                Say(sums[m, yes], measure),
                Say(sums[m, no], measure),
                Say(sums[m, abstain], measure)))]);
    }

    /// <summary>A stored value in the measure's unit: 482000 hundredths are 4820.00.</summary>
    public static string Say(long value, Measure measure) => ((decimal)value / (decimal)Math.Pow(10, measure.Scale))
        .ToString("F" + measure.Scale.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}

/// <summary>What the choices weigh by one measure, as exact decimal text in its unit.</summary>
internal sealed record MeasureTally(string Code, LocalText Name, string Unit, string All, string Yes, string No, string Abstain);
