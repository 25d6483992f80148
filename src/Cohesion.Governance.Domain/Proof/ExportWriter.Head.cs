namespace Cohesion.Governance.Domain.Proof;

/// <content>What stands before the lists, and the roll.</content>
public sealed partial class ExportWriter
{
    public async Task Head(
        DateTimeOffset exportedAt, ExportedCouncil council, ExportedVote vote, ExportedRule rule, IReadOnlyList<ExportedMeasure> measures,
        IReadOnlyList<ExportedBloc> blocs, IReadOnlyList<ExportedFact> facts, CancellationToken ct)
    {
        Raw("{\"format\":\""u8);
        Raw(System.Text.Encoding.ASCII.GetBytes(VoteExport.Format));
        Raw("\",\n"u8);
        Property("version"u8, w => w.WriteNumberValue(VoteExport.Version));
        Property("exportedAt"u8, w => w.WriteStringValue(Time(exportedAt)));
        Property("council"u8, w =>
        {
            w.WriteStartObject();
            w.WriteString("id"u8, council.Id);
            Text(w, "name"u8, council.Name);
            w.WriteString("timeZone"u8, council.TimeZone);
            w.WriteEndObject();
        });
        Property("vote"u8, w =>
        {
            w.WriteStartObject();
            w.WriteString("id"u8, vote.Id);
            w.WriteString("proposal"u8, vote.ProposalId);
            w.WriteNumber("proposalNumber"u8, vote.ProposalNumber);
            w.WriteNumber("textVersion"u8, vote.TextVersion);
            w.WriteString("question"u8, vote.Question);
            w.WriteNumber("session"u8, vote.Session);
            w.WriteNumber("registerVersion"u8, vote.RegisterVersion);
            w.WriteString("openedAt"u8, Time(vote.OpenedAt));
            w.WriteString("closesAt"u8, Time(vote.ClosesAt));
            w.WriteString("settledAt"u8, Time(vote.SettledAt));
            w.WriteString("closedAt"u8, Time(vote.ClosedAt));
            w.WriteString("confirmedAt"u8, Time(vote.ConfirmedAt));
            Id(w, "meeting"u8, vote.MeetingId);
            w.WriteString("duplicates"u8, ExportWords.Of(vote.Duplicates));
            w.WriteEndObject();
        });
        Property("rule"u8, w =>
        {
            w.WriteStartObject();
            w.WriteString("id"u8, rule.Id);
            w.WriteString("sha256"u8, rule.Sha256);
            w.WriteString("text"u8, rule.Text);
            w.WriteEndObject();
        });
        Property("measures"u8, w =>
        {
            w.WriteStartArray();
            foreach (var measure in measures)
            {
                w.WriteStartObject();
                w.WriteString("code"u8, measure.Code);
                Text(w, "name"u8, measure.Name);
                w.WriteString("unit"u8, measure.Unit);
                w.WriteNumber("scale"u8, measure.Scale);
                w.WriteEndObject();
            }

            w.WriteEndArray();
        });
        Property("blocs"u8, w =>
        {
            w.WriteStartArray();
            foreach (var bloc in blocs)
            {
                w.WriteStartObject();
                w.WriteString("code"u8, bloc.Code);
                Text(w, "name"u8, bloc.Name);
                w.WriteEndObject();
            }

            w.WriteEndArray();
        });
        Property("facts"u8, w =>
        {
            w.WriteStartArray();
            foreach (var fact in facts)
            {
                w.WriteStartObject();
                w.WriteString("fact"u8, fact.Fact);
                w.WriteBoolean("holds"u8, fact.Holds);
                w.WriteString("source"u8, fact.Source);
                w.WriteString("statedAt"u8, Time(fact.StatedAt));
                w.WriteEndObject();
            }

            w.WriteEndArray();
        });
        Raw("\"roll\":["u8);
        firstOfList = true;
        await Flush(0, ct);
    }

    /// <summary>A seat; seats come in the order of their ids.</summary>
    public ValueTask Seat(ExportedSeat seat, CancellationToken ct)
    {
        NextLine();
        json.WriteStartObject();
        json.WriteString("seat"u8, seat.Id);
        json.WriteString("label"u8, seat.Label);
        json.WriteString("party"u8, seat.PartyId);
        Text(json, "partyName"u8, seat.PartyName);
        json.WriteString("bloc"u8, seat.Bloc);
        json.WriteStartArray("measures"u8);
        foreach (var value in seat.Measures)
        {
            json.WriteNumberValue(value);
        }

        json.WriteEndArray();
        json.WriteString("excludedFor"u8, seat.ExcludedFor);
        json.WriteString("exclusionNote"u8, seat.ExclusionNote);
        json.WriteString("toldAt"u8, Time(seat.ToldAt));
        json.WriteString("servedAt"u8, Time(seat.ServedAt));
        json.WriteString("serviceProof"u8, seat.ServiceProof);
        json.WriteEndObject();
        EndValue();
        return Flush(FlushAt, ct);
    }
}
