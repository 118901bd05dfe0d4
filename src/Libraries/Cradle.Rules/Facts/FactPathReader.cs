using System.Globalization;
using System.Text.RegularExpressions;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Facts;

/// <summary>Reads paths as the JSON contract writes them (<c>mother.providentFund.rents</c>, <c>children[0].birthDate</c>) back to facts.</summary>
public static partial class FactPathReader
{
    /// <summary>The fact a path names; false where the vocabulary has none.</summary>
    public static bool TryRead(Vocabulary vocabulary, string? text, out FactPath path)
    {
        path = default;
        if (text is null || PathPattern().Match(text) is not { Success: true } match)
            return false;
        var index = match.Groups["index"].Success ? int.Parse(match.Groups["index"].Value, CultureInfo.InvariantCulture) : 0;
        var (root, kind) = match.Groups["owner"].Value switch
        {
            "mother" when match.Groups["elders"].Success => (PathRoot.MotherElder, EntityKind.Elder),
            "father" when match.Groups["elders"].Success => (PathRoot.FatherElder, EntityKind.Elder),
            "mother" => (PathRoot.Mother, EntityKind.Parent),
            "father" => (PathRoot.Father, EntityKind.Parent),
            "children" => (PathRoot.Child, EntityKind.Child),
            _ => (PathRoot.Family, EntityKind.Family),
        };
        var rest = match.Groups["rest"].Value;
        if (rest.Length == 0)
        {
            if (root is PathRoot.Family)
                return false;
            path = root switch
            {
                PathRoot.Child => FactPath.Children,
                PathRoot.MotherElder => new FactPath(null, PathRoot.Mother, 0),
                PathRoot.FatherElder => new FactPath(null, PathRoot.Father, 0),
                _ => default,
            };
            return root is PathRoot.Child or PathRoot.MotherElder or PathRoot.FatherElder;
        }

        var fact = vocabulary.FindJson(kind, rest);
        path = new FactPath(fact, root, index);
        return fact is not null;
    }

    [GeneratedRegex(@"^(?:(?<owner>mother|father)(?:\.(?<elders>parentsInHospital)(?:\[(?<index>\d{1,2})\])?)?(?:\.(?<rest>[A-Za-z0-9.]+))?|(?<owner>children)(?:\[(?<index>\d{1,2})\]\.(?<rest>[A-Za-z0-9.]+))?|(?<rest>[A-Za-z][A-Za-z0-9.]*))$")]
    private static partial Regex PathPattern();
}
