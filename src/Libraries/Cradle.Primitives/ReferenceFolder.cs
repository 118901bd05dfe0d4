namespace Cradle.Primitives;

/// <summary>Finds the folders that are delivered beside the programs: policies, data, documentation.</summary>
public static class ReferenceFolder
{
    private const string Mark = "Cradle.slnx";

    /// <summary>
    /// The folder of that name beside the solution file, looked for from the current folder upwards and then from the program upwards;
    /// null where there is none.
    /// </summary>
    /// <param name="name">The name, e.g. <c>policies</c>.</param>
    public static string? Find(string name)
    {
        foreach (var start in new[] { Directory.GetCurrentDirectory(), AppContext.BaseDirectory })
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
                if (File.Exists(Path.Combine(folder.FullName, Mark)) && Path.Combine(folder.FullName, name) is var found && Directory.Exists(found))
                    return found;
        return null;
    }
}
