using Cradle.Rules.Packs;

namespace Cradle.Rules.Explain;

/// <summary>
/// Makes a clause of a yes-or-no label, affirmed or negated. A label begins with a verb ("owns a home"), with an adjective or preposition
/// ("not yet born", "in maternity insurance"), is a noun with a participle ("birth registered"), or a noun ("special family").
/// </summary>
internal static class EnglishPredicate
{
    private static readonly HashSet<string> Verbs = ["wants", "needs", "pays", "owns", "rents", "meets", "gets", "draws", "lives", "takes", "counts", "uses", "plans"];

    private static readonly HashSet<string> Adjectives = ["in", "under", "over", "fit", "lawfully", "born", "employed", "insured", "married", "adopted"];

    private static readonly HashSet<string> Participles = ["registered", "diagnosed", "broken", "filed", "insured", "paid", "approved"];

    public static string Say(string owner, EntityKind kind, string label, bool negated)
    {
        var words = label.Split(' ');
        var not = negated ? "not " : "";
        if (words[0] == "it" && words.Length > 2)
            return $"it {words[1]} {not}{Rest(words, 2)}";
        if (words[0] == "is")
            return $"{owner} is {not}{Rest(words, 1)}";
        if (words[0] == "has")
            return negated ? $"{owner} does not have {Rest(words, 1)}" : $"{owner} {label}";
        if (Verbs.Contains(words[0]))
            return negated ? $"{owner} does not {words[0][..^1]} {Rest(words, 1)}" : $"{owner} {label}";
        if (words[0] == "not")
            return negated ? $"{owner} is {(words[1] == "yet" ? "already " + Rest(words, 2) : Rest(words, 1))}" : $"{owner} is {label}";
        if (Adjectives.Contains(words[0]) || words[0].EndsWith("ing", StringComparison.Ordinal))
            return $"{owner} is {not}{label}";
        if (words.Length > 1 && Verbs.Contains(words[1]))
            return $"{Subject(owner, kind, words[0])} {(negated ? $"does not {words[1][..^1]}" : words[1])} {Rest(words, 2)}";
        var participle = Array.FindIndex(words, 1, Participles.Contains);
        if (participle > 0)
            return $"{Subject(owner, kind, string.Join(' ', words.Take(participle)))} is {not}{Rest(words, participle)}";
        return $"{(owner == "the child" ? "it" : owner)} is {not}{(IsVowel(label[0]) ? "an" : "a")} {label}";
    }

    /// <summary>"the birth is registered" of the child in question; "that child's birth" among several.</summary>
    private static string Subject(string owner, EntityKind kind, string noun) =>
        kind == EntityKind.Family || owner == "the child" ? $"the {noun}" : $"{owner}'s {noun}";

    private static string Rest(string[] words, int from) => string.Join(' ', words.Skip(from));

    private static bool IsVowel(char letter) => char.ToLowerInvariant(letter) is 'a' or 'e' or 'i' or 'o' or 'u';
}
