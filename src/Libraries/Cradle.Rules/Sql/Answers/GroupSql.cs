using Cradle.Rules.Evaluation;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Sql.Answers;

/// <summary>
/// The rules in force together, as a decision tree in SQL: one simple CASE a condition, which is evaluated once, with three branches; at its leaves the answer that
/// every way the open rules may turn out gives alike, or unknown. Branches that come to the same are one.
/// </summary>
internal sealed class GroupSql
{
    private readonly List<RuleSql> _rules;
    private readonly RulePrecedence _precedence;
    private readonly MergeSql _merge;
    private readonly AnswerSql _answers;

    public GroupSql(IReadOnlyList<Rule> rules, MergeMode merge, AnswerSql answers, SqlContext context)
    {
        _rules = [.. rules.Select(rule => RuleSql.Of(rule, context))];
        (_precedence, _merge, _answers) = (new RulePrecedence(rules, merge), new MergeSql(_rules, merge), answers);
    }

    /// <summary>The answer.</summary>
    public string Answer() => Tree(0, 0, 0, Leaf);

    /// <summary>What the group would have given, as an answer of the given status without a value; NULL where that is nothing or not sure.</summary>
    public string IfPositive(OutcomeStatus status) => Tree(0, 0, 0, (sure, open) => open == 0 ? Positive(_precedence.Of(sure), status) : "NULL");

    private string Tree(int index, uint sure, uint open, Func<uint, uint, string> leaf)
    {
        if (index == _rules.Count)
            return leaf(sure, open);
        var (rule, bit) = (_rules[index], 1u << index);
        var holds = Tree(index + 1, sure | bit, open, leaf);
        if (rule.IsAlways)
            return holds;
        var fails = Tree(index + 1, sure, open, leaf);
        var unknown = rule.Applies.MayBeNull ? Tree(index + 1, sure, open | bit, leaf) : fails;
        if (holds == fails && fails == unknown)
            return holds;
        return fails == unknown
            ? $"CASE WHEN {rule.Applies} THEN {holds} ELSE {fails} END"
            : $"CASE {rule.Applies.Atom} WHEN TRUE THEN {holds} WHEN FALSE THEN {fails} ELSE {unknown} END";
    }

    private string Leaf(uint sure, uint open)
    {
        var first = _precedence.Of(sure);
        var others = new List<Verdict>();
        for (var subset = open; subset != 0; subset = Worlds.Next(subset, open))
            others.Add(_precedence.Of(sure | subset));
        var conditions = Known(first) is { Length: > 0 } known ? new List<string> { known } : [];
        foreach (var other in others.Distinct().Where(world => world != first))
        {
            if (Agree(first, other) is not { } agree)
                return AnswerSql.Unknown;
            if (agree.Length > 0)
                conditions.Add(agree);
            if (!SameTime(first, other))
                conditions.Add($"({Settled(first)})[1] = ({Settled(other)})[1]");
        }

        var answer = Settled(first);
        return conditions.Count == 0 ? answer : $"CASE WHEN {string.Join(" AND ", conditions.Distinct())} THEN {answer} ELSE {AnswerSql.Unknown} END";
    }

    /// <summary>Whether the first world is known; empty where that is sure.</summary>
    private string Known(Verdict verdict)
    {
        if (verdict.Valued == 0 || _merge.Value(verdict.Valued) is not { MayBeNull: true } value)
            return "";
        return Or(_merge.Conflicts(verdict.Valued).Select(conflict => conflict.When).Append($"{value.Atom} IS NOT NULL"));
    }

    /// <summary>When two worlds give the same answer: null never, empty always.</summary>
    private string? Agree(Verdict first, Verdict other)
    {
        if ((first.Valued == 0) != (other.Valued == 0))
            return null;
        var alike = first.Kind == other.Kind && first.AtLeast == other.AtLeast;
        if (first.Valued == 0)
            return alike ? "" : null;
        var (a, b) = (ConflictOf(first), ConflictOf(other));
        var both = a is null || b is null ? null : $"{a} AND {b}";
        var neither = string.Concat(new[] { a, b }.OfType<string>().Select(conflict => $"({conflict}) IS NOT TRUE AND "));
        var equal = alike ? $"{neither}{_merge.Value(first.Valued).Atom} = {_merge.Value(other.Valued).Atom}" : null;
        return (both, equal) switch
        {
            (null, null) => null,
            (null, _) => equal,
            (_, null) => both,
            _ => $"({both} OR {equal})",
        };
    }

    private string? ConflictOf(Verdict verdict) =>
        _merge.Conflicts(verdict.Valued).Select(conflict => conflict.When).ToList() is { Count: > 0 } conflicts ? Or(conflicts) : null;

    private string Settled(Verdict verdict)
    {
        if (verdict.Kind == ResultKind.None)
            return AnswerSql.NotEntitled;
        if (verdict.Valued == 0)
        {
            var rule = _rules[verdict.Rule].Rule;
            return _answers.Settled(verdict, _answers.WindowOf(rule), null, MergeSql.Number([("", rule)]));
        }

        var (value, winners) = (_merge.Value(verdict.Valued), _merge.Winners(verdict.Valued));
        var answer = OneTime(winners)
            ? _answers.Settled(verdict, _answers.WindowOf(winners[^1].Rule), value, MergeSql.Number(winners))
            : Choose(winners, rule => _answers.Settled(verdict, _answers.WindowOf(rule), value, MergeSql.Number([("", rule)])));
        return Choose([.. _merge.Conflicts(verdict.Valued)], AnswerSql.Conflict, answer);
    }

    private string Positive(Verdict verdict, OutcomeStatus status)
    {
        if (verdict.Kind == ResultKind.None)
            return "NULL";
        if (verdict.Valued == 0)
            return AnswerSql.Closed(status, MergeSql.Number([("", _rules[verdict.Rule].Rule)]));
        var answer = AnswerSql.Closed(status, MergeSql.Number(_merge.Winners(verdict.Valued)));
        answer = Choose([.. _merge.Conflicts(verdict.Valued)], rule => AnswerSql.Closed(status, MergeSql.Number([("", rule)])), answer);
        return Known(verdict) is { Length: > 0 } known ? $"CASE WHEN {known} THEN {answer} END" : answer;
    }

    private bool SameTime(Verdict first, Verdict other) => first.Kind == ResultKind.None || OneTime([.. Rules(first), .. Rules(other)]);

    private IReadOnlyList<(string When, Rule Rule)> Rules(Verdict verdict) =>
        verdict.Valued == 0 ? [("", _rules[verdict.Rule].Rule)] : _merge.Winners(verdict.Valued);

    private bool OneTime(IReadOnlyList<(string When, Rule Rule)> winners) =>
        winners.All(winner => ReferenceEquals(_answers.WindowOf(winner.Rule), _answers.WindowOf(winners[0].Rule)));

    private static string Choose(IReadOnlyList<(string When, Rule Rule)> branches, Func<Rule, string> then) =>
        Choose([.. branches.SkipLast(1)], then, then(branches[^1].Rule));

    private static string Choose(IReadOnlyList<(string When, Rule Rule)> branches, Func<Rule, string> then, string otherwise) => branches.Count == 0
        ? otherwise
        : $"CASE {string.Join(' ', branches.Select(branch => $"WHEN {branch.When} THEN {then(branch.Rule)}"))} ELSE {otherwise} END";

    private static string Or(IEnumerable<string> conditions) => $"({string.Join(" OR ", conditions)})";
}
