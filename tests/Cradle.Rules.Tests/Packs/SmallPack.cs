using Cradle.Rules.Evaluation;
using Cradle.Rules.Facts;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Tests.Packs;

/// <summary>Packs of a few lines, made for one test each: a vocabulary, a document in force and a draft, and one quantity.</summary>
internal static class SmallPack
{
    public const string Vocabulary = """
        enumerations:
          employment:
            employed: {zh: 在职, en: employed}
            self_employed: {zh: 个体, en: self-employed}
            none: {zh: 无业, en: not working}
          hardship:
            orphan: {zh: 孤儿, en: orphan}
            disabled: {zh: 残疾, en: disabled}
        facts:
          - {path: family.residence, type: division, label: {zh: 常住地, en: residence}, ask: {zh: 住哪里？, en: Where?}}
          - {path: family.married, type: bool, label: {zh: 已婚, en: married}, ask: {zh: 结婚了吗？, en: Married?}}
          - {path: family.tenant, type: bool, label: {zh: 租户, en: tenant}, ask: {zh: 租房吗？, en: Renting?}}
          - {path: family.event_date, type: date, label: {zh: 事件日, en: day of the event}, ask: {zh: 哪天？, en: When?}}
          - {path: family.visits, type: int, range: [0, 9], label: {zh: 次数, en: visits}}
          - {path: family.income, type: money/month, range: [0 yuan/month, 1000000 yuan/month], label: {zh: 收入, en: income}}
          - {path: parent.employment, type: enum employment, label: {zh: 就业, en: employment}, ask: {zh: '{who}上班吗？', en: 'Does the {who} work?'}}
          - {path: parent.birth_date, type: date, label: {zh: 出生日期, en: birth date}}
          - {path: parent.unused_days, type: days, range: [0 days, 366 days], label: {zh: 未休天数, en: unused days}}
          - {path: elder.birth_date, type: date, label: {zh: 老人出生日期, en: elder's birth date}}
          - {path: child.birth_date, type: date, label: {zh: 孩子出生日期, en: child's birth date}}
          - {path: child.expected, type: bool, label: {zh: 未出生, en: not yet born}}
          - {path: child.registered, type: bool, label: {zh: 已登记, en: registered}}
          - {path: child.birth_order, type: int, range: [1, 20], label: {zh: 孩次, en: birth order}}
          - {path: child.hardship, type: set hardship, label: {zh: 困难, en: hardship}}
        definitions:
          - {name: child.under_three, value: "as_of < anniversary(child.birth_date, 3 years)", label: {zh: 未满三岁, en: under three}}
          - {name: family.child_number, value: "count(c in children)", label: {zh: 孩子数, en: number of children}}
        """;

    public const string InForce = """
        document: "900"
        short: {zh: 规定, en: rule}
        title: {zh: 规定, en: Rule}
        division: "00"
        standing: in_force
        clauses: [{no: "1", title: {zh: 一, en: one}}]
        """;

    public const string Draft = """
        document: "901"
        short: {zh: 草案, en: draft}
        title: {zh: 草案, en: Draft}
        division: "00"
        standing: draft
        clauses: [{no: "1", title: {zh: 一, en: one}}]
        """;

    // Thousands of packs, some of a hundred files: in memory, where the system has a folder that lies there.
    private static readonly string Place = Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath();

    private static readonly Lazy<PolicyPack> Bare = new(() => Load());

    public static PolicyPack WithoutQuantities => Bare.Value;

    /// <summary>Reads a pack of the given files beside the vocabulary and the two documents; a file named here replaces the usual one.</summary>
    public static PolicyPack Load(params (string Path, string Text)[] files)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Place, $"cradle-pack-{Guid.NewGuid():N}"));
        try
        {
            foreach (var (path, text) in new[] { ("vocabulary.yaml", Vocabulary), ("documents/900.yaml", InForce), ("documents/901.yaml", Draft) }.Concat(files))
            {
                var full = Path.Combine(folder.FullName, path);
                Directory.CreateDirectory(Path.GetDirectoryName(full)!);
                File.WriteAllText(full, text);
            }

            return PackLoader.Load(folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>A quantity of the family in days. Rules without <c>cites</c> and <c>strength</c> get the document in force and must.</summary>
    public static string Quantity(string merge, string rules, string header = "") => $$"""
        quantity: thing
        label: {zh: 东西, en: thing}
        about: {zh: 东西。, en: A thing.}
        kind: leave
        beneficiary: family
        handler: employer
        systems: [S11]
        competence: [nation, province, city]
        merge: {{merge}}
        {{(header.Length > 0 ? header : Header())}}
        {{Rules(rules)}}
        """;

    public static string Header(string instance = "family", string unit = "day", string anchor = "as_of", string more = "") =>
        $"for: {instance}\nunit: {unit}\nregion: family.residence\nanchor: {anchor}\n{more}";

    /// <summary>The rules of the same quantity at a lower level.</summary>
    public static string Lower(string rules) => $"quantity: thing\n{Rules(rules)}";

    public static CompiledPolicy Compile(string merge, string rules, params (string Folder, string Rules)[] lower) =>
        new(Load([("00-national/leave/thing.yaml", Quantity(merge, rules)), .. lower.Select(level => ($"{level.Folder}/leave/thing.yaml", Lower(level.Rules)))]));

    public static CompiledPolicy CompileWith(string header, string merge, string rules, params (string Folder, string Rules)[] lower) =>
        new(Load([("00-national/leave/thing.yaml", Quantity(merge, rules, header)), .. lower.Select(level => ($"{level.Folder}/leave/thing.yaml", Lower(level.Rules)))]));

    public static FamilyFacts Family(CompiledPolicy policy, string json, string today = "2026-03-01")
    {
        var reading = new FamilyReader(policy.Pack.Vocabulary, null).Read(json, DateOnly.ParseExact(today, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Empty(reading.Errors);
        return reading.Facts!;
    }

    public static IReadOnlyList<Outcome> Evaluate(CompiledPolicy policy, string json, string today = "2026-03-01") =>
        new Evaluator(policy).Evaluate(Family(policy, json, today)).Outcomes;

    /// <summary>A rule a line, <c>id | the rest as flow members</c>, e.g. <c>cn.a | value: 5 days</c>.</summary>
    private static string Rules(string rules)
    {
        var lines = rules.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line =>
        {
            var (id, rest) = (line[..line.IndexOf('|', StringComparison.Ordinal)].Trim(), line[(line.IndexOf('|', StringComparison.Ordinal) + 1)..].Trim());
            var cites = rest.Contains("cites:", StringComparison.Ordinal) ? "" : ", cites: [900/1]";
            var strength = rest.Contains("strength:", StringComparison.Ordinal) ? "" : ", strength: must";
            return $"  - {{id: {id}{cites}{strength}{(rest.Length > 0 ? ", " : "")}{rest}}}";
        });
        return "rules:\n" + string.Join('\n', lines);
    }
}
