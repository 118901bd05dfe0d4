using System.Globalization;
using Cradle.Rules.Syntax;
using YamlDotNet.RepresentationModel;

namespace Cradle.Rules.Packs;

/// <summary>Reads policy documents, national norms and the coverage file.</summary>
internal static class DocumentReader
{
    private static readonly Dictionary<string, Standing> Standings = new()
    {
        ["in_force"] = Standing.InForce, ["guidance"] = Standing.Guidance, ["draft"] = Standing.Draft, ["repealed"] = Standing.Repealed,
    };

    public static PolicyDocument ReadDocument(YamlMap map)
    {
        var id = map.Required("document");
        var force = map.Map("in-force");
        var document = new PolicyDocument
        {
            Id = id,
            Short = map.RequiredTexts("short"),
            Title = map.RequiredTexts("title"),
            Number = map.Text("number"),
            Issuer = map.Texts("issuer"),
            Division = DivisionOf(map.Required("division")),
            Issued = map.Date("issued"),
            From = force?.Date("from"),
            NotBefore = map.Date("not-before"),
            Until = force?.Date("until"),
            Standing = map.Choice("standing", Standings),
            Confirmed = map.Bool("confirmed") ?? true,
            Note = map.Texts("note"),
            Signatories = map.List("signatories"),
            Clauses = [.. map.Maps("clauses").Select(clause => ReadClause(clause, id))],
            Tasks = [.. map.Maps("tasks").Select(ReadTask)],
        };
        map.Node("predecessors");
        map.Node("supersedes");
        force?.Close();
        map.Close();
        return document;
    }

    public static IEnumerable<PolicyDocument> ReadNorms(YamlMap root)
    {
        foreach (var map in root.Maps("norms"))
        {
            var id = $"norms/{map.Required("id")}";
            var title = map.RequiredTexts("title");
            yield return new PolicyDocument
            {
                Id = id,
                Short = map.Texts("short") ?? title,
                Title = title,
                Number = map.Text("number"),
                Division = 0,
                Issued = map.Date("date"),
                NotBefore = map.Date("not-before"),
                Standing = Standing.InForce,
                Confirmed = map.Bool("confirmed") ?? false,
                Says = map.Texts("says"),
                Note = map.Texts("note"),
                Signatories = [],
                Clauses = [.. map.Maps("articles").Select(article => ReadArticle(article, id))],
                Tasks = [],
            };
            map.Text("confidence");
            map.Close();
        }

        root.Close();
    }

    public static IReadOnlyList<Coverage> ReadCoverage(YamlMap root, DiagnosticBag diagnostics)
    {
        var carriers = new Dictionary<string, Carrier>();
        foreach (var (key, kind) in new[] { ("services", "service"), ("tasks", "task"), ("indicators", "indicator") })
        {
            foreach (var map in root.Maps(key))
            {
                var id = map.Required("id");
                if (!carriers.TryAdd(id, new Carrier(kind, id, map.RequiredTexts("label"), map.Text("system") ?? "", map.Text("status") ?? "planned", map.Bool("informs") ?? false)))
                    diagnostics.Error("CR041", map.Position, $"{id} is listed twice.", "Give every service, task and indicator its own id.");
            }
        }

        var coverage = new List<Coverage>();
        if (root.Map("clauses") is { } clauses)
        {
            foreach (var key in clauses.Keys.ToList())
            {
                if (clauses.Map(key) is not { } map)
                    continue;
                var found = new List<Carrier>();
                foreach (var id in map.List("services").Concat(map.List("tasks")).Concat(map.List("indicators")))
                {
                    if (carriers.TryGetValue(id, out var carrier))
                        found.Add(carrier);
                    else
                        diagnostics.Error("CR042", map.Position, $"{id} is no service, task or indicator.", "Declare it at the top of coverage.yaml.");
                }

                coverage.Add(new Coverage(Citation.Parse(key), found, map.Date("verified-on"), map.Position));
            }
        }

        return coverage;
    }

    internal static int DivisionOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var code) ? code : 0;

    private static Clause ReadClause(YamlMap map, string document)
    {
        var says = map.Map("says");
        var clause = new Clause
        {
            Document = document,
            Number = map.Required("no"),
            Title = map.RequiredTexts("title"),
            Part = map.Texts("part") ?? Bilingual.Empty,
            Kinds = map.List("kinds"),
            Strength = map.Text("strength") ?? "",
            Words = [.. map.Maps("strengths").Select(word => (word.Required("word"), word.Required("strength")))],
            Actors = map.List("actors"),
            Figures = [.. map.Maps("figures").Select(ReadFigure)],
            SaysZh = says?.List("zh") ?? [],
            SaysEn = says?.List("en") ?? [],
            Systems = map.List("systems"),
            Refers = [.. map.List("refers").Select(Citation.Parse)],
            Quirks = map.Texts("quirks"),
            Position = map.Position,
        };
        says?.Close();
        map.Close();
        return clause;
    }

    private static ClauseFigure ReadFigure(YamlMap map) =>
        new(new Bilingual(map.Required("zh"), map.Required("en")), map.Text("value") ?? "", map.Text("unit") ?? "");

    private static Clause ReadArticle(YamlMap map, string document)
    {
        var says = map.Texts("says") ?? Bilingual.Empty;
        var number = map.Required("no");
        map.Text("confidence");
        return new Clause
        {
            Document = document,
            Number = number,
            Title = map.Texts("title") ?? new Bilingual($"第{number}条", $"Article {number}"),
            Part = Bilingual.Empty,
            Kinds = [],
            Strength = "must",
            Words = [],
            Actors = [],
            Figures = [],
            SaysZh = [says.Zh],
            SaysEn = [says.En],
            Systems = [],
            Refers = [],
            Position = map.Position,
        };
    }

    private static KeyTask ReadTask(YamlMap map) => new(
        map.Int("row") ?? 0, map.Required("clause"), map.RequiredTexts("title"), map.List("lead"), map.List("joint"),
        map.Text("units-as-given") ?? "", map.Text("deadline-as-given") ?? "", map.Text("status") ?? "",
        map.Node("note") is YamlScalarNode note ? note.Value : map.Texts("note")?.Zh);
}
