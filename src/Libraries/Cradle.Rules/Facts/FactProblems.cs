using Cradle.Rules.Packs;

namespace Cradle.Rules.Facts;

/// <summary>Collects errors and warnings while a family is read.</summary>
internal sealed class FactProblems
{
    public List<FactProblem> Errors { get; } = [];

    public List<FactProblem> Warnings { get; } = [];

    public void Error(string path, string code, string zh, string en, string remedyZh, string remedyEn) =>
        Errors.Add(new FactProblem(path, code, new Bilingual(zh, en), new Bilingual(remedyZh, remedyEn)));

    public void Warning(string path, string code, string zh, string en, string remedyZh, string remedyEn) =>
        Warnings.Add(new FactProblem(path, code, new Bilingual(zh, en), new Bilingual(remedyZh, remedyEn)));

    public FamilyReading Reading(FamilyFacts? facts) => new(Errors.Count == 0 ? facts : null, Errors, Warnings);
}
