using Cradle.Rules.Packs;

namespace Cradle.Rules.Explain;

/// <content>Chinese phrases: whole rules. The verb carries the strength of the text: 享受/应当, 可以, 鼓励, 推进.</content>
internal sealed partial class ChineseWording
{
    public override string Rows(bool unique, IReadOnlyList<(string? When, string Value)> rows)
    {
        var said = rows.Select(row => row.When is null ? $"{(rows.Count > 1 ? "其余情形" : "")}{row.Value}" : $"{row.When}的，{row.Value}");
        return (unique ? "" : "按顺序取第一个符合的：") + string.Join("；", said);
    }

    public override string Rule(RuleParts parts)
    {
        var label = parts.Header.Label.Zh;
        var amount = (parts.Value, parts.Rows, parts.NotSet) switch
        {
            ({ } value, _, _) when parts.IsFigure => parts.Header.Merge == MergeMode.Cap ? $"，不超过{value}" : value,
            ({ } value, _, _) => $"，数额为{value}",
            (_, { } rows, _) => $"：{rows}",
            (_, _, { } notSet) => $"，{notSet.What.Zh}由{notSet.By.Zh}规定，本平台尚未录入",
            _ => "",
        };
        var when = parts.When is null ? "" : $"{parts.When}时，";
        var draft = parts.IsDraft ? "征求意见稿拟规定：" : "";
        return $"{draft}{when}{Verb(parts, label)}{amount}。";
    }

    private static string Verb(RuleParts parts, string label)
    {
        var who = Beneficiary(parts.Header.Beneficiary);
        return (parts.Strength, parts.Header.Kind == "duty" || parts.Header.IsOwedByBeneficiary, parts.Header.IsForPerson) switch
        {
            (Strength.Must, false, _) => $"{who}享受{label}",
            (Strength.Must, true, true) => $"应当为{who}落实{label}",
            (Strength.Must, true, false) => $"{who}应当落实{label}",
            (Strength.May, false, _) => $"{who}可以享受{label}",
            (Strength.May, true, true) => $"可以为{who}实行{label}",
            (Strength.May, true, false) => $"{who}可以实行{label}",
            (Strength.Encouraged, false, _) or (Strength.Encouraged, true, true) => $"鼓励和支持为{who}提供{label}",
            (Strength.Encouraged, true, false) => $"鼓励和支持{who}实行{label}",
            (_, true, false) => $"{who}推进{label}",
            _ => parts.Header.Beneficiary == "parent" ? $"推进{label}" : $"面向{who}推进{label}",
        };
    }

    private static string Beneficiary(string beneficiary) => beneficiary switch
    {
        "mother" => "妈妈",
        "father" => "爸爸",
        "parent" => "本人",
        "child" => "孩子",
        "family" => "家庭",
        "employer" => "用人单位",
        "institution" => "机构",
        _ => "政府",
    };
}
