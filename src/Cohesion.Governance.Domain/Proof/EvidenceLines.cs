using System.Text.Json;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;

namespace Cohesion.Governance.Domain.Proof;

/// <summary>Reads the lines of an export on which its ballots rest.</summary>
internal static class EvidenceLines
{
    public static ExportedDelivery Delivery(LineJson json)
    {
        json.BeginObject();
        json.Field("seat"u8);
        var seat = json.Id();
        json.Field("kind"u8);
        var kind = ExportWords.Read<DeliveryKind>(ref json);
        json.Field("at"u8);
        var at = json.Time();
        json.Field("proof"u8);
        var proof = json.String();
        json.Field("scan"u8);
        var scan = json.HashTextOrNull();
        json.Field("witness"u8);
        var witness = json.StringOrNull();
        json.Field("place"u8);
        var place = json.StringOrNull();
        json.Field("recordedBy"u8);
        var by = json.Id();
        json.Field("recordedAt"u8);
        var recorded = json.Time();
        json.EndObject();
        json.End();
        return new(seat, kind, at, proof, scan, witness, place, by, recorded);
    }

    public static ExportedPaper Paper(LineJson json)
    {
        json.BeginObject();
        json.Field("seat"u8);
        var seat = json.Id();
        json.Field("channel"u8);
        var channel = ExportWords.Read<BallotChannel>(ref json);
        if (!BallotIntake.IsSigned(channel))
        {
            throw json.Expected("paper or visit", " paper 或 visit");
        }

        json.Field("voice"u8);
        var voice = Number(ref json);
        json.Field("takenAt"u8);
        var taken = json.Time();
        json.Field("place"u8);
        var place = json.String();
        json.Field("witness"u8);
        var witness = json.StringOrNull();
        json.Field("scan"u8);
        var scan = json.HashTextOrNull();
        json.Field("choice"u8);
        var choice = ExportWords.Read<BallotChoice>(ref json);
        json.Field("enteredBy"u8);
        var enteredBy = json.Id();
        json.Field("enteredAt"u8);
        var enteredAt = json.Time();
        json.Field("secondChoice"u8);
        var second = ChoiceOrNull(ref json);
        json.Field("checkedBy"u8);
        var checkedBy = json.IdOrNull();
        json.Field("checkedAt"u8);
        var checkedAt = json.TimeOrNull();
        json.Field("settledChoice"u8);
        var settled = ChoiceOrNull(ref json);
        json.Field("settledBy"u8);
        var settledBy = json.IdOrNull();
        json.Field("settledAt"u8);
        var settledAt = json.TimeOrNull();
        json.Field("settledReason"u8);
        var reason = json.StringOrNull();
        json.Field("stage"u8);
        var stage = ExportWords.Read<BallotEntryStage>(ref json);
        json.Field("receipt"u8);
        var receipt = json.HashTextOrNull();
        json.EndObject();
        json.End();
        return new(
            seat, channel, voice, taken, place, witness, scan, choice, enteredBy, enteredAt, second, checkedBy, checkedAt, settled, settledBy, settledAt, reason, stage, receipt);
    }

    public static ExportedMandate Mandate(LineJson json)
    {
        json.BeginObject();
        json.Field("id"u8);
        var id = json.Id();
        json.Field("seat"u8);
        var seat = json.Id();
        json.Field("voice"u8);
        var voice = Number(ref json);
        json.Field("holder"u8);
        var holder = json.Id();
        json.Field("holderName"u8);
        var name = json.BothLanguages();
        json.Field("byGiver"u8);
        var byGiver = json.Flag();
        json.Field("scope"u8);
        var scope = ExportWords.Read<MandateScope>(ref json);
        json.Field("vote"u8);
        var vote = json.IdOrNull();
        json.Field("meeting"u8);
        var meeting = json.IdOrNull();
        json.Field("until"u8);
        var until = json.TimeOrNull();
        json.Field("givenAt"u8);
        var given = json.Time();
        json.Field("usedAt"u8);
        var used = json.TimeOrNull();
        json.Field("revokedAt"u8);
        var revoked = json.TimeOrNull();
        json.Field("document"u8);
        var document = json.HashTextOrNull();
        json.Field("offices"u8);
        json.BeginList();
        var offices = new List<Office>();
        while (json.Token == JsonTokenType.String)
        {
            offices.Add(ExportWords.Read<Office>(ref json));
        }

        json.EndList();
        json.Field("ownSeats"u8);
        json.BeginList();
        var own = new List<Guid>();
        while (json.Token == JsonTokenType.String)
        {
            own.Add(json.Id());
        }

        json.EndList();
        json.Field("receipts"u8);
        json.BeginList();
        var receipts = new List<string>();
        while (json.Token == JsonTokenType.String)
        {
            receipts.Add(json.HashText());
        }

        json.EndList();
        json.EndObject();
        json.End();
        return new(id, seat, voice, holder, name, byGiver, scope, vote, meeting, until, given, used, revoked, document, offices, own, receipts);
    }

    public static ExportedVoice Voice(LineJson json)
    {
        json.BeginObject();
        json.Field("seat"u8);
        var seat = json.Id();
        json.Field("voice"u8);
        var voice = json.SmallNumber();
        json.Field("receipt"u8);
        var receipt = json.HashText();
        json.Field("agreement"u8);
        var agreement = json.StringOrNull();
        json.Field("document"u8);
        var document = json.HashTextOrNull();
        json.EndObject();
        json.End();
        return new(seat, voice, receipt, agreement, document);
    }

    public static ExportedSetAside SetAside(LineJson json)
    {
        json.BeginObject();
        json.Field("seat"u8);
        var seat = json.Id();
        json.Field("receipt"u8);
        var receipt = json.HashText();
        json.Field("reason"u8);
        var reason = ExportWords.Read<SetAsideReason>(ref json);
        json.EndObject();
        json.End();
        return new(seat, receipt, reason);
    }

    private static int? Number(ref LineJson json)
    {
        if (json.Token == JsonTokenType.Null)
        {
            json.Null();
            return null;
        }

        return json.SmallNumber();
    }

    private static BallotChoice? ChoiceOrNull(ref LineJson json)
    {
        if (json.Token == JsonTokenType.Null)
        {
            json.Null();
            return null;
        }

        return ExportWords.Read<BallotChoice>(ref json);
    }
}
