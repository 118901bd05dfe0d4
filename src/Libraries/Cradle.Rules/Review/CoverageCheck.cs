using Cradle.Rules.Packs;
using Cradle.Rules.Syntax;

namespace Cradle.Rules.Review;

/// <summary>Every clause leads somewhere, and the coverage file speaks only of clauses that exist.</summary>
internal static class CoverageCheck
{
    public static void Run(PolicyPack pack, DiagnosticBag diagnostics)
    {
        foreach (var entry in pack.Coverage.Where(entry => pack.Find(entry.Clause) is null))
            diagnostics.Error("CR552", entry.Position, $"coverage.yaml speaks of {entry.Clause}, but no document has that clause.", "Correct document and number, or remove the entry.");

        var led = pack.Quantities.SelectMany(quantity => quantity.Rules).SelectMany(rule => rule.Cites)
            .Concat(pack.Coverage.Where(entry => entry.Carriers.Count > 0).Select(entry => entry.Clause)).ToHashSet();
        foreach (var clause in pack.Documents.Values.Where(document => !document.IsNorm).SelectMany(document => document.Clauses))
            if (!led.Contains(clause.Citation))
                diagnostics.Error("CR551", clause.Position, $"{clause.Citation} ({clause.Title.Zh}) leads nowhere: no rule cites it and nothing in coverage.yaml carries it out.",
                    "Cite it in a rule, or name the service, task or indicator that carries it out in coverage.yaml.");
    }
}
