using Cradle.Primitives;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Tests.Packs;

/// <summary>The packs of the repository, read and compiled once for all tests.</summary>
internal static class RealPack
{
    private static readonly Lazy<PolicyPack> Loaded = new(() => PackLoader.Load(Repository.PathOf("policies")));
    private static readonly Lazy<CompiledPolicy> CompiledOnce = new(() => new CompiledPolicy(Loaded.Value));
    private static readonly Lazy<DivisionCatalogue> DivisionsOnce = new(() => DivisionCatalogue.Load(Repository.PathOf("data", "divisions")));

    public static PolicyPack Pack => Loaded.Value;

    public static CompiledPolicy Policy => CompiledOnce.Value;

    public static Vocabulary Vocabulary => Pack.Vocabulary;

    public static DivisionCatalogue Divisions => DivisionsOnce.Value;
}
