using System.Globalization;
using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Persistence;
using Cohesion.Governance.Server.Web;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Votes.TryRule;

internal sealed class TryRuleHandler(GovernanceDbContext db, RulePacks packs, Reader reader) : IRequestHandler<TryRuleQuery, Outcome<TriedRuleView>>
{
    private static readonly Tally[] Always = [Tally.All, Tally.Yes, Tally.No, Tally.Abstain];

    public async Task<Outcome<TriedRuleView>> Handle(TryRuleQuery request, CancellationToken cancellationToken)
    {
        if (packs.Find(request.RulePack) is not { } pack)
        {
            return new RulePackUnknown(request.RulePack);
        }

        var version = await db.Councils.Where(c => c.Id == request.CouncilId).Select(c => c.RegisterVersion).SingleAsync(cancellationToken);
        var roll = await RegisterRoll.Read(db, request.CouncilId, version, Guid.Empty, cancellationToken);
        var measures = await db.Measures.AsNoTracking().Where(m => m.CouncilId == request.CouncilId).OrderBy(m => m.Code).ToListAsync(cancellationToken);
        var blocs = await TallyView.BlocsOf(db, request.CouncilId, cancellationToken);
        var asked = TrialLine.Of(pack, [.. blocs.Select(b => b.Code)]);
        if (!Given(request.Totals, asked).Granted(out var given, out var refusal))
        {
            return refusal;
        }

        var (all, cast) = (new TallyTotals(), new TallyTotals());
        var lines = new List<TriedLine>();
        foreach (var line in asked)
        {
            var own = OwnOf(roll, measures, line);
            var numbers = Always.Concat(line.Also).ToDictionary(tally => tally, tally => ValueOf(given, line, tally, own));
            var (name, measure) = (NameOf(line, blocs), measures.Find(m => m.Code == line.Measure));
            if (numbers[Tally.All] is { } whole && numbers[Tally.Yes]! + numbers[Tally.No]! + numbers[Tally.Abstain]! is { } voted && voted > whole)
            {
                return new TotalsTooLarge(name is null ? MeasureName(line, measure) : new LocalText("{0}, {1}", "{0}，{1}").With(name, MeasureName(line, measure)), voted.ToString(), whole.ToString());
            }

            foreach (var (tally, value) in numbers.Where(n => n.Value is not null))
            {
                (tally == Tally.All ? all : cast).With(tally, line.Measure, value!.Value, line.Bloc);
            }

            lines.Add(new TriedLine(
                line.Bloc, name, line.Measure, MeasureName(line, measure), measure?.Unit ?? string.Empty, own?.ToString(),
                [.. numbers.Select(n => new TriedNumber(WordOf(line, n.Key), n.Key, n.Value?.ToString()))]));
        }

        var election = Election.OfTotals(all, new ElectionRound { Totals = cast }) with
        {
            FactsAreMet = true,
            Steps = measures.ToDictionary(m => m.Code, m => new Rational(1, (long)Math.Pow(10, m.Scale)), StringComparer.Ordinal),
        };
        var decision = RuleEvaluator.Decide(pack, election, open: true);
        return new TriedRuleView(
            RuleView.Of(pack), lines, DecisionView.Of(decision, [], measures, blocs, reader.Language), TallyOf(null, lines, measures),
            [.. lines.Where(l => l.Bloc is not null).GroupBy(l => l.Bloc!, StringComparer.Ordinal).Select(g => new BlocTally(g.Key, g.First().BlocName!, TallyOf(g.Key, lines, measures)))],
            pack.Cap != HolderCap.None);
    }

