using System.Globalization;
using Cradle.Rules.Packs;
using Cradle.Rules.Syntax;

namespace Cradle.Rules.Review;

/// <summary>Every entry of the entitlement catalogue is carried by a rule: whole in one quantity, or in stated parts in several.</summary>
internal static class CatalogueCheck
{
    /// <summary>The catalogue runs from E001 to this number.</summary>
    public const int Entries = 256;

    public static void Run(PolicyPack pack, DiagnosticBag diagnostics)
    {
        var carriers = new Dictionary<string, List<Carrier>>();
        foreach (var quantity in pack.Quantities)
            foreach (var rule in quantity.Rules)
            {
                Add(rule.Catalogue, new Carrier(rule, quantity.Header, IsPart: false));
                Add(rule.CatalogueParts, new Carrier(rule, quantity.Header, IsPart: true));
            }

        for (var number = 1; number <= Entries; number++)
            if (!carriers.ContainsKey(IdOf(number)))
                diagnostics.Error("CR571", new SourcePosition("coverage.yaml", 1, 1), $"No rule carries the catalogue entry {IdOf(number)}.",
                    "Add the rule, or name the entry in `catalogue` of the rule that carries it.");
        foreach (var (entry, list) in carriers)
        {
            if (!IsEntry(entry))
                foreach (var carrier in list)
                    diagnostics.Error("CR573", carrier.Rule.Position, $"{carrier.Rule.Id} carries {entry}, which is no entry of the catalogue.", $"Entries run from {IdOf(1)} to {IdOf(Entries)}.");
            Share(entry, list, diagnostics);
        }

        void Add(IReadOnlyList<string> entries, Carrier carrier)
        {
            foreach (var entry in entries)
                (carriers.TryGetValue(entry, out var list) ? list : carriers[entry] = []).Add(carrier);
        }
    }

    private static void Share(string entry, List<Carrier> list, DiagnosticBag diagnostics)
    {
        var first = list[0];
        var whole = list.Where(carrier => !carrier.IsPart).DistinctBy(carrier => carrier.Header.Id).ToList();
        if (list.TrueForAll(carrier => carrier.Header.Id == first.Header.Id))
        {
            if (list.Find(carrier => carrier.IsPart) is { } part)
                diagnostics.Warning("CR574", part.Rule.Position, $"{part.Rule.Id} carries a part of {entry}, and no other quantity carries the rest.",
                    "Name the entry in `catalogue`, or add the quantity that carries the rest.");
            return;
        }

        // two that both claim the whole: the second is told of the first; beside parts everyone who claims the whole is told
        foreach (var carrier in whole.Skip(list.TrueForAll(item => !item.IsPart) ? 1 : 0))
        {
            var other = list.First(item => item.Header.Id != carrier.Header.Id);
            diagnostics.Warning("CR572", carrier.Rule.Position, $"{entry} is carried by {carrier.Rule.Id} ({carrier.Header.Id}) and by {other.Rule.Id} ({other.Header.Id}).",
                "Keep it where it belongs; if the entry holds several things, name it in `catalogue-part` of each rule that carries one.");
        }
    }

    /// <summary>Whether a text is the id of an entry.</summary>
    public static bool IsEntry(string text) =>
        text.Length == 4 && text[0] == 'E' && int.TryParse(text.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= Entries;

    private static string IdOf(int number) => string.Create(CultureInfo.InvariantCulture, $"E{number:000}");

    private sealed record Carrier(Rule Rule, QuantityHeader Header, bool IsPart);
}
