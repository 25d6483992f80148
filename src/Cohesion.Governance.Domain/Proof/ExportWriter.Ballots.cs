namespace Cohesion.Governance.Domain.Proof;

/// <content>The sessions and their ballots.</content>
public sealed partial class ExportWriter
{
    public void BeginSessions() => NextList("sessions"u8);

    /// <summary>A session; its ballots follow, then <see cref="EndSession"/>.</summary>
    public void Session(ExportedSession session)
    {
        NextLine();
        Raw("{\"session\":"u8);
        WriteSessionHead(session);
        Raw(",\"ballots\":["u8);
        firstOfList = true;
    }

    private void WriteSessionHead(ExportedSession session)
    {
        json.WriteStartObject();
        json.WriteString("vote"u8, session.VoteId);
        json.WriteNumber("number"u8, session.Number);
        json.WriteString("round"u8, session.Round);
        json.WriteString("castingVote"u8, session.CastingVote is { } casting ? ExportWords.Of(casting) : null);
        json.WriteString("ballotsRoot"u8, session.BallotsRoot);
        json.WriteStartArray("attending"u8);
        foreach (var seat in session.Attending)
        {
            json.WriteStringValue(seat);
        }

        json.WriteEndArray();
        json.WriteStartArray("objections"u8);
        foreach (var objection in session.Objections)
        {
            json.WriteStartObject();
            json.WriteString("seat"u8, objection.SeatId);
            json.WriteString("at"u8, Time(objection.At));
            json.WriteString("stage"u8, objection.Stage);
            json.WriteString("settledAt"u8, Time(objection.SettledAt));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        EndValue();
    }

    /// <summary>A ballot; ballots come in the order of seats, those of one seat in the order of their times.</summary>
    public ValueTask Ballot(in ExportedBallot ballot, CancellationToken ct)
    {
        NextLine();
        json.WriteStartObject();
        json.WriteString("seat"u8, ballot.SeatId);
        json.WriteString("choice"u8, ExportWords.Of(ballot.Choice));
        json.WriteString("channel"u8, ExportWords.Of(ballot.Channel));
        json.WriteString("at"u8, Time(ballot.At));
        json.WriteString("receipt"u8, Convert.ToHexStringLower(ballot.ReceiptHash.Span));
        json.WriteString("state"u8, ExportWords.Of(ballot.State));
        json.WriteEndObject();
        EndValue();
        return Flush(FlushAt, ct);
    }

    public void EndSession()
    {
        Raw("\n]}"u8);
        firstOfList = false;
    }
}
