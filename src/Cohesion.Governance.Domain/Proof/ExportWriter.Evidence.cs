using System.Text.Json;
using Cohesion.Governance.Domain.Rules;

namespace Cohesion.Governance.Domain.Proof;

/// <content>What the ballots rest on. Each list is in the order of seats, within a seat in the order in which things were written down.</content>
public sealed partial class ExportWriter
{
    /// <summary>Begins the log of service; the roll is at its end.</summary>
    public void BeginService() => NextList("service"u8);

    public ValueTask Delivery(ExportedDelivery line, CancellationToken ct) => Item(
        w =>
        {
            w.WriteString("seat"u8, line.SeatId);
            w.WriteString("kind"u8, ExportWords.Of(line.Kind));
            w.WriteString("at"u8, Time(line.At));
            w.WriteString("proof"u8, line.Proof);
            w.WriteString("scan"u8, line.ScanHash);
            w.WriteString("witness"u8, line.Witness);
            w.WriteString("place"u8, line.Place);
            w.WriteString("recordedBy"u8, line.RecordedBy);
            w.WriteString("recordedAt"u8, Time(line.RecordedAt));
        },
        ct);

    public void BeginPapers() => NextList("papers"u8);

    public ValueTask Paper(ExportedPaper paper, CancellationToken ct) => Item(
        w =>
        {
            w.WriteString("seat"u8, paper.SeatId);
            w.WriteString("channel"u8, ExportWords.Of(paper.Channel));
            Number(w, "voice"u8, paper.Voice);
            w.WriteString("takenAt"u8, Time(paper.TakenAt));
            w.WriteString("place"u8, paper.Place);
            w.WriteString("witness"u8, paper.Witness);
            w.WriteString("scan"u8, paper.ScanHash);
            w.WriteString("choice"u8, ExportWords.Of(paper.Choice));
            w.WriteString("enteredBy"u8, paper.EnteredBy);
            w.WriteString("enteredAt"u8, Time(paper.EnteredAt));
            w.WriteString("secondChoice"u8, Choice(paper.SecondChoice));
            Id(w, "checkedBy"u8, paper.CheckedBy);
            w.WriteString("checkedAt"u8, Time(paper.CheckedAt));
            w.WriteString("settledChoice"u8, Choice(paper.SettledChoice));
            Id(w, "settledBy"u8, paper.SettledBy);
            w.WriteString("settledAt"u8, Time(paper.SettledAt));
            w.WriteString("settledReason"u8, paper.SettledReason);
            w.WriteString("stage"u8, ExportWords.Of(paper.Stage));
            w.WriteString("receipt"u8, paper.Receipt);
        },
        ct);

    public void BeginMandates() => NextList("mandates"u8);

    public ValueTask Mandate(ExportedMandate mandate, CancellationToken ct) => Item(
        w =>
        {
            w.WriteString("id"u8, mandate.Id);
            w.WriteString("seat"u8, mandate.SeatId);
            Number(w, "voice"u8, mandate.Voice);
            w.WriteString("holder"u8, mandate.HolderId);
            Text(w, "holderName"u8, mandate.HolderName);
            w.WriteBoolean("byGiver"u8, mandate.ByGiver);
            w.WriteString("scope"u8, ExportWords.Of(mandate.Scope));
            Id(w, "vote"u8, mandate.VoteId);
            Id(w, "meeting"u8, mandate.MeetingId);
            w.WriteString("until"u8, Time(mandate.Until));
            w.WriteString("givenAt"u8, Time(mandate.GivenAt));
            w.WriteString("usedAt"u8, Time(mandate.UsedAt));
            w.WriteString("revokedAt"u8, Time(mandate.RevokedAt));
            w.WriteString("document"u8, mandate.DocumentHash);
            w.WriteStartArray("offices"u8);
            foreach (var office in mandate.Offices)
            {
                w.WriteStringValue(ExportWords.Of(office));
            }

            w.WriteEndArray();
            w.WriteStartArray("ownSeats"u8);
            foreach (var seat in mandate.OwnSeats)
            {
                w.WriteStringValue(seat);
            }

            w.WriteEndArray();
            w.WriteStartArray("receipts"u8);
            foreach (var receipt in mandate.Receipts)
            {
                w.WriteStringValue(receipt);
            }

            w.WriteEndArray();
        },
        ct);

    public void BeginVoices() => NextList("voices"u8);

    public ValueTask Voice(ExportedVoice voice, CancellationToken ct) => Item(
        w =>
        {
            w.WriteString("seat"u8, voice.SeatId);
            w.WriteNumber("voice"u8, voice.Voice);
            w.WriteString("receipt"u8, voice.Receipt);
            w.WriteString("agreement"u8, voice.Agreement);
            w.WriteString("document"u8, voice.DocumentHash);
        },
        ct);

    public void BeginSetAside() => NextList("setAside"u8);

    public ValueTask SetAside(ExportedSetAside aside, CancellationToken ct) => Item(
        w =>
        {
            w.WriteString("seat"u8, aside.SeatId);
            w.WriteString("receipt"u8, aside.Receipt);
            w.WriteString("reason"u8, ExportWords.Of(aside.Reason));
        },
        ct);

    private static string? Choice(BallotChoice? choice) => choice is { } said ? ExportWords.Of(said) : null;

    private static void Id(Utf8JsonWriter writer, ReadOnlySpan<byte> name, Guid? id)
    {
        if (id is { } value)
        {
            writer.WriteString(name, value);
        }
        else
        {
            writer.WriteNull(name);
        }
    }

    private static void Number(Utf8JsonWriter writer, ReadOnlySpan<byte> name, int? number)
    {
        if (number is { } value)
        {
            writer.WriteNumber(name, value);
        }
        else
        {
            writer.WriteNull(name);
        }
    }

    private void NextList(ReadOnlySpan<byte> name)
    {
        Raw("\n],\n\""u8);
        Raw(name);
        Raw("\":["u8);
        firstOfList = true;
    }

    private ValueTask Item(Action<Utf8JsonWriter> fields, CancellationToken ct)
    {
        NextLine();
        json.WriteStartObject();
        fields(json);
        json.WriteEndObject();
        EndValue();
        return Flush(FlushAt, ct);
    }
}
