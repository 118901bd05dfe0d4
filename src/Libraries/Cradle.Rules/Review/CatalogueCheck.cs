using System.Globalization;
using Cradle.Rules.Packs;
using Cradle.Rules.Syntax;

namespace Cradle.Rules.Review;

/// <summary>Every entry of the entitlement catalogue is carried by a rule.</summary>
internal static class CatalogueCheck
{
    /// <summary>The catalogue runs from E001 to this number.</summary>
    public const int Entries = 256;

    public static void Run(PolicyPack pack, DiagnosticBag diagnostics)
    {
        var carriers = new Dictionary<string, List<(Rule Rule, QuantityHeader Header)>>();
        foreach (var quantity in pack.Quantities)
            foreach (var rule in quantity.Rules)
                foreach (var entry in rule.Catalogue)
                    (carriers.TryGetValue(entry, out var list) ? list : carriers[entry] = []).Add((rule, quantity.Header));

        for (var number = 1; number <= Entries; number++)
            if (!carriers.ContainsKey(IdOf(number)))
                diagnostics.Error("CR571", new SourcePosition("coverage.yaml", 1, 1), $"No rule carries the catalogue entry {IdOf(number)}.",
                    "Add the rule, or name the entry in `catalogue` of the rule that carries it.");
        foreach (var (entry, list) in carriers)
        {
            if (!IsEntry(entry))
                foreach (var (rule, _) in list)
                    diagnostics.Error("CR573", rule.Position, $"{rule.Id} carries {entry}, which is no entry of the catalogue.", $"Entries run from {IdOf(1)} to {IdOf(Entries)}.");
            var first = list[0];
            foreach (var (rule, header) in list.Skip(1).Where(item => item.Header.Id != first.Header.Id).DistinctBy(item => item.Header.Id))
                diagnostics.Warning("CR572", rule.Position, $"{entry} is carried by {rule.Id} ({header.Id}) and by {first.Rule.Id} ({first.Header.Id}).",
                    "Keep it where it belongs; two quantities for one entry are right only if the entry holds two things.");
        }
    }

    /// <summary>Whether a text is the id of an entry.</summary>
    public static bool IsEntry(string text) =>
        text.Length == 4 && text[0] == 'E' && int.TryParse(text.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= Entries;

    private static string IdOf(int number) => string.Create(CultureInfo.InvariantCulture, $"E{number:000}");
}
