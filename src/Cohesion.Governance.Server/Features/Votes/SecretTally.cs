using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Votes;

/// <summary>The tally of a counted secret vote: only what its rule looks at. By bloc where the rule sees blocs, by the measures it weighs by, and nothing finer.</summary>
internal static class SecretTally
{
    public static TallyView Of(Vote vote, FrozenElectorate electorate, IReadOnlyCollection<SecretBallot> ballots, IReadOnlyList<Bloc> blocs)
    {
        var classes = new SecrecyClasses(electorate.Pack);
        var measures = electorate.Measures.Where(m => classes.Sees(m.Code)).ToList();
        var classOf = electorate.Seats.ToDictionary(s => s.Seat, classes.ClassOf, StringComparer.Ordinal);

        // Each ballot goes in with the weight of its class, on any of its seats: sums come out the same.
        var voters = electorate.Roll.Where(r => r.ExcludedFor is null).ToList();
        var lines = voters.GroupBy(r => classOf[r.SeatId.ToString("D")], StringComparer.Ordinal).ToDictionary(g => g.Key, g => new Queue<RollEntry>(g), StringComparer.Ordinal);
        var choices = new Dictionary<Guid, BallotChoice>(ballots.Count);
        foreach (var ballot in ballots)
        {
            choices.Add(lines[ballot.Class].Dequeue().SeatId, ballot.Choice);
        }

        var byBloc = voters.ToLookup(r => r.BlocCode, StringComparer.Ordinal);
        return new TallyView(
            vote.Id, vote.Stage, vote.BallotCount, TallyLine.Of(voters, choices, measures),
            classes.SeesBlocs
                ? [.. blocs.Where(b => byBloc.Contains(b.Code)).Select(b => new BlocTally(b.Code, b.Name, TallyLine.Of(byBloc[b.Code], choices, measures)))]
                : []);
    }
}
