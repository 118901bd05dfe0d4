using Cradle.Rules.Evaluation;
using Cradle.Rules.Facts;
using Cradle.Rules.Packs;
using Cradle.Rules.Populations;

namespace Cradle.Rules.Tests.Kernels;

/// <summary>The pack of benchmarks/rules and its households.</summary>
internal static class BenchmarkPack
{
    public static readonly DateOnly Day = new(2026, 1, 1);

    private static readonly Lazy<CompiledPolicy> Compiled = new(() => new CompiledPolicy(PackLoader.Load(Repository.PathOf("benchmarks", "rules", "pack"))));

    public static CompiledPolicy Policy => Compiled.Value;

    public static Vocabulary Vocabulary => Policy.Pack.Vocabulary;

    public static FamilyFacts Household(int province, IReadOnlyDictionary<string, bool> flags, int babies, IEnumerable<(DateOnly Birth, string Kindergarten)> children)
    {
        var facts = new FamilyFacts(Vocabulary, Day);
        Set(facts.Family, EntityKind.Family, "residence", province);
        Set(facts.Family, EntityKind.Family, "babies_last_birth", babies);
        foreach (var flag in new[] { "registered_birth", "difficult_birth", "has_fund_account" })
            Set(facts.Family, EntityKind.Family, flag, flags[flag] ? 1 : 0);
        Set(facts.Mother, EntityKind.Parent, "employed", flags["mother_employed"] ? 1 : 0);
        Set(facts.Father, EntityKind.Parent, "employed", flags["father_employed"] ? 1 : 0);
        facts.Children = [.. children.Select(child =>
        {
            var own = facts.New(EntityKind.Child);
            Set(own, EntityKind.Child, "birth_date", child.Birth.DayNumber);
            Set(own, EntityKind.Child, "kindergarten", Vocabulary.Enumerations["kindergarten"].IndexOf(child.Kindergarten));
            return own;
        })];
        return facts;
    }

    public static Population PopulationOf(IEnumerable<FamilyFacts> families)
    {
        var builder = new PopulationBuilder(Vocabulary);
        foreach (var family in families)
            builder.Add(family);
        return builder.Build();
    }

    public static OutcomeColumn ColumnOf(BatchResult result, string output) =>
        result.Columns.Single(column => column.Key.Quantity.Header.Id == output.Replace('_', '-'));

    private static void Set(EntityFacts facts, EntityKind kind, string path, long value) => facts.Set(Vocabulary.Find(kind, path)!.Slot, value);
}
