using BenchmarkDotNet.Attributes;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Packs;

namespace Cradle.Benchmarks;

/// <summary>What starting costs: reading and binding every pack, and flattening it by region and version.</summary>
[MemoryDiagnoser]
public class PackBenchmarks
{
    private string _folder = "";
    private PolicyPack _pack = null!;

    [GlobalSetup]
    public void Find()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "Cradle.slnx")))
            root = root.Parent ?? throw new DirectoryNotFoundException("No Cradle.slnx was found from here upwards.");
        _folder = Path.Combine(root.FullName, "policies");
        _pack = PackLoader.Load(_folder);
    }

    [Benchmark]
    public PolicyPack Load() => PackLoader.Load(_folder);

    [Benchmark]
    public CompiledPolicy Compile() => new(_pack);
}
