using System.Globalization;

namespace Cradle.Rules.Tests.Identity;

/// <summary>An expression of a random program: text with holes, and what fills them; each knows its type, so that it can be replaced by a smaller one.</summary>
internal sealed record Term(string Type, string Form, params Term[] Parts)
{
    private static readonly Dictionary<string, string[]> Simplest = new()
    {
        ["bool"] = ["true", "family.married"],
        ["int"] = ["1", "family.visits"],
        ["days"] = ["1 day"],
        ["months"] = ["1 month"],
        ["yuan"] = ["1 yuan"],
        ["yuan/month"] = ["1 yuan/month", "family.income"],
        ["rate"] = ["50%"],
        ["date"] = ["2026-01-01", "as_of", "family.event_date"],
    };

    /// <summary>The expression as the language writes it.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, Form, [.. Parts.Select(part => part.Parts.Length == 0 ? (object)part.ToString() : $"({part})")]);

    /// <summary>Smaller terms of the same type. One that names a loop variable outside its loop does not bind, and is passed over.</summary>
    public IEnumerable<Term> Shrinks()
    {
        if (Parts.Length == 0)
        {
            foreach (var simple in Simplest.GetValueOrDefault(Type, []).TakeWhile(simple => simple != Form))
                yield return new Term(Type, simple);
            yield break;
        }

        foreach (var simple in Simplest.GetValueOrDefault(Type, []))
            yield return new Term(Type, simple);
        foreach (var part in Parts.Where(part => part.Type == Type))
            yield return part;
        for (var index = 0; index < Parts.Length; index++)
            foreach (var smaller in Parts[index].Shrinks())
                yield return this with { Parts = [.. Parts[..index], smaller, .. Parts[(index + 1)..]] };
    }
}
