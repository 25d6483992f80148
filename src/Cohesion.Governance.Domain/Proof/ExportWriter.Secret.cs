using System.Text.Json;

namespace Cohesion.Governance.Domain.Proof;

/// <content>Sessions of secret votes.</content>
public sealed partial class ExportWriter
{
    /// <summary>A secret session, whole: its head, who voted, the ballots, and the commitments to the receipts.</summary>
    public async Task SecretSession(ExportedSession session, ExportedSecretSession secret, CancellationToken ct)
    {
        NextLine();
        Raw("{\"secretSession\":"u8);
        WriteSessionHead(session);
        Raw(",\"receiptsRoot\":"u8);
        json.WriteStringValue(secret.ReceiptsRoot);
        EndValue();
        Raw(",\"marks\":["u8);
        firstOfList = true;
        foreach (var mark in secret.Marks)
        {
            NextLine();
            json.WriteStartObject();
            json.WriteString("seat"u8, mark.SeatId);
            json.WriteString("channel"u8, ExportWords.Of(mark.Channel));
            json.WriteBoolean("counts"u8, mark.Counts);
            json.WriteEndObject();
            EndValue();
            await Flush(FlushAt, ct);
        }

        Raw("\n],\n\"secretBallots\":["u8);
        firstOfList = true;
        foreach (var ballot in secret.Ballots)
        {
            NextLine();
            json.WriteStartObject();
            json.WriteString("id"u8, ballot.Id);
            json.WriteString("class"u8, ballot.Class);
            json.WriteString("choice"u8, ExportWords.Of(ballot.Choice));
            json.WriteEndObject();
            EndValue();
            await Flush(FlushAt, ct);
        }

        Raw("\n],\n\"receipts\":["u8);
        firstOfList = true;
        foreach (var receipt in secret.Receipts)
        {
            NextLine();
            json.WriteStringValue(receipt);
            EndValue();
            await Flush(FlushAt, ct);
        }

        EndSession();
    }
}
