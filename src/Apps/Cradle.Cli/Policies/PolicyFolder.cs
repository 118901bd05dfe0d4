using System.Globalization;
using Cradle.Primitives;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Explain;
using Cradle.Rules.Packs;
using Cradle.Rules.Review;
using Cradle.Rules.Syntax;

namespace Cradle.Cli.Policies;

/// <summary>A policies folder as read, with the divisions it speaks of.</summary>
internal sealed class PolicyFolder
{
    private static readonly Lazy<DivisionCatalogue> DivisionsOnce = new(() => DivisionCatalogue.Load(Folders.Divisions));

    private PolicyFolder(string path)
    {
        Path = path;
        Pack = PackLoader.Load(path);
    }

    public string Path { get; }

    public PolicyPack Pack { get; }

    public static DivisionCatalogue Divisions => DivisionsOnce.Value;

    /// <summary>Reads a folder, errors and all; without a name the repository's own.</summary>
    public static PolicyFolder Read(string? named)
    {
        var path = named ?? Folders.Policies;
        if (!Directory.Exists(path))
            throw new UsageException($"There is no folder {path}. Name a policies folder.");
        return File.Exists(System.IO.Path.Combine(path, "vocabulary.yaml"))
            ? new PolicyFolder(path)
            : throw new UsageException($"{path} holds no vocabulary.yaml, so it is no policies folder.");
    }

    /// <summary>Reads a folder in which the review must find no error: what the site refuses to serve is not answered from here either.</summary>
    public static PolicyFolder ReadSound(string? named)
    {
        var folder = Read(named);
        var findings = PolicyReview.Check(folder.Pack, Options.Today).Diagnostics;
        return findings.HasErrors ? throw new BrokenPackException(folder, findings) : folder;
    }

    /// <summary>Reads the benchmark's own rules, which carry neither worked cases nor the catalogue: they only have to be rules.</summary>
    public static PolicyFolder ReadBenchmark()
    {
        var folder = Read(Folders.BenchmarkPack);
        return folder.Pack.Diagnostics.HasErrors ? throw new BrokenPackException(folder, folder.Pack.Diagnostics) : folder;
    }

    public CompiledPolicy Compile() => new(Pack);

    public RuleRenderer Renderer(Language language) => new(Pack.Vocabulary, language, code => NameOf(code, language));

    /// <summary>A value of an outcome with its unit, in words.</summary>
    public string ValueOf(Outcome outcome, long value, Language language) =>
        Renderer(language).Value(value, outcome.Rule?.In(outcome.Header) ?? outcome.Header);

    /// <summary>A file of the pack as one would open it from here.</summary>
    public string PathOf(SourcePosition position)
    {
        var full = System.IO.Path.GetFullPath(System.IO.Path.Combine(Path, position.File));
        var relative = System.IO.Path.GetRelativePath(Directory.GetCurrentDirectory(), full);
        return relative.StartsWith("..", StringComparison.Ordinal) ? full : relative;
    }

    /// <summary>The full name of a division by code as written (22, 2201); null where it is not on file.</summary>
    public static string? NameOf(long code, Language language)
    {
        if (code == 0)
            return language == Language.English ? "the nation" : "全国";
        if (!DivisionCode.TryParse(code.ToString(CultureInfo.InvariantCulture), out var division))
            return null;
        return language == Language.English ? Divisions.FullNameEn(division) : Divisions.FullNameZh(division);
    }

    /// <summary>A citation by the short name of its document.</summary>
    public string NameOf(Citation cite, Language language)
    {
        var name = Pack.Documents.GetValueOrDefault(cite.Document)?.Short.In(language) ?? cite.Document;
        return (ClauseNumber.In(cite, language), cite.IsNorm && language == Language.English) switch
        {
            ("", _) => name,
            (var number, true) => $"{name}, {number}",
            (var number, _) => $"{name} {number}",
        };
    }
}
