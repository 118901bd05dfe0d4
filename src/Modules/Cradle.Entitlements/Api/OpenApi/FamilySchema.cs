using System.Globalization;
using System.Text.Json.Nodes;
using Cradle.Entitlements.Api.Contracts;
using Cradle.Entitlements.Comparison;
using Cradle.Entitlements.Policies;
using Cradle.Rules.Binding;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Facts;
using Cradle.Rules.Packs;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Cradle.Entitlements.Api.OpenApi;

/// <summary>Describes a family to OpenAPI from the vocabulary of the packs: a fact added there is documented here without anybody thinking of it.</summary>
internal sealed class FamilySchema(PolicyLibrary library) : IOpenApiSchemaTransformer
{
    private const string DatePattern = "date";
    private static readonly Bilingual IdNumber = new("公民身份号码；只用来核对出生日期，不保存", "Citizen identity number; only checked against the birth date, never kept");

    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.JsonTypeInfo.Type == typeof(Family))
            Describe(schema);
        return Task.CompletedTask;
    }

    private void Describe(OpenApiSchema schema)
    {
        schema.Type = JsonSchemaType.Object;
        schema.Description = "One family. Every member is optional: what is absent or null is not known, and the answer says which facts it waits for. A member that is not listed here is named in warnings and not used.";
        schema.Properties = Members(EntityKind.Family);
        schema.Properties["asOf"] = Text(new("按哪一天计算；不写是今天", "The day the question is asked for; today where absent"), DatePattern);
        schema.Properties["mother"] = Parent(new("妈妈", "The mother"));
        schema.Properties["father"] = Parent(new("爸爸", "The father"));
        schema.Properties["children"] = ListOf(Child(), FamilyReader.MaximumChildren, new("全部孩子，含快要出生的；空列表是“没有孩子”，不写是“不知道”", "All children, the expected one included; an empty list says there are none, no list says it is not known"));
        schema.Examples = [JsonNode.Parse(ExampleFamily.All[0].JsonOn(library.Today))!];
    }

    private OpenApiSchema Parent(Bilingual who)
    {
        var properties = Members(EntityKind.Parent);
        properties["idNumber"] = Text(IdNumber, null);
        properties["parentsInHospital"] = ListOf(new OpenApiSchema { Type = JsonSchemaType.Object, Properties = Members(EntityKind.Elder) }, null, new("正在住院的父母", "Own parents who are in hospital"));
        return new OpenApiSchema { Type = JsonSchemaType.Object, Description = Say(who), Properties = properties };
    }

    private OpenApiSchema Child()
    {
        var properties = Members(EntityKind.Child);
        properties.Remove("expected");   // said by a due date
        properties["dueDate"] = Text(new("预产期；还没出生的孩子写这个，不写出生日期", "Due date of a child not yet born, instead of a birth date"), DatePattern);
        properties["idNumber"] = Text(IdNumber, null);
        return new OpenApiSchema { Type = JsonSchemaType.Object, Properties = properties };
    }

    private Dictionary<string, IOpenApiSchema> Members(EntityKind kind)
    {
        var members = new Dictionary<string, IOpenApiSchema>();
        foreach (var fact in library.Pack.Vocabulary.FactsOf(kind).OrderBy(fact => fact.Order))
        {
            var level = members;
            foreach (var name in fact.JsonPath.SkipLast(1))
            {
                if (!level.TryGetValue(name, out var inner))
                    level[name] = inner = new OpenApiSchema { Type = JsonSchemaType.Object, Properties = new Dictionary<string, IOpenApiSchema>() };
                level = (Dictionary<string, IOpenApiSchema>)inner.Properties!;
            }

            level[fact.JsonPath[^1]] = Of(fact);
        }

        return members;
    }

    private static OpenApiSchema Of(FactDefinition fact)
    {
        var schema = fact.Type.Kind switch
        {
            ValueKind.Bool => new OpenApiSchema { Type = JsonSchemaType.Boolean },
            ValueKind.Date => new OpenApiSchema { Type = JsonSchemaType.String, Format = DatePattern },
            ValueKind.Division => new OpenApiSchema { Type = JsonSchemaType.String, Pattern = "^[0-9]{2}([0-9]{2}){0,2}$" },
            ValueKind.Money => new OpenApiSchema { Type = JsonSchemaType.String, Pattern = "^[0-9]+(\\.[0-9]{1,2})?$" },
            ValueKind.Enum => new OpenApiSchema { Type = JsonSchemaType.String, Enum = Members(fact.Type) },
            ValueKind.Set => new OpenApiSchema { Type = JsonSchemaType.Array, UniqueItems = true, Items = new OpenApiSchema { Type = JsonSchemaType.String, Enum = Members(fact.Type with { Kind = ValueKind.Enum }) } },
            _ => new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = fact.Minimum?.ToString(CultureInfo.InvariantCulture), Maximum = fact.Maximum?.ToString(CultureInfo.InvariantCulture) },
        };
        schema.Type |= JsonSchemaType.Null;
        schema.Description = Say(fact.Label) + (fact.Type.Kind switch
        {
            ValueKind.Division => " (GB/T 2260)",
            ValueKind.Money => " (yuan)",
            ValueKind.Days => " (days)",
            ValueKind.Months => " (months)",
            _ => "",
        });
        return schema;
    }

    private static List<JsonNode> Members(RuleType type) =>
        [.. Enumerable.Range(0, type.Enumeration!.Members.Count).Select(index => (JsonNode)JsonValue.Create(ValueFormat.Text(index, type)))];

    private static OpenApiSchema Text(Bilingual label, string? format) => new() { Type = JsonSchemaType.String | JsonSchemaType.Null, Format = format, Description = Say(label) };

    private static OpenApiSchema ListOf(OpenApiSchema items, int? maximum, Bilingual label) =>
        new() { Type = JsonSchemaType.Array | JsonSchemaType.Null, Items = items, MaxItems = maximum, Description = Say(label) };

    private static string Say(Bilingual label) => $"{label.En} / {label.Zh}";
}
