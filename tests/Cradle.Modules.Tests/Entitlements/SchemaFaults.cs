using System.Text.Json;
using System.Text.RegularExpressions;

namespace Cradle.Modules.Tests.Entitlements;

/// <summary>Where a value and a schema of the OpenAPI document disagree. An object whose schema lists members may have no others, as nobody who generates a client expects any.</summary>
internal static class SchemaFaults
{
    public static IEnumerable<string> Of(JsonElement document, JsonElement schema, JsonElement value, string path)
    {
        if (schema.TryGetProperty("$ref", out var reference))
            return Of(document, reference.GetString()!.TrimStart('#', '/').Split('/').Aggregate(document, (at, name) => at.GetProperty(name)), value, path);
        foreach (var choice in new[] { "oneOf", "anyOf" })
        {
            if (schema.TryGetProperty(choice, out var options))
                return options.EnumerateArray().Any(option => !Of(document, option, value, path).Any()) ? [] : [$"{path}: none of {choice}"];
        }

        return Own(document, schema, value, path);
    }

    private static IEnumerable<string> Own(JsonElement document, JsonElement schema, JsonElement value, string path)
    {
        if (schema.TryGetProperty("type", out var declared) && !(declared.ValueKind == JsonValueKind.Array ? declared.EnumerateArray() : Enumerable.Repeat(declared, 1)).Any(type => Is(value, type.GetString()!)))
            yield return $"{path}: {value.ValueKind} instead of {declared}";
        if (schema.TryGetProperty("enum", out var choices) && value.ValueKind == JsonValueKind.String && choices.EnumerateArray().All(choice => choice.ToString() != value.GetString()))
            yield return $"{path}: {value} is none of {choices}";
        if (schema.TryGetProperty("pattern", out var pattern) && value.ValueKind == JsonValueKind.String && !Regex.IsMatch(value.GetString()!, pattern.GetString()!))
            yield return $"{path}: {value} does not match {pattern}";
        if (value.ValueKind == JsonValueKind.Array && schema.TryGetProperty("items", out var items))
        {
            foreach (var fault in value.EnumerateArray().Index().SelectMany(item => Of(document, items, item.Item, $"{path}[{item.Index}]")))
                yield return fault;
        }

        if (value.ValueKind != JsonValueKind.Object)
            yield break;
        var properties = schema.TryGetProperty("properties", out var listed) ? listed : default;
        foreach (var required in schema.TryGetProperty("required", out var names) ? names.EnumerateArray().Select(name => name.GetString()!) : [])
        {
            if (!value.TryGetProperty(required, out _))
                yield return $"{path}.{required} is missing";
        }

        foreach (var member in properties.ValueKind == JsonValueKind.Object ? value.EnumerateObject() : default)
        {
            if (!properties.TryGetProperty(member.Name, out var inner))
                yield return $"{path}.{member.Name} is not declared";
            else
                foreach (var fault in Of(document, inner, member.Value, $"{path}.{member.Name}"))
                    yield return fault;
        }
    }

    private static bool Is(JsonElement value, string type) => type switch
    {
        "null" => value.ValueKind == JsonValueKind.Null,
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        _ => value.ValueKind == JsonValueKind.Number,
    };
}
