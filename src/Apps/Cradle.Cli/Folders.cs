using Cradle.Primitives;

namespace Cradle.Cli;

/// <summary>Where policies and reference data lie: named by the caller, else found upwards from here, else from the application.</summary>
internal static class Folders
{
    public static string Policies => Find("policies");

    public static string Divisions => Path.Combine(Find("data"), "divisions");

    public static string Facts => Path.Combine(Find("data"), "facts");

    public static string Units => Path.Combine(Find("data"), "units");

    public static string Assumptions => Path.Combine(Find("data"), "synthetic", "assumptions.yaml");

    public static string BenchmarkPack => Path.Combine(Find("benchmarks"), "rules", "pack");

    public static string ExampleFamily => Path.Combine(Find("docs"), "examples", "family.json");

    public static string ExampleMatrix => Path.Combine(Find("docs"), "examples", "matrix", "changchun.csv");

    public static string ExamplePopulation => Path.Combine(Find("docs"), "examples", "population-county");

    private static string Find(string name) => ReferenceFolder.Find(name)
        ?? throw new UsageException($"No folder {name} was found from here upwards, nor from the application. Run inside the repository.");
}
