namespace Cradle.Rules.Packs;

/// <summary>The one spelling rule between packs and the JSON contract.</summary>
public static class FactNames
{
    /// <summary>snake_case to camelCase.</summary>
    public static string Json(string name) =>
        string.Concat(name.Split('_').Select((part, index) => index == 0 || part.Length == 0 ? part : char.ToUpperInvariant(part[0]) + part[1..]));
}
