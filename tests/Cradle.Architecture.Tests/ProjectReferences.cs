using System.Xml.Linq;

namespace Cradle.Architecture.Tests;

/// <summary>Who may reference whom, after docs/architecture: a project is known by where it stands, and a place not foreseen is a finding.</summary>
internal static class ProjectReferences
{
    private static readonly string[] Libraries = ["Cradle.Rules", "Cradle.Demography", "Cradle.Linkage", "Cradle.Allocation"];

    private static readonly string[] Providers = ["Cradle.Platform.Sqlite", "Cradle.Platform.PostgreSql"];

    private static readonly string[] Modules =
    [
        "Cradle.Entitlements", "Cradle.Births", "Cradle.Benefits", "Cradle.Childcare", "Cradle.Fees", "Cradle.MaternalHealth",
        "Cradle.SpecialFamilies", "Cradle.Housing", "Cradle.Workplace", "Cradle.Governance", "Cradle.Monitoring", "Cradle.Outreach", "Cradle.Departments",
    ];

    private enum Kind
    {
        Primitives, Library, Platform, Provider, PlatformWeb, Module, App, Test, Benchmark,
    }

    public static IEnumerable<string> Findings(SourceTree tree)
    {
        var files = tree.Files(["src", "tests", "benchmarks"], ".csproj", ".fsproj", ".vbproj").ToList();
        foreach (var file in files)
        {
            if (Classify(file) is not { } kind)
            {
                yield return $"{file}: no kind of project is foreseen at this place; see docs/architecture";
                continue;
            }

            var project = XDocument.Parse(tree.Read(file));
            foreach (var finding in ReferenceFindings(file, kind, project, files).Concat(PackageFindings(file, kind, project)))
            {
                yield return finding;
            }
        }
    }

    private static Kind? Classify(string file)
    {
        var parts = file.Split('/');
        var name = Path.GetFileNameWithoutExtension(file);
        return parts switch
        {
            ["src", "Libraries", "Cradle.Primitives", _] when name == parts[2] => Kind.Primitives,
            ["src", "Libraries", var folder, _] when folder == name && Libraries.Contains(name) => Kind.Library,
            ["src", "Platform", "Cradle.Platform", _] when name == parts[2] => Kind.Platform,
            ["src", "Platform", "Cradle.Platform.Web", _] when name == parts[2] => Kind.PlatformWeb,
            ["src", "Platform", var folder, _] when folder == name && Providers.Contains(name) => Kind.Provider,
            ["src", "Modules", var folder, _] when folder == name && Modules.Contains(name) => Kind.Module,
            ["src", "Apps", "Cradle.Web" or "Cradle.Cli", _] when name == parts[2] => Kind.App,
            ["tests", var folder, _] when folder == name && name.EndsWith(".Tests", StringComparison.Ordinal) => Kind.Test,
            ["benchmarks", var folder, _] when folder == name => Kind.Benchmark,
            _ => null,
        };
    }

    private static bool MayReference(Kind from, Kind to) => from switch
    {
        Kind.Primitives => false,
        Kind.Library => to is Kind.Primitives,
        Kind.Platform => to is Kind.Primitives || to is Kind.Library,
        Kind.Provider => to is Kind.Platform or Kind.Module,
        Kind.PlatformWeb => to is Kind.Platform,
        Kind.Module => to is Kind.Platform or Kind.PlatformWeb or Kind.Primitives or Kind.Library,
        Kind.App => to is not (Kind.Test or Kind.Benchmark or Kind.App),
        Kind.Test or Kind.Benchmark => true,
        _ => false,
    };

    private static IEnumerable<string> ReferenceFindings(string file, Kind kind, XDocument project, List<string> files)
    {
        foreach (var include in project.Descendants("ProjectReference").Select(r => (string?)r.Attribute("Include") ?? ""))
        {
            var target = Resolve(file, include);
            if (!files.Contains(target) || Classify(target) is not { } targetKind)
            {
                yield return $"{file}: references {include}, which is not a project of this repository";
            }
            else if (!MayReference(kind, targetKind))
            {
                yield return $"{file}: a {kind} may not reference {Path.GetFileNameWithoutExtension(target)}";
            }
            else if (kind == Kind.Platform && targetKind == Kind.Library && !target.EndsWith("Cradle.Rules.csproj", StringComparison.Ordinal))
            {
                yield return $"{file}: of the libraries the platform may reference Primitives and Rules only";
            }
        }
    }

    private static IEnumerable<string> PackageFindings(string file, Kind kind, XDocument project)
    {
        foreach (var package in project.Descendants("PackageReference"))
        {
            var name = (string?)package.Attribute("Include") ?? "";
            if (package.Attribute("Version") is not null || package.Attribute("VersionOverride") is not null)
            {
                yield return $"{file}: {name} names a version; versions stand in Directory.Packages.props";
            }

            if (kind is Kind.Primitives)
            {
                yield return $"{file}: Primitives depends on nothing, not on {name}";
            }
            else if (kind is Kind.Library && (name.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal) || name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)))
            {
                yield return $"{file}: a library knows no web and no database, so not {name}";
            }
        }

        if (kind is Kind.Primitives or Kind.Library && project.Descendants("FrameworkReference").Any())
        {
            yield return $"{file}: a library knows no web and no database, so no framework reference";
        }
    }

    private static string Resolve(string file, string include)
    {
        var folder = "/" + Path.GetDirectoryName(file)!.Replace('\\', '/');
        return Path.GetFullPath(folder + "/" + include.Replace('\\', '/')).TrimStart('/');
    }
}
