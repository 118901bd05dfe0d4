using Cradle.Governance.Ledger;

namespace Cradle.Governance.Assessment;

/// <summary>What goes wrong with an assessment beside a refused move.</summary>
internal static class AssessmentErrors
{
    public static LedgerError Faults(IReadOnlyList<string> faults) => new LedgerError.Invalid("indicators", string.Join("; ", faults));

    public static LedgerError NoSource(string code) => new LedgerError.Invalid(code, "Say where the value comes from.");

    public static LedgerError IsLive(string code) => new LedgerError.Invalid(code, "This figure comes from the ledger and is not typed.");

    public static LedgerError UnknownIndicator(string code) => new LedgerError.Invalid(code, "The set has no such indicator.");

    public static LedgerError OwnPlace() => new LedgerError.Invalid("reviewer", "A place is scored by the level above, never by itself.");
}
