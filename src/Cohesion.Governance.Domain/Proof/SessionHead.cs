using System.Text.Json;
using Cohesion.Governance.Domain.Rules;

namespace Cohesion.Governance.Domain.Proof;

/// <summary>Reads what stands of a session before its ballots.</summary>
internal static class SessionHead
{
    public static ExportedSession Read(LineJson json)
    {
        json.BeginObject();
        json.Field("vote"u8);
        var id = json.Id();
        json.Field("number"u8);
        var number = json.SmallNumber();
        json.Field("round"u8);
        var round = json.StringOrNull();
        json.Field("castingVote"u8);
        var casting = json.StringOrNull();
        BallotChoice? chair = null;
        if (casting is not null)
        {
            chair = ExportWords.Choice(System.Text.Encoding.UTF8.GetBytes(casting)) ?? throw json.Expected("yes, no or abstain", " yes、no 或 abstain");
        }

        json.Field("ballotsRoot"u8);
        var root = json.HashTextOrNull();
        json.Field("attending"u8);
        json.BeginList();
        var attending = new List<Guid>();
        while (json.Token == JsonTokenType.String)
        {
            attending.Add(json.Id());
        }

        json.EndList();
        json.Field("objections"u8);
        json.BeginList();
        var objections = new List<ExportedObjection>();
        while (json.Token == JsonTokenType.StartObject)
        {
            json.BeginObject();
            json.Field("seat"u8);
            var seat = json.Id();
            json.Field("at"u8);
            var at = json.Time();
            json.Field("stage"u8);
            var stage = json.String();
            json.Field("settledAt"u8);
            var settled = json.TimeOrNull();
            json.EndObject();
            objections.Add(new(seat, at, stage, settled));
        }

        json.EndList();
        json.EndObject();
        json.End();
        return new(id, number, round, chair, root, attending, objections);
    }
}
