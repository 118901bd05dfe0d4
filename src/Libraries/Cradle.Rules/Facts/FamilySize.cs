using Cradle.Rules.Binding;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Facts;

/// <summary>The most that is taken of a family whose members stand in rows of their own; one in JSON is stopped while it is read.</summary>
internal static class FamilySize
{
    private static readonly Bilingual Remedy = new("核对家庭编号。", "Check the family id.");

    /// <summary>Of whom there are too many, and what is said of it; null where the family can be taken.</summary>
    public static (EntityKind Of, FactProblem Problem)? TooLarge(FamilyFacts facts)
    {
        if (facts.Children is { Count: > FamilyReader.MaximumChildren and var children })
        {
            return (EntityKind.Child, Said($"写了{children}个孩子，最多{FamilyReader.MaximumChildren}个。", $"There are {children} children; at most {FamilyReader.MaximumChildren} are taken."));
        }

        if (Math.Max(facts.MotherElders?.Count ?? 0, facts.FatherElders?.Count ?? 0) is var elders and > FamilyReader.MaximumElders)
        {
            return (EntityKind.Elder, Said($"写了一方的{elders}位住院老人，最多{FamilyReader.MaximumElders}位。", $"There are {elders} elders of one parent; at most {FamilyReader.MaximumElders} are taken."));
        }

        return null;
    }

    private static FactProblem Said(string zh, string en) => new("", "tooMany", new Bilingual(zh, en), Remedy);
}
