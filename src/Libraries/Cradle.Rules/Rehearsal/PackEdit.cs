using Cradle.Rules.Packs;
using Cradle.Rules.Syntax;

namespace Cradle.Rules.Rehearsal;

/// <summary>Lays the entries of a reform over the quantities of a pack, one after the other.</summary>
internal sealed class PackEdit(PolicyPack pack, IReadOnlyDictionary<string, PolicyDocument> documents, DiagnosticBag diagnostics)
{
    private readonly QuantityReader _reader = new(pack.Vocabulary, documents, pack.Parameters, diagnostics);
    private readonly Dictionary<string, Quantity> _quantities = pack.Quantities.ToDictionary(quantity => quantity.Header.Id);
    private readonly HashSet<string> _ids = [.. pack.Quantities.SelectMany(quantity => quantity.Rules).Select(rule => rule.Id)];
    private readonly HashSet<int> _divisions = [.. pack.Divisions];
    private int _index = pack.Quantities.Sum(quantity => quantity.Rules.Count);

    public required DateOnly From { get; init; }

    public required bool Always { get; init; }

    public required Citation Cite { get; init; }

    public List<ReformChange> Changes { get; } = [];

    public IReadOnlyList<Quantity> Quantities => [.. pack.Quantities.Select(quantity => _quantities[quantity.Header.Id])];

    public IReadOnlyList<int> Divisions => [.. _divisions.Order()];

    /// <summary>One entry: <c>quantity</c>, and under it rules that <c>change</c>, are to <c>add</c> or to <c>repeal</c>.</summary>
    public void Apply(YamlMap entry)
    {
        var id = entry.Required("quantity");
        if (!_quantities.TryGetValue(id, out var quantity))
        {
            if (id.Length > 0)
                diagnostics.Error("CR702", entry.PositionOf("quantity"), $"There is no quantity {id}{Nearest(id)}.", "Name one that `cradle policy where` lists.");
            return;
        }

        var before = Changes.Count;
        foreach (var change in entry.Maps("change"))
            Change(change, quantity.Header);
        foreach (var added in entry.Maps("add"))
            Add(added, quantity.Header);
        foreach (var rule in entry.List("repeal"))
            if (Find(entry, "repeal", rule, quantity.Header) is { } old)
                Replace(old, null, quantity.Header, ReformAct.Repealed);
        if (Changes.Count == before && !entry.Has("change") && !entry.Has("add") && !entry.Has("repeal"))
            diagnostics.Error("CR701", entry.Position, $"Nothing happens to {id}.", "Add `change:`, `add:` or `repeal:` under it.");
        entry.Close();
    }

    private void Change(YamlMap map, QuantityHeader header)
    {
        if (Find(map, "rule", map.Required("rule"), header) is not { } old)
            return;
        var stock = old with { Id = old.Id + ReformReader.Mark };
        if (_reader.ReadReformed(map, header, old.Division, stock, Cite) is { } changed)
            Replace(old, Dated(changed with { Until = old.Until }), header, ReformAct.Changed);
    }

    private void Add(YamlMap map, QuantityHeader header)
    {
        var at = map.Required("at");
        if (at.Length > 0 && !Cradle.Primitives.DivisionCode.TryParse(at, out _))
            diagnostics.Error("CR703", map.PositionOf("at"), $"{at} is no division code.", "Write 00 for the nation, or 2, 4 or 6 digits such as 22.");
        else if (at.Length > 0 && _reader.ReadReformed(map, header, DocumentReader.DivisionOf(at), null, Cite) is { } rule)
        {
            if (!_ids.Add(rule.Id))
                diagnostics.Error("CR704", map.PositionOf("id"), $"The pack has a rule {rule.Id} already.", "Give the new rule another id, or put it under `change`.");
            else
                Put(header, rules => [.. rules, Numbered(Dated(rule))], new ReformChange(ReformAct.Added, header, null, rule));
        }
    }

    private Rule? Find(YamlMap map, string member, string id, QuantityHeader header)
    {
        if (_quantities[header.Id].Rules.FirstOrDefault(rule => rule.Id == id) is not { } rule)
        {
            if (id.Length > 0)
                diagnostics.Error("CR705", map.PositionOf(member), $"{header.Id} has no rule {id}.",
                    $"Name one of: {string.Join(", ", _quantities[header.Id].Rules.Where(other => !other.IsDraft && !other.Id.EndsWith(ReformReader.Mark, StringComparison.Ordinal)).Select(other => other.Id))}.");
            return null;
        }

        if (!(rule.Until < From) || Always)
            return rule;
        if (Changes.Exists(change => change.Old?.Id == id))
        {
            diagnostics.Error("CR710", map.PositionOf(member), $"The reform changes or repeals {id} twice.", "Say once what becomes of it.");
            return null;
        }

        diagnostics.Error("CR706", map.PositionOf(member), $"{id} ends on {rule.Until:yyyy-MM-dd}, before the reform begins.", "Name the rule that is in force then.");
        return null;
    }

    private void Replace(Rule old, Rule? successor, QuantityHeader header, ReformAct act)
    {
        var ends = From == DateOnly.MinValue || Always ? (DateOnly?)null : From.AddDays(-1);
        Put(header, rules =>
        {
            var kept = rules.Select(rule => ReferenceEquals(rule, old) ? ends is null || old.From > ends ? null : rule with { Until = ends } : Follow(rule, old.Id)).OfType<Rule>();
            return successor is null ? [.. kept] : [.. kept, Numbered(successor)];
        }, new ReformChange(act, header, old, successor));
    }

    /// <summary>What replaced the old rule replaces the new one too; what restated it restates what the pack said, no longer what is said now.</summary>
    private static Rule Follow(Rule rule, string id) =>
        rule.Replaces.Contains(id) ? rule with { Replaces = [.. rule.Replaces, id + ReformReader.Mark] } : rule;

    /// <summary>Rules stay ordered from the highest level down: the winner among equals is the last.</summary>
    private void Put(QuantityHeader header, Func<IReadOnlyList<Rule>, List<Rule>> edit, ReformChange change)
    {
        var rules = edit(_quantities[header.Id].Rules).OrderBy(rule => rule.Division == 0 ? 0 : rule.Division < 100 ? 1 : rule.Division < 10_000 ? 2 : 3).ThenBy(rule => rule.Division);
        _quantities[header.Id] = new Quantity(header, [.. rules]);
        if (change.New is not null)
            _divisions.Add(change.New.Division);
        Changes.Add(change);
    }

    private Rule Dated(Rule rule) => Always ? rule with { From = null } : rule with { From = rule.From > From ? rule.From : From };

    private Rule Numbered(Rule rule)
    {
        rule.Index = ++_index;
        return rule;
    }

    private string Nearest(string id)
    {
        var hit = _quantities.Keys.FirstOrDefault(key => key.Contains(id, StringComparison.Ordinal) || id.Contains(key, StringComparison.Ordinal));
        return hit is null ? "" : $"; there is {hit}";
    }
}
