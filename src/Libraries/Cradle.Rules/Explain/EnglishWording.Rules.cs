using Cradle.Rules.Packs;

namespace Cradle.Rules.Explain;

/// <content>English phrases: whole rules. The verb carries the strength of the text: has or must, may, is encouraged, is promoted.</content>
internal sealed partial class EnglishWording
{
    public override string Rows(bool unique, IReadOnlyList<(string? When, string Value)> rows)
    {
        var said = rows.Select(row => row.When is null ? $"{(rows.Count > 1 ? "otherwise " : "")}{row.Value}" : $"{row.Value} if {row.When}");
        return (unique ? "" : "the first that fits of: ") + string.Join("; ", said);
    }

    public override string Rule(RuleParts parts)
    {
        var amount = (parts.Value, parts.Rows, parts.NotSet) switch
        {
            ({ } value, _, _) when parts.IsFigure => parts.Header.Merge == MergeMode.Cap ? $" of at most {value}" : $" of {value}",
            ({ } value, _, _) => $" of {value}",
            (_, { } rows, _) => $": {rows}",
            (_, _, { } notSet) => $"; {notSet.By.En} sets the {Lower(notSet.What.En)}, which is not on file here yet",
            _ => "",
        };
        var sentence = parts.When is null ? Say(parts, amount) : $"if {parts.When}, {Say(parts, amount)}";
        return parts.IsDraft ? $"A draft for comment proposes: {sentence}." : $"{Upper(sentence)}.";
    }

    private static string Say(RuleParts parts, string amount)
    {
        var who = Beneficiary(parts.Header.Beneficiary);
        var what = Lower(parts.Header.Label.En);
        var isPerson = parts.Header.Beneficiary is "mother" or "father" or "parent" or "child" or "family";
        var isHeld = parts.Header.Kind is "leave" or "payment" or "deduction" or "loan" or "insurance";
        return (parts.Strength, parts.Header.Kind == "duty", isPerson) switch
        {
            (Strength.Must, false, _) => $"{who} {(isHeld ? "has" : "is entitled to")} {what}{amount}",
            (Strength.Must, true, true) => $"{who} must be given {what}{amount}",
            (Strength.Must, true, false) => $"{who} must carry out {what}{amount}",
            (Strength.May, false, _) => $"{who} may have {what}{amount}",
            (Strength.May, true, true) => $"{who} may be given {what}{amount}",
            (Strength.May, true, false) => $"{who} may carry out {what}{amount}",
            (Strength.Encouraged, false, _) or (Strength.Encouraged, true, true) => $"it is encouraged to give {who} {what}{amount}",
            (Strength.Encouraged, true, false) => $"{who} is encouraged to carry out {what}{amount}",
            (_, true, false) => $"{who} promotes {what}{amount}",
            _ => $"for {who}, a programme promotes {what}{amount}",
        };
    }

    private static string Beneficiary(string beneficiary) => beneficiary switch
    {
        "mother" or "father" or "parent" or "child" or "family" or "employer" or "institution" => $"the {beneficiary}",
        _ => "the government",
    };

    /// <summary>A label inside a sentence: abbreviations keep their capitals.</summary>
    private static string Lower(string label) =>
        label.Length > 1 && char.IsLower(label[1]) ? char.ToLowerInvariant(label[0]) + label[1..] : label;

    private static string Upper(string sentence) => char.ToUpperInvariant(sentence[0]) + sentence[1..];
}
