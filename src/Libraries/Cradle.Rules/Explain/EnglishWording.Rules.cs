using Cradle.Rules.Packs;

namespace Cradle.Rules.Explain;

/// <content>English phrases: whole rules. The verb carries the strength of the text: has or must, may, is encouraged, promotes.</content>
internal sealed partial class EnglishWording
{
    public override string Rows(bool unique, IReadOnlyList<(string? When, string Value)> rows)
    {
        var said = rows.Select(row => row.When is null ? $"{(rows.Count > 1 ? "otherwise " : "")}{row.Value}" : $"{row.Value} if {row.When}");
        return (unique ? "" : "the first that fits of: ") + string.Join("; ", said);
    }

    public override string Rule(RuleParts parts)
    {
        var sentence = parts.When is null ? Say(parts) : $"if {parts.When}, {Say(parts)}";
        return parts.IsDraft ? $"A draft for comment proposes: {sentence}." : $"{Upper(sentence)}.";
    }

    private static string Say(RuleParts parts)
    {
        var who = Beneficiary(parts.Header.Beneficiary);
        var isHeld = parts.Header.Kind is "leave" or "payment" or "deduction" or "loan" or "insurance" && parts.Strength == Strength.Must;
        var verb = (parts.Strength, parts.Header.Kind == "duty" || parts.Header.IsOwedByBeneficiary, parts.Header.IsForPerson) switch
        {
            (Strength.Must, false, _) => isHeld ? $"{who} has" : $"{who} is entitled to:",
            (Strength.Must, true, true) => $"{who} must be given:",
            (Strength.Must, true, false) => $"{who} must carry out:",
            (Strength.May, false, _) => $"{who} may have:",
            (Strength.May, true, true) => $"{who} may be given:",
            (Strength.May, true, false) => $"{who} may carry out:",
            (Strength.Encouraged, false, _) or (Strength.Encouraged, true, true) => $"it is encouraged to give {who}:",
            (Strength.Encouraged, true, false) => $"{who} is encouraged to carry out:",
            (_, true, false) => $"{who} promotes:",
            _ => $"a programme for {who} promotes:",
        };
        return $"{verb} {Lower(parts.Header.Label.En)}{Amount(parts, isHeld)}";
    }

    private static string Amount(RuleParts parts, bool isHeld)
    {
        var most = parts.Header.Merge == MergeMode.Cap ? "at most " : "";
        return (parts.Value, parts.Rows, parts.NotSet) switch
        {
            ({ } value, _, _) when parts.IsFigure => isHeld ? $" of {most}{value}" : $", {most}{value}",
            ({ } value, _, _) => $", which is {value}",
            (_, { } rows, _) => $": {rows}",
            (_, _, { } notSet) => $"; left to {notSet.By.En} and not on file here yet: {notSet.What.En}",
            _ => "",
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
