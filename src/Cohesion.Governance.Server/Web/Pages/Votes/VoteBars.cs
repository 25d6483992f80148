using System.Globalization;
using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Features.Votes;
using Cohesion.Governance.Server.Web.Components;
using Tally = Cohesion.Governance.Domain.Rules.Tally;

namespace Cohesion.Governance.Server.Web.Pages.Votes;

/// <summary>The bars of a count: one for each bloc and measure that the rule looks at, and one of seats for each bloc it does not.</summary>
internal sealed class VoteBars(DecisionView? decision, bool closed, TallyLine whole, IReadOnlyList<BlocTally> blocs, Reader reader, Writing write)
{
    private const string Heads = "heads";

    public IReadOnlyList<CountBar> All()
    {
        var round = decision?.Rounds.LastOrDefault(r => r.Ran);
        var findings = round is null ? [] : Comparisons(round.Quorum.Concat(round.Pass)).Where(f => f.Measure is not null).ToList();
        var bars = new List<CountBar>();
        bars.AddRange(BarsOf(null, Say(VoteTexts.Everybody), whole, findings));
        var onlyOne = blocs.Count == 1 && bars.Count > 0;
        foreach (var bloc in blocs)
        {
            var own = BarsOf(bloc.Code, Say(bloc.Name), bloc.Tally, findings).ToList();
            bars.AddRange(own);
            if (own.Count == 0 && !onlyOne)
            {
                bars.Add(BarOf(Say(bloc.Name), bloc.Tally, Heads, SeatSums(bloc.Tally), []));
            }
        }

        return bars;
    }

    // What stands under "not" says the opposite of what it measures, so it is only told in words.
    private static IEnumerable<FindingView> Comparisons(IEnumerable<FindingView> findings) => findings.SelectMany(f => f.Kind switch
    {
        "Comparison" => [f],
        "Not" => [],
        _ => Comparisons(f.Parts),
    });

    private IEnumerable<CountBar> BarsOf(string? bloc, string name, TallyLine line, List<FindingView> findings) => findings
        .Where(f => f.Bloc == bloc)
        .GroupBy(f => f.Measure!, StringComparer.Ordinal)
        .OrderBy(g => g.Key == Heads ? 0 : 1)
        .Select(g => (g.Key, Sums: SumsOf(line, g.Key), Findings: g.ToList()))
        .Where(g => g.Sums is not null)
        .Select(g => BarOf(name, line, g.Key, g.Sums!, g.Findings));

    private static Sums? SumsOf(TallyLine line, string measure) => line.Measures.FirstOrDefault(m => m.Code == measure) is { } found
        ? new Sums(found.Name, found.Unit, Scale(found.All), Number(found.All), Number(found.Yes), Number(found.No), Number(found.Abstain))
        : measure == Heads ? SeatSums(line) : null;

    private static Sums SeatSums(TallyLine line) => new(null, string.Empty, 0, line.Seats, line.Yes, line.No, line.Abstain);

    private CountBar BarOf(string name, TallyLine line, string measure, Sums sums, List<FindingView> findings)
    {
        var seats = line.Seats == 1 ? Say(VoteTexts.OneSeat) : Say(VoteTexts.SeatCount.With(line.Seats));
        var size = measure == Heads || sums.Name is null ? seats : $"{Say(sums.Name)} {write.Number(sums.All, sums.Scale, sums.Unit)}";
        bool? holds = findings.Count == 0 ? null : findings.TrueForAll(f => f.Holds);
        if (line.Seats == 1 && measure == Heads)
        {
            return new CountBar(name, size, sums.Yes, sums.No, sums.Abstain, sums.All, null, Say(StateOf(line)), holds);
        }

        var share = sums.All == 0 ? "0%" : (sums.Yes / sums.All).ToString("0.#%", CultureInfo.InvariantCulture);
        var lead = Say(VoteTexts.InFavour.With(write.Number(sums.Yes, sums.Scale), write.Number(sums.All, sums.Scale, sums.Unit), share));
        return new CountBar(name, size, sums.Yes, sums.No, sums.Abstain, sums.All, ThresholdOf(findings, sums), SentenceOf(findings), holds, lead);
    }

    private LocalText StateOf(TallyLine line) => line switch
    {
        { Yes: 1 } => VoteTexts.SeatYes,
        { No: 1 } => VoteTexts.SeatNo,
        { Abstain: 1 } => VoteTexts.SeatAbstains,
        _ => closed ? VoteTexts.SeatWasSilent : VoteTexts.SeatSilent,
    };

    // Where the rule counts otherwise than the roll adds up (several seats of one owner are one head, a holder is cut down, silence is taken for
    // something), a line on this bar would lie; the sentence says the rule's own numbers.
    private static decimal? ThresholdOf(List<FindingView> findings, Sums sums)
    {
        foreach (var (counted, have) in new[] { (Tally.Yes, sums.Yes), (Tally.Participating, sums.Yes + sums.No + sums.Abstain) })
        {
            var drawn = findings.Find(f => f.Tally == counted.ToString() && f.Left is not null && Number(f.Left) == have
                && (f.Whole is null || Number(f.Whole) == sums.All));
            if (drawn?.Threshold is { } threshold)
            {
                return Number(threshold);
            }
        }

        return null;
    }

    private string SentenceOf(List<FindingView> findings)
    {
        if (findings.Count == 0)
        {
            return string.Empty;
        }

        var open = findings.Where(f => !f.Holds).ToList();
        var chinese = reader.Language == Language.Chinese;
        var said = open.Count == 0
            ? [findings[0].Verdict]
            : open.Select(f => f.Missing is { } missing && f.Tally is nameof(Tally.Yes) or nameof(Tally.Participating)
                ? missing
                : $"{f.Text}{(chinese ? "：" : ": ")}{f.Missing ?? f.Verdict}");
        var sentence = string.Join(chinese ? "；" : "; ", said);
        return sentence.Length == 0 ? sentence : char.ToUpperInvariant(sentence[0]) + sentence[1..];
    }

    private string Say(LocalText text) => reader.Say(text);

    private static int Scale(string text) => text.IndexOf('.', StringComparison.Ordinal) is var point and >= 0 ? text.Length - point - 1 : 0;

    // Exact numbers of the rule language are decimals, or fractions where no decimal writes them; a bar needs neither more than it can show.
    private static decimal Number(string exact) => exact.Split('/') is [var over, var under]
        ? decimal.Parse(over, CultureInfo.InvariantCulture) / decimal.Parse(under, CultureInfo.InvariantCulture)
        : decimal.Parse(exact, CultureInfo.InvariantCulture);

    private sealed record Sums(LocalText? Name, string Unit, int Scale, decimal All, decimal Yes, decimal No, decimal Abstain);
}
