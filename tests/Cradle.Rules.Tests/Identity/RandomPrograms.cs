using Cradle.Rules.Evaluation;
using Cradle.Rules.Tests.Packs;
using FsCheck;
using FsCheck.Fluent;

namespace Cradle.Rules.Tests.Identity;

/// <summary>Random programs, in batches that are one pack each: whatever the language can say about one quantity.</summary>
internal static class RandomPrograms
{
    private const int Depth = 3;

    private static readonly string[] Instances = ["family", "mother", "father", "parent", "child", "birth"];
    private static readonly string[] Merges = ["floor", "cap", "add", "fill", "replace", "closed"];
    private static readonly (string Unit, string Type)[] Units = [("day", "days"), ("item", "int"), ("CNY", "yuan"), ("CNY/month", "yuan/month"), ("flag", "")];

    /// <summary>Batches of a size; they shrink to fewer programs, and each program to a smaller one.</summary>
    public static Arbitrary<RandomProgram[]> Batches(int size) =>
        Arb.From(Gen.Choose(0, int.MaxValue).Select(seed => new Random(seed)).Select(random => Enumerable.Range(0, size).Select(_ => Make(random)).ToArray()), Shrink);

    /// <summary>The pack of a batch; quantity <c>thing-i</c> is program i. Null where a smaller program no longer has a meaning.</summary>
    public static CompiledPolicy? Compile(IReadOnlyList<RandomProgram> batch)
    {
        var pack = SmallPack.Load([("vocabulary.yaml", RandomVocabulary.Yaml), .. batch.SelectMany((program, index) => program.Files($"thing-{index}"))]);
        if (!pack.Diagnostics.HasErrors)
            return new CompiledPolicy(pack);
        Assert.False(batch.Count != 1, string.Join(Environment.NewLine, pack.Diagnostics.Take(3)));
        return null;
    }

    private static IEnumerable<RandomProgram[]> Shrink(RandomProgram[] batch)
    {
        if (batch.Length == 1)
            return batch[0].Shrinks().Select(program => new[] { program });
        var half = batch.Length / 2;
        return [batch[..half], batch[half..]];
    }

    private static RandomProgram Make(Random random)
    {
        var instance = Instances[random.Next(Instances.Length)];
        var (unit, type) = Units[random.Next(Units.Length)];
        var terms = new TermMaker(random, instance);
        var date = () => terms.Number("date", random.Next(3));
        var rules = Enumerable.Range(0, random.Next(1, 5)).Select(index => Rule(random, terms, type, index)).ToList();
        var beneficiary = instance is "family" or "child" or "birth" ? terms.Any("family", "mother", "father", "child") : "parent";
        return new RandomProgram(
            instance, beneficiary, unit, Merges[random.Next(Merges.Length)], random.Next(3) > 0 ? new Term("date", "as_of") : date(),
            random.Next(3) == 0 ? date() : null, random.Next(3) == 0 ? date() : null,
            random.Next(4) == 0 ? "if family.married then family.residence else mother.workplace" : "family.residence", rules);
    }

    private static RandomRule Rule(Random random, TermMaker terms, string type, int index)
    {
        var level = random.Next(4) switch { 3 => 2, 2 => 1, _ => 0 };
        var more = new List<string>();
        if (index > 0 && random.Next(3) == 0)
            more.Add($"{terms.Any("replaces: [", "restates: ")}{Earlier(random, index)}");
        more = more.ConvertAll(text => text.StartsWith("replaces", StringComparison.Ordinal) ? text + "]" : text);
        if (random.Next(4) == 0)
            more.Add($"strength: {terms.Any("may", "encouraged", "programme")}");
        if (random.Next(6) == 0)
            more.Add("cites: [901/1]");
        if (random.Next(4) == 0)
            more.Add($"in-force: {terms.Any("{from: 2025-01-01}", "{until: 2026-02-28}", "{from: 2024-06-01, until: 2026-06-30}", "{from: 2026-07-01}")}");
        var form = type.Length == 0 ? 4 : random.Next(5);
        if (form == 3)
            more.Add("not-set: {by: {zh: 省, en: province}, what: {zh: 数, en: figure}}");
        return new RandomRule(
            level, $"r{index}", random.Next(4) == 0 ? null : terms.Condition(random.Next(Depth)),
            form is 0 or 1 || form == 4 && type.Length > 0 ? terms.Number(type, random.Next(Depth)) : null,
            form == 2 ? [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => (terms.Condition(random.Next(2)), terms.Number(type, random.Next(2))))] : [],
            random.Next(2) == 0, random.Next(8) == 0 ? terms.Number("date", 1) : null, random.Next(8) == 0 ? terms.Number("date", 1) : null, more);
    }

    // the level of the other rule is not known here: it is named at each, and at most one exists
    private static string Earlier(Random random, int index) => $"cn.{{quantity}}.r{random.Next(index)}";
}
