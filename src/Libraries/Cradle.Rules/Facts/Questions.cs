using Cradle.Rules.Binding;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Explain;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Facts;

/// <summary>Words for the facts of a family: whose they are and how they are asked.</summary>
public static class Questions
{
    /// <summary>The question put for a fact.</summary>
    public static string Text(FactPath path, Language language)
    {
        var english = language == Language.English;
        if (path.Fact is null)
            return (path.Root, english) switch
            {
                (PathRoot.ChildList, false) => "家里有几个孩子？（含快要出生的）",
                (PathRoot.ChildList, true) => "How many children are there (the expected one included)?",
                (_, false) => $"{Who(path, language)}的父母现在有人住院吗？",
                (_, true) => $"Is a parent of the {Who(path, language)} in hospital now?",
            };
        var question = (path.Fact.Question ?? path.Fact.Label).In(language).Replace("{who}", Who(path, language), StringComparison.Ordinal);
        return path.Root == PathRoot.Child && path.Index > 0
            ? english ? $"Child {path.Index + 1}: {question}" : $"第{path.Index + 1}个填写的孩子：{question}"
            : question;
    }

    /// <summary>Whose fact it is, in words.</summary>
    public static string Who(FactPath path, Language language) => (path.Root, language) switch
    {
        (PathRoot.Mother or PathRoot.MotherElder, Language.Chinese) => "妈妈",
        (PathRoot.Father or PathRoot.FatherElder, Language.Chinese) => "爸爸",
        (PathRoot.Child or PathRoot.ChildList, Language.Chinese) => "孩子",
        (PathRoot.Family, Language.Chinese) => "家庭",
        (PathRoot.Mother or PathRoot.MotherElder, _) => "mother",
        (PathRoot.Father or PathRoot.FatherElder, _) => "father",
        (PathRoot.Child or PathRoot.ChildList, _) => "child",
        _ => "family",
    };

    /// <summary>The name of a fact with its owner, e.g. 妈妈的就业情况; a yes-or-no fact as what is to be known: 妈妈是否参加生育保险, whether the father owns a home.</summary>
    public static string Name(FactPath path, Language language)
    {
        if (path.Fact is null)
            return Text(path, language);
        var label = path.Fact.Label.In(language);
        return (path.Fact.Type.Kind, language) switch
        {
            (ValueKind.Bool, Language.English) => $"whether {Said(path, holds: true, language)}",
            (ValueKind.Bool, _) => $"{Who(path, language)}是否{(label.StartsWith("本人", StringComparison.Ordinal) ? label["本人".Length..] : label)}",
            _ when path.Root == PathRoot.Family => label,
            (_, Language.English) => $"the {Who(path, language)}'s {label}",
            _ => $"{Who(path, language)}的{label}",
        };
    }

    /// <summary>A yes-or-no fact as a clause, affirmed or denied: 爸爸在缴存城市没有自有住房, the father does not own a home.</summary>
    internal static string Said(FactPath path, bool holds, Language language) => language == Language.English
        ? EnglishPredicate.Say($"the {Who(path, language)}", path.Fact!.Entity, path.Fact.Label.En, negated: !holds)
        : ChinesePredicate.Say(Who(path, language), path.Fact!.Label.Zh, negated: !holds);
}
