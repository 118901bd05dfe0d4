using System.Globalization;
using Cradle.Rules.Packs;
using Cradle.Rules.Sql.Expressions;

namespace Cradle.Rules.Sql.Answers;

/// <summary>Merges the values of the rules that apply together, and says which rule has won.</summary>
internal sealed class MergeSql(IReadOnlyList<RuleSql> rules, MergeMode merge)
{
    /// <summary>The merged value; NULL where it is not known. Values that bound one another to a single figure are known without being so themselves.</summary>
    public SqlText Value(uint valued)
    {
        var members = Members(valued);
        var known = Merged(members.ConvertAll(rule => rule.Value!), merge switch { MergeMode.Cap => "least", MergeMode.Add => "+", MergeMode.Floor => "greatest", _ => "" });
        if (!members.Exists(rule => rule.Bounds!.Widens))
            return known;
        var (least, greatest) = merge switch { MergeMode.Floor => ("greatest", "greatest"), MergeMode.Cap => ("least", "least"), MergeMode.Add => ("+", "+"), _ => ("least", "greatest") };
        var low = Merged(members.ConvertAll(rule => rule.Bounds!.Low), least);
        var high = Merged(members.ConvertAll(rule => rule.Bounds!.High), greatest);
        return new SqlText($"coalesce({known}, CASE WHEN {low.Atom} = {high.Atom} THEN {low} END)", IsAtom: true, IsWide: known.IsWide && low.IsWide);
    }

    /// <summary>The first rule whose known value differs from the first, by condition; empty where values cannot conflict.</summary>
    public IEnumerable<(string When, Rule Rule)> Conflicts(uint valued)
    {
        var members = Members(valued);
        if (merge is not (MergeMode.Replace or MergeMode.Closed))
            yield break;
        var same = "";
        foreach (var rule in members.Skip(1))
        {
            yield return ($"{same}{members[0].Value!.Atom} <> {rule.Value!.Atom}", rule.Rule);
            same += $"{members[0].Value!.Atom} = {rule.Value!.Atom} AND ";
        }
    }

    /// <summary>The winner by condition, the last one without: under floor and cap the last rule that reaches the extreme.</summary>
    public IReadOnlyList<(string When, Rule Rule)> Winners(uint valued)
    {
        var members = Members(valued);
        if (merge is not (MergeMode.Floor or MergeMode.Cap))
            return [("", members[^1].Rule)];
        var winners = new List<(string, Rule)>();
        for (var index = members.Count - 1; index > 0; index--)
        {
            var before = members.Take(index).Select(rule => OrZero(rule.Value!)).ToList();
            var extreme = before.Count == 1 ? before[0] : $"{(merge == MergeMode.Floor ? "greatest" : "least")}({string.Join(", ", before)})";
            winners.Add(($"{OrZero(members[index].Value!)} {(merge == MergeMode.Floor ? ">=" : "<=")} {extreme}", members[index].Rule));
        }

        return [.. winners, ("", members[0].Rule)];
    }

    /// <summary>A rule number, chosen by the same conditions.</summary>
    public static string Number(IReadOnlyList<(string When, Rule Rule)> winners)
    {
        var last = winners[^1].Rule.Index.ToString(CultureInfo.InvariantCulture);
        return winners.Count == 1 ? last
            : $"CASE {string.Join(' ', winners.SkipLast(1).Select(winner => string.Create(CultureInfo.InvariantCulture, $"WHEN {winner.When} THEN {winner.Rule.Index}")))} ELSE {last} END";
    }

    private static SqlText Merged(List<SqlText> values, string how)
    {
        if (values.Count == 1)
            return values[0];
        if (how == "+")
            return new SqlText(string.Join(" + ", values.Select(value => value.Wide)), IsWide: true, MayBeNull: values.Exists(value => value.MayBeNull));
        if (how.Length > 0)
            return ArithmeticSql.Extreme(how, values);
        // one value: they are equal, or the answer is a conflict and not this
        var known = SqlText.Known(values);
        return known.Length == 0 ? values[0] : SqlText.Case((known, values[0].Text));
    }

    // the reference takes an unknown value for nothing when it looks for the winner
    private static string OrZero(SqlText value) => value.MayBeNull ? $"coalesce({value}, 0)" : value.Atom;

    private List<RuleSql> Members(uint valued) => [.. rules.Where((_, index) => (valued >> index & 1) != 0)];
}
