namespace Cradle.Architecture.Tests;

/// <summary>The one anatomy of all modules: see docs/architecture.</summary>
internal static class ModuleAnatomy
{
    private const string ModulesFolder = "src/Modules";

    public static IEnumerable<string> Findings(SourceTree tree)
    {
        foreach (var module in tree.Files([ModulesFolder], ".csproj").GroupBy(file => Path.GetDirectoryName(file)!.Replace('\\', '/')))
        {
            var files = tree.Files([module.Key]).Select(file => file[(module.Key.Length + 1)..]).ToHashSet(StringComparer.Ordinal);
            foreach (var finding in ModuleFindings(module.Key, files).Concat(FeatureFindings(module.Key, files)))
            {
                yield return finding;
            }
        }
    }

    private static IEnumerable<string> ModuleFindings(string module, HashSet<string> files)
    {
        var entry = Path.GetFileName(module)["Cradle.".Length..] + "Module.cs";
        if (!files.Contains(entry))
        {
            yield return $"{module}: has no {entry}, where services, endpoints, navigation and permissions stand";
        }

        if (!files.Contains("README.md"))
        {
            yield return $"{module}: has no README.md: purpose, where to start, events in and out, systems served";
        }

        foreach (var stray in files.Where(f => !f.Contains('/') && f.EndsWith(".cs", StringComparison.Ordinal) && f != entry))
        {
            yield return $"{module}/{stray}: stands beside the module's entry; put it into the folder of its feature";
        }
    }

    private static IEnumerable<string> FeatureFindings(string module, HashSet<string> files)
    {
        foreach (var file in files)
        {
            var folder = Path.GetDirectoryName(file)!.Replace('\\', '/');
            var name = Path.GetFileName(file);
            if (name.EndsWith("Lifecycle.cs", StringComparison.Ordinal) && !files.Contains($"{folder}/{name[..^"Lifecycle.cs".Length]}.cs"))
            {
                yield return $"{module}/{file}: a lifecycle without the entity it moves ({name[..^"Lifecycle.cs".Length]}.cs) beside it";
            }

            // Razor finds pages anywhere below Pages; elsewhere they would be views without a URL.
            if (name.EndsWith(".cshtml", StringComparison.Ordinal) && !folder.Split('/').Contains("Pages"))
            {
                yield return $"{module}/{file}: a page outside a Pages folder";
            }

            if (name.EndsWith("Mapping.cs", StringComparison.Ordinal) && folder.Split('/').Contains("Pages"))
            {
                yield return $"{module}/{file}: a database mapping among the pages";
            }
        }
    }
}
