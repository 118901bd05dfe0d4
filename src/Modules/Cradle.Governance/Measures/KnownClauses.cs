using Cradle.Governance.Ledger;
using Cradle.Rules.Packs;
using static Cradle.Platform.Web.Wording;

namespace Cradle.Governance.Measures;

/// <summary>Whether a document of the policy pack has a clause; of a place's own documents the pack knows nothing, and they are taken as they are written.</summary>
internal static class KnownClauses
{
    /// <summary>That the document has no such clause, with those that it has; null where it has it or is not in the pack.</summary>
    public static LedgerError? Fault(PolicyPack pack, string document, string clause) => pack.Documents.GetValueOrDefault(document) is not { } known || known.Find(clause) is not null ? null
        : new LedgerError.Invalid("Clause", Say(
            $"{known.Short.Zh}（{document}）没有“{clause}”这一条，请从这些里选：{Listed(known, "、")}", $"{known.Short.En} ({document}) has no clause '{clause}'; choose one of {Listed(known, ", ")}"));

    /// <summary>The same of a clause that is written with its document: 001/22.</summary>
    public static LedgerError? Fault(PolicyPack pack, string cited) => cited.IndexOf('/', StringComparison.Ordinal) is > 0 and var at ? Fault(pack, cited[..at].Trim(), cited[(at + 1)..].Trim()) : null;

    private static string Listed(PolicyDocument document, string between) => string.Join(between, document.Clauses.Select(clause => clause.Number));
}