    private static Outcome<Dictionary<string, Rational>> Given(string? totals, IReadOnlyList<TrialLine> asked)
    {
        var known = asked.SelectMany(line => Always.Concat(line.Also).Select(tally => WordOf(line, tally))).ToHashSet(StringComparer.Ordinal);
        var given = new Dictionary<string, Rational>(StringComparer.Ordinal);
        foreach (var total in (totals ?? string.Empty).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (total.Split('=', 2, StringSplitOptions.TrimEntries) is not [var name, var text] || !known.Contains(name)
                || !Rational.TryParse(text.Replace(",", string.Empty, StringComparison.Ordinal), out var value) || value < Rational.Zero)
            {
                return new TotalUnreadable(total);
            }

            given[name] = value;
        }

        return given;
    }

    // Nobody has voted unless the totals say so; who attends is who voted, which the rule works out itself.
    private static Rational? ValueOf(Dictionary<string, Rational> given, TrialLine line, Tally tally, Rational? own) =>
        given.TryGetValue(WordOf(line, tally), out var value) ? value
        : tally == Tally.All ? own
        : tally is Tally.Yes or Tally.No or Tally.Abstain ? Rational.Zero
        : null;

    // Heads are parties where the register counts each seat as one, see VoteDecision.SeatsOf.
    private static Rational? OwnOf(List<RollEntry> roll, List<Measure> measures, TrialLine line)
    {
        var seats = roll.Where(r => line.Bloc is null || r.BlocCode == line.Bloc).ToList();
        if (line.Measure == RuleWords.Heads && !roll.Any(r => r.Measures[RuleWords.Heads] != 1))
        {
            return roll.Count == 0 ? null : seats.Select(s => s.PartyId).Distinct().Count();
        }

        return roll.Count > 0 && measures.Find(m => m.Code == line.Measure) is { } measure
            ? new Rational(seats.Sum(s => s.Measures[measure.Code]), (long)Math.Pow(10, measure.Scale))
            : null;
    }

    private static TallyLine TallyOf(string? bloc, List<TriedLine> lines, List<Measure> measures)
    {
        var sums = lines.Where(l => bloc is null || l.Bloc == bloc).GroupBy(l => l.Measure, StringComparer.Ordinal)
            .Select(g => new MeasureTally(g.Key, g.First().MeasureName, g.First().Unit, Sum(g, Tally.All, measures), Sum(g, Tally.Yes, measures), Sum(g, Tally.No, measures), Sum(g, Tally.Abstain, measures)))
            .ToList();
        var heads = sums.Find(s => s.Code == RuleWords.Heads);
        int Count(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 0;
        var (all, yes, no, abstain) = (Count(heads?.All), Count(heads?.Yes), Count(heads?.No), Count(heads?.Abstain));
        return new TallyLine(all, yes, no, abstain, all - yes - no - abstain, sums);
    }

    // With as many decimals as the council writes them, so that what is short of a threshold by a hundredth is not rounded up to it.
    private static string Sum(IGrouping<string, TriedLine> lines, Tally tally, List<Measure> measures)
    {
        var text = lines.Select(l => l.Numbers.First(n => n.Tally == tally).Value).OfType<string>().Aggregate(Rational.Zero, (sum, one) => sum + Rational.Parse(one)).ToString();
        var scale = measures.Find(m => m.Code == lines.Key)?.Scale ?? 0;
        if (scale == 0 || text.Contains('/', StringComparison.Ordinal))
        {
            return text;
        }

        var point = text.IndexOf('.', StringComparison.Ordinal);
        return point < 0 ? $"{text}.{new string('0', scale)}" : text.PadRight(point + 1 + scale, '0');
    }

    private static LocalText? NameOf(TrialLine line, List<Bloc> blocs) =>
        line.Bloc is null ? null : blocs.Find(b => b.Code == line.Bloc)?.Name ?? LocalText.Same(line.Bloc);

    private static LocalText MeasureName(TrialLine line, Measure? measure) =>
        measure?.Name ?? (line.Measure == RuleWords.Heads ? new LocalText("Heads", "人数") : LocalText.Same(line.Measure));

    private static string WordOf(TrialLine line, Tally tally) => $"{tally.Word()}{(line.Bloc is null ? string.Empty : "@" + line.Bloc)}.{line.Measure}";
}
