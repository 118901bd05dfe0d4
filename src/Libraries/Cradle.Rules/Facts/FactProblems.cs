using System.Globalization;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Facts;

/// <summary>Collects errors and warnings while a family is read. A text of nothing but mistakes is answered with the first of them and a count of the rest.</summary>
internal sealed class FactProblems
{
    /// <summary>More than a form of this size can be wrong in; the answer to a hostile text stays short.</summary>
    public const int MostOfAKind = 100;

    private int _unnamedErrors;
    private int _unnamedWarnings;

    public List<FactProblem> Errors { get; } = [];

    public List<FactProblem> Warnings { get; } = [];

    public void Error(string path, string code, string zh, string en, string remedyZh, string remedyEn) =>
        Add(Errors, ref _unnamedErrors, new FactProblem(path, code, new Bilingual(zh, en), new Bilingual(remedyZh, remedyEn)));

    public void Warning(string path, string code, string zh, string en, string remedyZh, string remedyEn) =>
        Add(Warnings, ref _unnamedWarnings, new FactProblem(path, code, new Bilingual(zh, en), new Bilingual(remedyZh, remedyEn)));

    public FamilyReading Reading(FamilyFacts? facts) => new(Errors.Count == 0 ? facts : null, All(Errors, _unnamedErrors), All(Warnings, _unnamedWarnings));

    private static void Add(List<FactProblem> problems, ref int unnamed, FactProblem problem)
    {
        if (problems.Count < MostOfAKind)
            problems.Add(problem);
        else
            unnamed++;
    }

    private static List<FactProblem> All(List<FactProblem> named, int unnamed) => unnamed == 0 ? named :
    [
        .. named,
        new FactProblem("$", "more", new Bilingual(string.Create(CultureInfo.InvariantCulture, $"还有{unnamed}处没有列出。"), string.Create(CultureInfo.InvariantCulture, $"{unnamed} more are not listed.")),
            new Bilingual("改好列出的，再发一次。", "Mend those listed and send it again.")),
    ];
}
