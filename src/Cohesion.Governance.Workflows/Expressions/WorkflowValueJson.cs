using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Cohesion.Governance.Workflows.Expressions;

/// <summary>Writes a value as the JSON it stands for and reads it back, without reflection.</summary>
internal sealed class WorkflowValueConverter : JsonConverter<WorkflowValue>
{
    public override bool HandleNull => true;

    public override WorkflowValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Read(ref reader);

    public override void Write(Utf8JsonWriter writer, WorkflowValue value, JsonSerializerOptions options) => Write(writer, value);

    internal static string ToText(WorkflowValue value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        // Chinese stays readable in the database and in logs; this text is never put into a page unescaped.
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            Write(writer, value);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    internal static void Write(Utf8JsonWriter writer, WorkflowValue value)
    {
        switch (value.Kind)
        {
            case ValueKind.Text:
                writer.WriteStringValue(value.AsText());
                break;
            case ValueKind.Number when value.AsWholeNumber() is { } whole:
                writer.WriteNumberValue(whole);
                break;
            case ValueKind.Number:
                writer.WriteNumberValue(value.AsNumber()!.Value);
                break;
            case ValueKind.Truth:
                writer.WriteBooleanValue(value.AsTruth());
                break;
            case ValueKind.List:
                writer.WriteStartArray();
                foreach (var element in value.AsList())
                    Write(writer, element);
                writer.WriteEndArray();
                break;
            case ValueKind.Map:
                ValueMapConverter.Write(writer, value.AsMap());
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }

    internal static WorkflowValue Read(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return WorkflowValue.Of(reader.GetString());
            case JsonTokenType.Number:
                return WorkflowValue.Of(reader.GetDouble());
            case JsonTokenType.True:
                return WorkflowValue.True;
            case JsonTokenType.False:
                return WorkflowValue.False;
            case JsonTokenType.StartArray:
                var list = ImmutableArray.CreateBuilder<WorkflowValue>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    list.Add(Read(ref reader));
                return WorkflowValue.Of(list.DrainToImmutable());
            case JsonTokenType.StartObject:
                return WorkflowValue.Of(ValueMapConverter.Read(ref reader));
            default:
                return WorkflowValue.Nothing;
        }
    }
}

/// <summary>Writes a map as a JSON object and reads it back, without reflection.</summary>
internal sealed class ValueMapConverter : JsonConverter<ValueMap>
{
    public override ValueMap Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.StartObject ? Read(ref reader) : throw new JsonException("A JSON object was expected.");

    public override void Write(Utf8JsonWriter writer, ValueMap value, JsonSerializerOptions options) => Write(writer, value);

    internal static void Write(Utf8JsonWriter writer, ValueMap map)
    {
        writer.WriteStartObject();
        for (var i = 0; i < map.Count; i++)
        {
            writer.WritePropertyName(map.Names[i]);
            WorkflowValueConverter.Write(writer, map[i]);
        }

        writer.WriteEndObject();
    }

    internal static ValueMap Read(ref Utf8JsonReader reader)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        var values = new List<WorkflowValue>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            names.Add(reader.GetString()!);
            reader.Read();
            values.Add(WorkflowValueConverter.Read(ref reader));
        }

        return names.Count == 0 ? ValueMap.Empty : new ValueMap(names.DrainToImmutable(), [.. values]);
    }
}
