using System.Collections;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Pipeline;
using Microsoft.Extensions.Primitives;

namespace Cohesion.Governance.Server.Web.Forms;

/// <summary>Makes a command of a form's fields: text becomes what the command's properties are, and each field that cannot be read is named.</summary>
internal sealed class FormReading
{
    private static readonly JsonSerializerOptions Shapes = ShapeOptions();

    private readonly TimeZoneInfo zone;
    private readonly Language language;
    private readonly List<FieldError> errors = [];

    // Rows left empty fall away; this leads from a row's place in the command back to its place in the form.
    private readonly List<(string Command, string Form)> movedRows = [];

    private FormReading(TimeZoneInfo zone, Language language) => (this.zone, this.language) = (zone, language);

    /// <summary>Reads a command.</summary>
    /// <param name="type">The command.</param>
    /// <param name="fields">The form's fields.</param>
    /// <param name="zone">Zone of the times typed without one.</param>
    /// <param name="language">Language of what is said about fields.</param>
    /// <param name="rename">Turns a field's name in the command into its name in the form; the two differ behind an empty row.</param>
    public static Outcome<object> Read(
        Type type, IEnumerable<KeyValuePair<string, StringValues>> fields, TimeZoneInfo zone, Language language, out Func<string, string> rename)
    {
        var reading = new FormReading(zone, language);
        var values = reading.Object(type, FieldTree.Of(fields), string.Empty);
        rename = reading.FormName;
        if (reading.errors.Count > 0)
        {
            return new InvalidRequest(reading.errors);
        }

        if (RequestBinder.Bind(type, values, []).Granted(out var command, out var refusal))
        {
            return command;
        }

        return refusal is MalformedRequest malformed ? reading.NotReadable(malformed) : refusal;
    }

    private InvalidRequest NotReadable(MalformedRequest malformed) =>
        new([new FieldError(FormName(malformed.Path.TrimStart('$').TrimStart('.')), FormTexts.NotReadable.In(language))]);

    private JsonObject Object(Type type, FieldTree? fields, string path)
    {
        var result = new JsonObject();
        foreach (var property in Shapes.GetTypeInfo(type).Properties.Where(p => p.Set is not null || p.AssociatedParameter is not null))
        {
            var optional = property.AssociatedParameter is { } parameter
                ? parameter.HasDefaultValue || parameter.IsNullable
                : !property.IsRequired;
            var child = fields?.Members.GetValueOrDefault(property.Name);
            if (child is null && property.AssociatedParameter is { HasDefaultValue: true })
            {
                continue;
            }

            var value = Value(property.PropertyType, child, path.Length == 0 ? property.Name : $"{path}.{property.Name}", optional);
            if (value is not null || property.AssociatedParameter is { HasDefaultValue: false })
            {
                result[property.Name] = value;
            }
        }

        return result;
    }

    private JsonNode? Value(Type type, FieldTree? field, string path, bool optional)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(bool))
        {
            // A box that is not ticked is not sent; where yes, no and nothing differ, a choice sends true, false or nothing.
            return field is null || field.IsEmpty ? optional ? null : JsonValue.Create(false) : JsonValue.Create(field.Values[^1] is "on" or "true");
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>))
        {
            return field is null && optional ? null : Map(type.GetGenericArguments()[1], field, path);
        }

        if (type != typeof(string) && ElementOf(type) is { } element)
        {
            return field is null && optional ? null : List(element, field, path);
        }

        if (field is null || (field.IsEmpty && !field.IsGiven))
        {
            return Missing(type, path, optional);
        }

        if (Shapes.GetTypeInfo(type).Kind == JsonTypeInfoKind.Object)
        {
            return Object(type, field, path);
        }

        var text = (field.Values[^1] ?? string.Empty).ReplaceLineEndings("\n");
        return type == typeof(string) ? JsonValue.Create(text) : Scalar(type, text.Trim(), field.Scale, path);
    }

    private JsonNode? Missing(Type type, string path, bool optional)
    {
        if (optional)
        {
            return null;
        }

        if (type == typeof(string))
        {
            // The command's own validator knows whether nothing will do.
            return JsonValue.Create(string.Empty);
        }

        errors.Add(new FieldError(path, FormTexts.FillIn.In(language)));
        return null;
    }

    // What is left empty has no value, which is not the same as zero.
    private JsonObject Map(Type value, FieldTree? field, string path)
    {
        var result = new JsonObject();
        foreach (var (name, member) in field?.Members.Where(m => !m.Value.IsEmpty) ?? [])
        {
            result[name] = Value(value, member, $"{path}.{name}", optional: false);
        }

        return result;
    }

    private JsonArray List(Type element, FieldTree? field, string path)
    {
        var result = new JsonArray();
        foreach (var value in field?.Values ?? StringValues.Empty)
        {
            if (!string.IsNullOrWhiteSpace(value))
            {
                result.Add(Scalar(element, value.Trim(), 0, $"{path}[{result.Count}]"));
            }
        }

        foreach (var (index, item) in field?.Items ?? [])
        {
            if (!item.IsEmpty)
            {
                movedRows.Add(($"{path}[{result.Count}]", $"{path}[{index}]"));
                result.Add(Value(element, item, $"{path}[{index}]", optional: false));
            }
        }

        return result;
    }

    private JsonNode? Scalar(Type type, string text, int scale, string path)
    {
        if (type == typeof(DateTimeOffset))
        {
            return Moment(text, path);
        }

        if (type == typeof(int) || type == typeof(long) || type == typeof(decimal))
        {
            return Amount(text, scale, path);
        }

        return JsonValue.Create(text);
    }

    private JsonNode? Moment(string text, string path)
    {
        // With an offset it says all by itself; without one it is what the clock on the council's wall shows.
        if (text.EndsWith('Z') || text.LastIndexOfAny(['+', '-']) > 10)
        {
            return JsonValue.Create(text);
        }

        if (!DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) || zone.IsInvalidTime(local))
        {
            errors.Add(new FieldError(path, FormTexts.NoTime.In(language)));
            return null;
        }

        return JsonValue.Create(new DateTimeOffset(local, zone.GetUtcOffset(local)));
    }

    private JsonNode? Amount(string text, int scale, string path)
    {
        var plain = text.Replace(",", string.Empty, StringComparison.Ordinal).Replace("，", string.Empty, StringComparison.Ordinal).Replace(" ", string.Empty, StringComparison.Ordinal);
        if (!decimal.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            || Math.Abs(number) > 1_000_000_000_000_000m)
        {
            errors.Add(new FieldError(path, FormTexts.NoNumber.In(language)));
            return null;
        }

        for (var i = 0; i < scale; i++)
        {
            number *= 10;
        }

        if (scale > 0 && number != decimal.Truncate(number))
        {
            errors.Add(new FieldError(path, FormTexts.TooFine.With(scale).In(language)));
            return null;
        }

        return JsonNode.Parse((scale > 0 ? decimal.Truncate(number) : number).ToString(CultureInfo.InvariantCulture));
    }

    private string FormName(string commandName)
    {
        foreach (var (command, form) in movedRows)
        {
            if (commandName.StartsWith(command, StringComparison.OrdinalIgnoreCase))
            {
                return form + commandName[command.Length..];
            }
        }

        return commandName;
    }

    private static Type? ElementOf(Type type) => typeof(IEnumerable).IsAssignableFrom(type)
        ? type.IsArray
            ? type.GetElementType()
            : type.GetInterfaces().Append(type).FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GetGenericArguments()[0]
        : null;

    private static JsonSerializerOptions ShapeOptions()
    {
        var options = new JsonSerializerOptions(Json.Options);
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
