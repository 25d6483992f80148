using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Cohesion.Governance.Domain.Journal;
using Cohesion.Governance.Domain.Rules;

namespace Cohesion.Governance.Domain.Proof;

/// <summary>Writes a vote's export line by line to a stream and signs it at the end. Parts are written in the order of the methods here; nothing is kept, so
/// that a million ballots need no more memory than one.</summary>
/// <remarks>The signature covers every byte before its own line.</remarks>
public sealed partial class ExportWriter : IDisposable
{
    private const int FlushAt = 1 << 16;

    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Stream output;
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly ArrayBufferWriter<byte> buffer = new(FlushAt * 2);
    private readonly Utf8JsonWriter json;
    private bool firstOfList;

    public ExportWriter(Stream output)
    {
        this.output = output;
        json = new Utf8JsonWriter(buffer, Compact);
    }

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

    public void BeginSessions()
    {
        Raw("\n],\n\"sessions\":["u8);
        firstOfList = true;
    }

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

    public void Result(ExportedResult result, ExportedJournal journal)
    {
        Raw("\n],\n"u8);
        Property("result"u8, w =>
        {
            w.WriteStartObject();
            w.WriteString("outcome"u8, result.Outcome);
            w.WriteString("nextSession"u8, result.NextSession);
            w.WriteString("confirmWindow"u8, result.ConfirmWindow);
            w.WriteBoolean("overturned"u8, result.Overturned);
            w.WriteString("ballotsRoot"u8, result.BallotsRoot);
            w.WriteNumber("ballots"u8, result.Ballots);
            w.WriteString("decision"u8, result.DecisionJson);
            w.WriteEndObject();
        });
        Property("journal"u8, w =>
        {
            w.WriteStartObject();
            w.WriteNumber("from"u8, journal.From);
            w.WriteString("previous"u8, journal.Previous);
            w.WriteNumber("head"u8, journal.Head);
            w.WriteString("headHash"u8, journal.HeadHash);
            w.WriteStartArray("keys"u8);
            foreach (var key in journal.Keys)
            {
                w.WriteBase64StringValue(key);
            }

            w.WriteEndArray();
            w.WriteStartArray("seals"u8);
            foreach (var seal in journal.Seals)
            {
                w.WriteStartObject();
                w.WriteString("day"u8, seal.Day);
                w.WriteNumber("sequence"u8, seal.Sequence);
                w.WriteString("hash"u8, seal.Hash);
                w.WriteString("sealedAt"u8, Time(seal.SealedAt));
                w.WriteString("key"u8, seal.KeyId);
                w.WriteString("signature"u8, seal.Signature);
                w.WriteEndObject();
            }

            w.WriteEndArray();
            w.WriteEndObject();
        });
        Raw("\"entries\":["u8);
        firstOfList = true;
    }

    /// <summary>An entry about this vote, in full.</summary>
    public ValueTask Entry(JournalEntry entry, CancellationToken ct)
    {
        NextLine();
        json.WriteStartObject();
        json.WriteNumber("sequence"u8, entry.Sequence);
        json.WriteString("at"u8, Time(entry.At));
        json.WriteString("person"u8, entry.PersonId?.ToString("D"));
        json.WriteString("command"u8, entry.Command);
        json.WriteString("subject"u8, entry.SubjectId);
        json.WriteString("content"u8, entry.Content);
        json.WriteString("rows"u8, entry.RowsHash);
        json.WriteEndObject();
        EndValue();
        return Flush(FlushAt, ct);
    }

    /// <summary>An entry of which nothing is shown but that it is there.</summary>
    public ValueTask Digest(ReadOnlySpan<byte> digest, CancellationToken ct)
    {
        NextLine();
        json.WriteStringValue(Convert.ToHexStringLower(digest));
        EndValue();
        return Flush(FlushAt, ct);
    }

    /// <summary>Signs what was written and ends the file. The stream stays open.</summary>
    public async Task Sign(SigningProofKey key, CancellationToken ct)
    {
        Raw("\n],\n"u8);
        Property("key"u8, w => w.WriteBase64StringValue(key.Public.Spki));
        await Flush(0, ct);
        var signature = Convert.ToHexStringLower(key.Sign(hash.GetHashAndReset()));
        Raw(System.Text.Encoding.ASCII.GetBytes(
            "\"signature\":{\"algorithm\":\"ES256\",\"key\":\"" + key.Public.Id + "\",\"value\":\"" + signature + "\"}}"));
        Raw("\n"u8);
        await Flush(0, ct);
        await output.FlushAsync(ct);
    }

    public void Dispose()
    {
        json.Dispose();
        hash.Dispose();
    }

    private static string? Time(DateTimeOffset? at) => at is { } time ? Time(time) : null;

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString(VoteExport.TimeFormat, CultureInfo.InvariantCulture);

    private static void Text(Utf8JsonWriter writer, ReadOnlySpan<byte> name, LocalText text)
    {
        writer.WriteStartObject(name);
        writer.WriteString("en"u8, text.En);
        writer.WriteString("zh"u8, text.Zh);
        writer.WriteEndObject();
    }

    private void Property(ReadOnlySpan<byte> name, Action<Utf8JsonWriter> value)
    {
        Raw("\""u8);
        Raw(name);
        Raw("\":"u8);
        value(json);
        EndValue();
        Raw(",\n"u8);
    }

    private void NextLine()
    {
        Raw(firstOfList ? "\n"u8 : ",\n"u8);
        firstOfList = false;
    }

    private void EndValue()
    {
        json.Flush();
        json.Reset();
    }

    private void Raw(ReadOnlySpan<byte> bytes) => buffer.Write(bytes);

    private async ValueTask Flush(int above, CancellationToken ct)
    {
        if (buffer.WrittenCount > above)
        {
            hash.AppendData(buffer.WrittenSpan);
            await output.WriteAsync(buffer.WrittenMemory, ct);
            buffer.ResetWrittenCount();
        }
    }
}
