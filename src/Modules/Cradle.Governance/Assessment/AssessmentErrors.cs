using Cradle.Governance.Ledger;
using static Cradle.Platform.Web.Wording;

namespace Cradle.Governance.Assessment;

/// <summary>What goes wrong with an assessment beside a refused move.</summary>
internal static class AssessmentErrors
{
    public static LedgerError Faults(IReadOnlyList<string> faults) => new LedgerError.Invalid("indicators", string.Join("; ", faults));

    public static LedgerError NoSource(string code) => new LedgerError.Invalid(code, Say($"{code}：请写数据来源。", $"{code}: say where the value comes from."));

    public static LedgerError IsLive(string code) => new LedgerError.Invalid(code, Say($"{code}：这个数取自台账，不能手填。", $"{code}: this figure comes from the ledger and is not typed."));

    /// <summary>That a value is none that the indicator can have; null where it can.</summary>
    public static LedgerError? OfValue(Indicator indicator, decimal value) => value < 0 ? Negative(indicator, value)
        : indicator.Scoring == ScoringKind.Points && value > Scoring.Hundred ? new LedgerError.Invalid(indicator.Code, Say($"{indicator.Label}：{value} 超过 100，评分请填 0 到 100。", $"{indicator.Label}: {value} is more than 100; points lie between 0 and 100."))
        : null;

    public static LedgerError Superseded(int revision) => new LedgerError.Invalid("", Say($"指标体系已有第 {revision} 版，请按新版自评。", $"The set has a version {revision}; report by that one."));

    public static LedgerError OwnScore() => new LedgerError.Invalid("", Say("分是您评的，异议要请另一个人复核。", "You gave the score; somebody else decides what is objected to it."));

    private static LedgerError Negative(Indicator indicator, decimal value) => new LedgerError.Invalid(indicator.Code, Say($"{indicator.Label}：{value} 小于 0，请填 0 或更大的数。", $"{indicator.Label}: {value} is below 0; enter 0 or more."));

    public static LedgerError UnknownIndicator(string code) => new LedgerError.Invalid(code, Say($"{code}：指标体系里没有这个指标。", $"{code}: the set has no such indicator."));

    public static LedgerError OwnPlace() => new LedgerError.Invalid("reviewer", Say("由上一级评分，不能自己给自己评。", "A place is scored by the level above, never by itself."));
}
