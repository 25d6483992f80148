using System.Globalization;
using Cohesion.Governance.Domain.Journal;

namespace Cohesion.Governance.Domain.Proof;

/// <content>The result and the journal.</content>
public sealed partial class ExportWriter
{
    private long entriesWritten;

    public void Result(ExportedResult result, ExportedJournal journal)
    {
        Raw("\n],\n"u8);
        Property("result"u8, w =>
        {
            w.WriteStartObject();
            w.WriteString("outcome"u8, result.Outcome);
            w.WriteString("nextSession"u8, result.NextSession);
            w.WriteString("confirmWindow"u8, result.ConfirmWindow);
            w.WriteString("challengeUntil"u8, result.ChallengeUntil?.ToString("O", CultureInfo.InvariantCulture));
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
        LinkTo(entry);
        return Flush(FlushAt, ct);
    }

    /// <summary>An entry of which nothing is shown but that it is there.</summary>
    public ValueTask Digest(JournalEntry entry, CancellationToken ct)
    {
        NextLine();
        json.WriteStringValue(Convert.ToHexStringLower(entry.Digest()));
        EndValue();
        LinkTo(entry);
        return Flush(FlushAt, ct);
    }

    private void LinkTo(JournalEntry entry)
    {
        if (++entriesWritten % VoteExport.EntriesToALink != 0)
        {
            return;
        }

        NextLine();
        json.WriteStartObject();
        json.WriteString("hash"u8, entry.Hash);
        json.WriteEndObject();
        EndValue();
    }
}
