using Cradle.Rules.Packs;

namespace Cradle.Cli.Policies;

/// <summary>One member of a rule or header that reads differently in two versions of a pack.</summary>
internal sealed record MemberChange(string Member, string Old, string New);

/// <summary>A rule or header as texts by member, so that two versions can be laid side by side.</summary>
internal sealed class RuleText
{
    private readonly Dictionary<string, string> _members;

    private RuleText(Dictionary<string, string> members) => _members = members;

    public static RuleText Of(PolicyFolder folder, QuantityHeader header)
    {
        var renderer = folder.Renderer(Language.English);
        return new(new()
        {
            ["label"] = $"{header.Label.Zh} / {header.Label.En}",
            ["kind"] = header.Kind,
            ["beneficiary"] = header.Beneficiary,
            ["for"] = header.Instance.ToString(),
            ["unit"] = header.Unit,
            ["merge"] = header.Merge.ToString(),
            ["competence"] = string.Join(' ', header.Competence),
            ["region"] = renderer.Number(header.Region),
            ["anchor"] = renderer.Number(header.Anchor),
            ["window"] = header.Window is null ? "" : renderer.Window(header.Window),
            ["period"] = header.Period is null ? "" : renderer.Window(header.Period),
            ["handler"] = header.Handler,
        });
    }

    public static RuleText Of(PolicyFolder folder, QuantityHeader header, Rule rule)
    {
        var renderer = folder.Renderer(Language.English);
        return new(new()
        {
            ["sentence"] = renderer.Rule(rule, header),
            ["chineseSentence"] = folder.Renderer(Language.Chinese).Rule(rule, header),
            ["cites"] = string.Join(' ', rule.Cites),
            ["inForce"] = new InForce(rule.From, rule.Until).In(Language.English),
            ["unit"] = rule.Unit ?? "",
            ["strength"] = rule.Strength.ToString(),
            ["draft"] = rule.IsDraft ? "yes" : "no",
            ["replaces"] = string.Join(' ', rule.Replaces),
            ["restates"] = rule.Restates ?? "",
            ["handler"] = rule.Handler ?? "",
            ["window"] = rule.Window is null ? "" : renderer.Window(rule.Window),
            ["period"] = rule.Period is null ? "" : renderer.Window(rule.Period),
            ["note"] = rule.Note?.Zh ?? "",
            ["reading"] = rule.Reading?.Zh ?? "",
            ["items"] = string.Join('；', rule.Items.Select(item => item.Zh)),
        });
    }

    public IReadOnlyList<MemberChange> ChangesTo(RuleText other) =>
        [.. _members.Where(member => other._members[member.Key] != member.Value).Select(member => new MemberChange(member.Key, member.Value, other._members[member.Key]))];
}
