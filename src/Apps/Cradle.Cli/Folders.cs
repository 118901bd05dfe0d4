using Cradle.Primitives;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Packs;

namespace Cradle.Cli;

/// <summary>Where policies and reference data lie: named by the caller, else found upwards from here.</summary>
internal static class Folders
{
    public static string Policies(string? named) => named ?? Find("policies");

    public static DivisionCatalogue Divisions() => DivisionCatalogue.Load(Path.Combine(Find("data"), "divisions"));

    public static string ExampleFamily() => Path.Combine(Find("docs"), "examples", "family.json");

    public static CompiledPolicy Compile(string? named) => new(PackLoader.Load(Policies(named)));

    private static string Find(string name)
    {
        foreach (var start in new[] { Directory.GetCurrentDirectory(), AppContext.BaseDirectory })
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
                if (File.Exists(Path.Combine(folder.FullName, "Cradle.slnx")) && Directory.Exists(Path.Combine(folder.FullName, name)))
                    return Path.Combine(folder.FullName, name);
        throw new DirectoryNotFoundException($"No folder {name} was found from here upwards. Run inside the repository or name it with --pack.");
    }
}
