using Cradle.Governance.Ledger;
using Cradle.Platform.Tables;
using Cradle.Primitives;
using Cradle.Rules.Packs;
using static Cradle.Platform.Web.Wording;

namespace Cradle.Governance.Measures;

/// <summary>Whether a document of the policy pack speaks to a place and has a clause; of a place's own documents the pack knows nothing, and they are taken as they are written.</summary>
internal static class KnownClauses
{
    /// <summary>The place that a document is of.</summary>
    public static DivisionCode Place(this PolicyDocument document) => document.Division == 0 ? DivisionCode.Nation : DivisionCode.Parse($"{document.Division}");

    /// <summary>Whether a document is of a place or of one above it.</summary>
    public static bool SpeaksTo(this PolicyDocument document, DivisionCode place) => document.Place().Contains(place);

    /// <summary>That the document is another place's or has no such clause, with those that it has; null where it has it or is not in the pack.</summary>
    public static LedgerError? Fault(PolicyPack pack, DivisionCode place, string document, string clause) => pack.Documents.GetValueOrDefault(document) switch
    {
        null => null,
        var known when !known.SpeaksTo(place) => new LedgerError.Invalid("Document", Say($"{known.Short.Zh}（{document}）管的不是本地，请换本地或上级的文件。", $"{known.Short.En} ({document}) is not for this place; name a document of the place or of one above it.")) { Value = document },
        var known when known.Find(clause) is null => new LedgerError.Invalid("Clause", Say(
            $"{known.Short.Zh}（{document}）没有“{clause}”这一条，请从这些里选：{Listed(known, "、")}", $"{known.Short.En} ({document}) has no clause '{clause}'; choose one of {Listed(known, ", ")}")),
        _ => null,
    };

    /// <summary>The same of a clause that is written with its document: 001/22. One of the pack's without its document, or without the stroke between them, is not found again and not taken.</summary>
    public static LedgerError? Fault(PolicyPack pack, DivisionCode place, string cited) => PlainText.HalfWidth(cited).IndexOf('/', StringComparison.Ordinal) is > 0 and var at
        ? Fault(pack, place, cited[..at].Trim(), cited[(at + 1)..].Trim()) is LedgerError.Invalid fault ? fault with { Field = "Clause" } : null
        : pack.Documents.Values.Where(document => document.SpeaksTo(place) && !document.IsNorm).SelectMany(document => document.Clauses).FirstOrDefault(clause => PlainText.Key(cited) is var key && (key == PlainText.Key(clause.Number) || key == PlainText.Key(clause.Document + clause.Number))) is { } meant
            ? new LedgerError.Invalid("Clause", Say($"请把文件和条款用斜线一起写，比如 {meant.Document}/{meant.Number}。", $"Write document and clause with a stroke between, such as {meant.Document}/{meant.Number}."))
            : null;

    private static string Listed(PolicyDocument document, string between) => string.Join(between, document.Clauses.Select(clause => clause.Number));
}
