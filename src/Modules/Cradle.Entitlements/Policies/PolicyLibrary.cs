using System.Globalization;
using Cradle.Platform.Telemetry;
using Cradle.Platform.Web;
using Cradle.Primitives;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Explain;
using Cradle.Rules.Facts;
using Cradle.Rules.Packs;
using Cradle.Rules.Review;
using Cradle.Rules.Syntax;

namespace Cradle.Entitlements.Policies;

/// <summary>The policy in use and the divisions it speaks of: read once at start-up, shared by every request.</summary>
public sealed class PolicyLibrary
{
    private readonly Dictionary<Language, Explainer> _explainers;
    private readonly Measures? _measures;
    private readonly TimeProvider _time;

    /// <summary>Reads, compiles and reviews the packs. A broken pack, or one whose citations lead nowhere, stops the start with the full list of errors.</summary>
    /// <exception cref="PolicyPackException">The packs have errors; they are listed in the message.</exception>
    /// <exception cref="DirectoryNotFoundException">There are no packs where the configuration says.</exception>
    public PolicyLibrary(PolicyOptions options, TimeProvider time, Measures? measures = null)
    {
        _measures = measures;
        _time = time;
        Folder = FolderOf(options);
        var pack = PackLoader.Load(Folder);
        if (PolicyReview.Check(pack, Today).Diagnostics is { HasErrors: true } findings)
            throw new PolicyPackException([.. findings.Where(finding => finding.Severity == Severity.Error)]);
        Policy = new CompiledPolicy(pack);
        Divisions = DivisionCatalogue.Load(Path.Combine(options.Data ?? Find("data"), "divisions"));
        Evaluator = new Evaluator(Policy);
        Reader = new FamilyReader(Pack.Vocabulary, Divisions);
        _explainers = Enum.GetValues<Language>().ToDictionary(language => language, language => new Explainer(Evaluator, language, code => NameOf(code, language)));
        Renderers = Enum.GetValues<Language>().ToDictionary(language => language, language => new RuleRenderer(Pack.Vocabulary, language, code => NameOf(code, language)));
    }

    /// <summary>Where the packs were read from.</summary>
    public string Folder { get; }

    public CompiledPolicy Policy { get; }

    public PolicyPack Pack => Policy.Pack;

    public DivisionCatalogue Divisions { get; }

    /// <summary>For what explains or asks; an answer is <see cref="Evaluate"/>, which is measured.</summary>
    public Evaluator Evaluator { get; }

    public FamilyReader Reader { get; }

    public IReadOnlyDictionary<Language, RuleRenderer> Renderers { get; }

    /// <summary>The day in China.</summary>
    public DateOnly Today => ChinaTime.Today(_time);

    /// <summary>What a family is entitled to.</summary>
    public Answer Evaluate(FamilyFacts facts, IReadOnlySet<string>? quantities = null)
    {
        var start = _time.GetTimestamp();
        var answer = Evaluator.Evaluate(facts, quantities);
        _measures?.Evaluated(_time.GetElapsedTime(start));
        return answer;
    }

    /// <summary>The language of the request.</summary>
    public static Language Language => Wording.InEnglish ? Language.English : Language.Chinese;

    public Explainer Explainer => _explainers[Language];

    public RuleRenderer Renderer => Renderers[Language];

    public Explainer ExplainerIn(Language language) => _explainers[language];

    /// <summary>The full name of a division by code as written; null where it is not on file.</summary>
    public string? NameOf(long code, Language language)
    {
        if (code == 0)
            return language == Language.English ? "the nation" : "全国";
        if (!DivisionCode.TryParse(code.ToString(CultureInfo.InvariantCulture), out var division))
            return null;
        return language == Language.English ? Divisions.FullNameEn(division) : Divisions.FullNameZh(division);
    }

    public string NameOf(long code) => NameOf(code, Language) ?? code.ToString("00", CultureInfo.InvariantCulture);

    private static string FolderOf(PolicyOptions options)
    {
        var folder = options.Folder ?? Find("policies");
        return File.Exists(Path.Combine(folder, "vocabulary.yaml")) ? folder
            : throw new DirectoryNotFoundException($"No policies are at {Path.GetFullPath(folder)}: {(Directory.Exists(folder) ? "the folder holds no vocabulary.yaml" : "there is no such folder")}. "
                + "Set Policies:Folder (environment Policies__Folder) to a policies folder, or leave it out for the one delivered.");
    }

    /// <summary>A folder that is delivered beside the program.</summary>
    internal static string Find(string name) => ReferenceFolder.Find(name)
        ?? throw new DirectoryNotFoundException($"No folder {name} was found from {Directory.GetCurrentDirectory()} upwards. Set Policies:Folder and Policies:Data.");
}
