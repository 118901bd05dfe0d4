namespace Cradle.Cli;

/// <summary>Where policies and reference data lie: named by the caller, else found upwards from here, else from the application.</summary>
internal static class Folders
{
    public static string Policies => Find("policies");

    public static string Divisions => Path.Combine(Find("data"), "divisions");

    public static string ExampleFamily => Path.Combine(Find("docs"), "examples", "family.json");

    public static string ExamplePopulation => Path.Combine(Find("docs"), "examples", "population-county");

    private static string Find(string name)
    {
        foreach (var start in new[] { Directory.GetCurrentDirectory(), AppContext.BaseDirectory })
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
                if (File.Exists(Path.Combine(folder.FullName, "Cradle.slnx")) && Directory.Exists(Path.Combine(folder.FullName, name)))
                    return Path.Combine(folder.FullName, name);
        throw new UsageException($"No folder {name} was found from here upwards, nor from the application. Run inside the repository.");
    }
}
