using Cradle.Rules.Evaluation;
using Cradle.Rules.Packs;
using Cradle.Rules.Syntax;

namespace Cradle.Rules.Review;

/// <summary>Every citation leads to a clause, and a rule rests on texts of its own place or above it, never on a neighbour's.</summary>
internal static class CitationCheck
{
    public static void Run(PolicyPack pack, DiagnosticBag diagnostics)
    {
        foreach (var rule in pack.Quantities.SelectMany(quantity => quantity.Rules))
            foreach (var cite in rule.Cites)
                CheckRule(pack, rule, cite, diagnostics);
        foreach (var clause in pack.Documents.Values.SelectMany(document => document.Clauses))
            foreach (var refers in clause.Refers.Where(refers => Missing(pack, refers) is not null))
                diagnostics.Warning("CR502", clause.Position, $"{clause.Citation} refers to {refers}, and {Missing(pack, refers)}", "Correct `refers`.");
    }

    /// <summary>A value of a parameter rests on texts as a rule does.</summary>
    public static void CheckFigure(PolicyPack pack, Parameter parameter, ParameterValue value, DiagnosticBag diagnostics)
    {
        foreach (var cite in value.Cites)
            if (Missing(pack, cite) is { } missing)
                diagnostics.Error("CR501", value.Position, $"A value of {parameter.Name} cites {cite}, and {missing}",
                    "Correct the citation, or add the clause to policies/documents with its number as printed.");
            else if (!Interpreter.Lies(value.Division, pack.Documents[cite.Document].Division))
                diagnostics.Error("CR503", value.Position,
                    $"A value of {parameter.Name} holds in {LevelText.Place(value.Division)} but cites {cite}, a text of {LevelText.Place(pack.Documents[cite.Document].Division)}.",
                    "Cite a text of the same place or above it; a neighbour's figure is never used.");
    }

    private static void CheckRule(PolicyPack pack, Rule rule, Citation cite, DiagnosticBag diagnostics)
    {
        if (Missing(pack, cite) is { } missing)
        {
            diagnostics.Error("CR501", rule.Position, $"{rule.Id} cites {cite}, and {missing}",
                "Correct the citation, or add the clause to policies/documents with its number as printed.");
            return;
        }

        var document = pack.Documents[cite.Document];
        if (!Interpreter.Lies(rule.Division, document.Division))
            diagnostics.Error("CR503", rule.Position,
                $"{rule.Id} is a rule of {LevelText.Place(rule.Division)} but cites {cite}, a text of {LevelText.Place(document.Division)}.",
                "Cite a text of the same place or above it; a neighbour's figure is never used.");
    }

    private static string? Missing(PolicyPack pack, Citation cite)
    {
        if (!pack.Documents.TryGetValue(cite.Document, out var document))
            return $"there is no document {cite.Document}.";
        if (cite.Clause.Length == 0)
            return document.IsNorm ? null : "a document is cited by clause.";
        return document.Find(cite.Clause) is null ? $"{cite.Document} has no clause {cite.Clause}." : null;
    }
}
