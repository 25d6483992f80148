using System.Globalization;
using System.Text.Json;
using Cohesion.Governance.Domain.Votes;

namespace Cohesion.Governance.Domain.Proof;

/// <summary>The fields of an export before and after its lists.</summary>
internal sealed record ExportHead(
    DateTimeOffset ExportedAt, ExportedCouncil Council, ExportedVote Vote, ExportedRule Rule, IReadOnlyList<ExportedMeasure> Measures,
    IReadOnlyList<ExportedBloc> Blocs, IReadOnlyList<ExportedFact> Facts)
{
    public static ExportHead Read(ExportScan scan)
    {
        var at = scan.PropertyJson("exportedAt");
        var exportedAt = at.Time();
        at.End();
        return new(exportedAt, ReadCouncil(scan), ReadVote(scan), ReadRule(scan), ReadMeasures(scan), ReadBlocs(scan), ReadFacts(scan));
    }

    public static ExportedResult ReadResult(ExportScan scan)
    {
        var json = scan.PropertyJson("result");
        json.BeginObject();
        json.Field("outcome"u8);
        var outcome = json.String();
        json.Field("nextSession"u8);
        var next = json.StringOrNull();
        json.Field("confirmWindow"u8);
        var window = json.StringOrNull();
        json.Field("challengeUntil"u8);
        var challenge = json.StringOrNull();
        DateOnly? until = null;
        if (challenge is not null)
        {
            until = DateOnly.TryParseExact(challenge, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                ? day : throw json.Expected("a day such as 2026-11-02", "形如 2026-11-02 的日期");
        }

        json.Field("overturned"u8);
        var overturned = json.Flag();
        json.Field("ballotsRoot"u8);
        var root = json.HashText();
        json.Field("ballots"u8);
        var ballots = json.Number();
        json.Field("decision"u8);
        var decision = json.String();
        json.EndObject();
        json.End();
        return new(outcome, next, window, until, overturned, root, ballots, decision);
    }

    private static ExportedCouncil ReadCouncil(ExportScan scan)
    {
        var json = scan.PropertyJson("council");
        json.BeginObject();
        json.Field("id"u8);
        var id = json.Id();
        json.Field("name"u8);
        var name = json.BothLanguages();
        json.Field("timeZone"u8);
        var zone = json.String();
        json.EndObject();
        json.End();
        return new(id, name, zone);
    }

    private static ExportedVote ReadVote(ExportScan scan)
    {
        var json = scan.PropertyJson("vote");
        json.BeginObject();
        json.Field("id"u8);
        var id = json.Id();
        json.Field("proposal"u8);
        var proposal = json.Id();
        json.Field("proposalNumber"u8);
        var number = json.SmallNumber();
        json.Field("textVersion"u8);
        var version = json.SmallNumber();
        json.Field("question"u8);
        var question = json.String();
        json.Field("session"u8);
        var session = json.SmallNumber();
        json.Field("registerVersion"u8);
        var register = json.SmallNumber();
        json.Field("openedAt"u8);
        var opened = json.Time();
        json.Field("closesAt"u8);
        var closes = json.Time();
        json.Field("settledAt"u8);
        var settled = json.TimeOrNull();
        json.Field("closedAt"u8);
        var closed = json.Time();
        json.Field("confirmedAt"u8);
        var confirmed = json.TimeOrNull();
        json.Field("meeting"u8);
        var meeting = json.IdOrNull();
        json.Field("duplicates"u8);
        var duplicates = ExportWords.Read<DuplicatePolicy>(ref json);
        json.EndObject();
        json.End();
        return new(id, proposal, number, version, question, session, register, opened, closes, settled, closed, confirmed, meeting, duplicates);
    }

    private static ExportedRule ReadRule(ExportScan scan)
    {
        var json = scan.PropertyJson("rule");
        json.BeginObject();
        json.Field("id"u8);
        var id = json.String();
        json.Field("sha256"u8);
        var hash = json.HashText();
        json.Field("text"u8);
        var text = json.String();
        json.EndObject();
        json.End();
        return new(id, hash, text);
    }

    private static List<ExportedMeasure> ReadMeasures(ExportScan scan)
    {
        var json = scan.PropertyJson("measures");
        var measures = new List<ExportedMeasure>();
        json.BeginList();
        while (json.Token == JsonTokenType.StartObject)
        {
            json.BeginObject();
            json.Field("code"u8);
            var code = json.String();
            json.Field("name"u8);
            var name = json.BothLanguages();
            json.Field("unit"u8);
            var unit = json.String();
            json.Field("scale"u8);
            var scale = json.SmallNumber();
            json.EndObject();
            if (scale > 18 || measures.Any(m => m.Code == code))
            {
                throw json.Fault(new($"The measure '{code}' stands here twice, or has more than 18 decimals.", $"计量“{code}”重复，或小数位超过 18 位。"));
            }

            measures.Add(new(code, name, unit, scale));
        }

        json.EndList();
        json.End();
        return measures;
    }

    private static List<ExportedBloc> ReadBlocs(ExportScan scan)
    {
        var json = scan.PropertyJson("blocs");
        var blocs = new List<ExportedBloc>();
        json.BeginList();
        while (json.Token == JsonTokenType.StartObject)
        {
            json.BeginObject();
            json.Field("code"u8);
            var code = json.String();
            json.Field("name"u8);
            var name = json.BothLanguages();
            json.EndObject();
            if (blocs.Any(b => b.Code == code))
            {
                throw json.Fault(new($"The bloc '{code}' stands here twice.", $"界别“{code}”重复。"));
            }

            blocs.Add(new(code, name));
        }

        json.EndList();
        json.End();
        return blocs;
    }

    private static List<ExportedFact> ReadFacts(ExportScan scan)
    {
        var json = scan.PropertyJson("facts");
        var facts = new List<ExportedFact>();
        json.BeginList();
        while (json.Token == JsonTokenType.StartObject)
        {
            json.BeginObject();
            json.Field("fact"u8);
            var fact = json.String();
            json.Field("holds"u8);
            var holds = json.Flag();
            json.Field("source"u8);
            var source = json.String();
            json.Field("statedAt"u8);
            var at = json.Time();
            json.EndObject();
            if (facts.Any(f => f.Fact == fact))
            {
                throw json.Fault(new($"The fact '{fact}' stands here twice.", $"事实“{fact}”重复。"));
            }

            facts.Add(new(fact, holds, source, at));
        }

        json.EndList();
        json.End();
        return facts;
    }
}
