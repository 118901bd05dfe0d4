using Cradle.Rules.Packs;

namespace Cradle.Rules.Facts;

/// <summary>Something wrong with what a family stated: which field, why, and how to mend it.</summary>
/// <param name="Path">The member as the JSON contract writes it, e.g. <c>children[0].birthDate</c>.</param>
/// <param name="Code">A stable code.</param>
/// <param name="Reason">What is wrong.</param>
/// <param name="Remedy">How to mend it.</param>
public sealed record FactProblem(string Path, string Code, Bilingual Reason, Bilingual Remedy)
{
    /// <summary>Field, reason and remedy in one line.</summary>
    public string In(Language language) => language == Language.English
        ? $"{Path}: {Reason.En} {Remedy.En}"
        : $"{Path}：{Reason.Zh}{Remedy.Zh}";
}

/// <summary>What came of reading a family: its facts when there is no error, and what was noticed.</summary>
public sealed record FamilyReading(FamilyFacts? Facts, IReadOnlyList<FactProblem> Errors, IReadOnlyList<FactProblem> Warnings);
