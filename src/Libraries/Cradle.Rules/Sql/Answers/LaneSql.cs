using System.Globalization;
using Cradle.Rules.Binding;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Packs;
using Cradle.Rules.Populations;
using Cradle.Rules.Sql.Expressions;

namespace Cradle.Rules.Sql.Answers;

/// <summary>One column of answers: the region picks the rules, the anchor the interval, the rules the answer. Where region or anchor are unknown, all that are possible must agree.</summary>
internal sealed class LaneSql
{
    private readonly CompiledPolicy _policy;
    private readonly OutcomeKey _key;
    private readonly SqlContext _context;
    private readonly AnswerSql _answers;
    private readonly SqlText _region;
    private readonly SqlText? _day;
    private readonly Dictionary<RuleGroup, GroupSql> _groups = [];

    public LaneSql(CompiledPolicy policy, OutcomeKey key, SqlContext context)
    {
        (_policy, _key, _context) = (policy, key, context);
        _answers = new AnswerSql(Header, key.IsDraft, context);
        _region = context.Part(Header.Region);
        _day = Header.Anchor is AsOf ? null : context.Part(Header.Anchor);
    }

    private QuantityHeader Header => _key.Quantity.Header;

    /// <summary>The answer as an array of <c>bigint</c>, NULL where there is no outcome.</summary>
    public string Answer()
    {
        var absent = AbsentWhere();
        var answer = ByRegion();
        return absent.Length == 0 ? answer : $"CASE WHEN {absent} THEN NULL ELSE {answer} END";
    }

    /// <summary>An instance of a parent that the family has not, or of a birth counted already, has no outcome.</summary>
    private string AbsentWhere()
    {
        var conditions = new List<string>();
        if ((_key.Parent ?? BeneficiaryParent()) is { } parent && _policy.Pack.Vocabulary.Find(EntityKind.Family, "parents") is { } parents)
        {
            var only = parents.Type.Enumeration!.IndexOf(parent == EntityReference.Mother ? "father_only" : "mother_only");
            conditions.Add(string.Create(CultureInfo.InvariantCulture, $"family.{SqlLayout.ColumnOf(parents)} = {only}"));
        }

        if (Header.Instance == InstanceKind.Birth && _policy.Pack.Vocabulary.Find(EntityKind.Child, "birth_date") is not null)
            conditions.Add("NOT birth.is_first");
        return string.Join(" OR ", conditions);
    }

    private EntityReference? BeneficiaryParent() => (Header.Instance, Header.Beneficiary) switch
    {
        (InstanceKind.Child or InstanceKind.Birth, "mother") => EntityReference.Mother,
        (InstanceKind.Child or InstanceKind.Birth, "father") => EntityReference.Father,
        _ => null,
    };

    private string ByRegion()
    {
        if (_key.Lane.Different is [{ } only] && Possible(only).All(segment => segment.Group.Rules.Count > 0))
            return InSet(only);   // everywhere and always rules of one kind: the region makes no difference
        var known = InSet(_key.Lane[_policy.RegionOf(0)]);
        var branches = Regions().Select(region => $"WHEN {region.When} THEN {region.Answer}").ToList();
        if (branches.Count > 0)
            known = $"CASE {string.Join(' ', branches)} ELSE {known} END";
        return _region.MayBeNull ? $"CASE WHEN {_region.Atom} IS NULL THEN {OpenRegion()} ELSE {known} END" : known;
    }

    /// <summary>The divisions answered otherwise than the division around them, the innermost first; of one depth those with the same answer together.</summary>
    private IEnumerable<(string When, string Answer)> Regions()
    {
        var answers = _policy.Pack.Divisions.ToDictionary(division => division, division => InSet(_key.Lane[_policy.RegionOf(division)]));
        return from item in answers
               where item.Key != 0 && item.Value != answers[Around(item.Key)]
               group item.Key by (Depth: item.Key.ToString(CultureInfo.InvariantCulture).Length, Answer: item.Value) into same
               orderby same.Key.Depth descending, same.Min()
               select (string.Join(" OR ", same.Select(division => ComparisonSql.Within(_region, division).Text)), same.Key.Answer);

        int Around(int division)
        {
            do
                division /= 100;
            while (!answers.ContainsKey(division));
            return division;
        }
    }

    private IEnumerable<RuleSegment> Possible(RuleSet set) => _day is null ? [set.Segments[set.IndexOf(_context.AsOf.DayNumber)]] : set.Segments;

    private string InSet(RuleSet? set)
    {
        if (set is null)
            return "NULL";
        if (_day is null)
            return InSegment(set, set.IndexOf(_context.AsOf.DayNumber));
        if (set.Segments.Count == 1 && set.Segments[0].Group.Rules.Count > 0)
            return InSegment(set, 0);   // always in force: the day makes no difference
        var known = ByDay(set, InSegment);
        return _day.MayBeNull ? $"CASE WHEN {_day.Atom} IS NULL THEN {Agreed([.. set.Segments.Select(segment => Way(segment.Group))])} ELSE {known} END" : known;
    }

    private string ByDay(RuleSet set, Func<RuleSet, int, string> segment)
    {
        var answers = set.Segments.Select((_, index) => segment(set, index)).ToList();
        var branches = Enumerable.Range(0, answers.Count - 1).Where(index => answers[index] != answers[index + 1])
            .Select(index => $"WHEN {_day!.Atom} < {SqlText.Day(set.Segments[index + 1].From)} THEN {answers[index]}").ToList();
        return branches.Count == 0 ? answers[^1] : $"CASE {string.Join(' ', branches)} ELSE {answers[^1]} END";
    }

    private string InSegment(RuleSet set, int index)
    {
        if (set.Segments[index].Group is { Rules.Count: > 0 } group)
            return Group(group).Answer();
        if (_day is not null)
            return AnswerSql.NotEntitled;
        var near = Neighbours(set, index).Select(item => Group(item.Group).IfPositive(item.Status)).Where(text => text != "NULL").ToList();
        return near.Count == 0 ? "NULL" : $"coalesce({string.Join(", ", near)})";
    }

    private static IEnumerable<(RuleGroup Group, OutcomeStatus Status)> Neighbours(RuleSet set, int index)
    {
        if (index > 0 && set.Segments[index - 1].Group.Rules.Count > 0)
            yield return (set.Segments[index - 1].Group, OutcomeStatus.Ended);
        if (index + 1 < set.Segments.Count && set.Segments[index + 1].Group.Rules.Count > 0)
            yield return (set.Segments[index + 1].Group, OutcomeStatus.NotYet);
    }

    private string OpenRegion() => IsSilentEverywhere ? "NULL" : Agreed(
        [.. _key.Lane.Different.SelectMany(set => set is null ? [AnswerSql.Nothing] : Ways(set))], unspoken: Array.IndexOf(_key.Lane.Different, null) >= 0);

    /// <summary>Whether on the day of the question no place has a rule in force: then there is none that an answer could be cited by.</summary>
    private bool IsSilentEverywhere => _day is null
        && Array.TrueForAll(_key.Lane.Different, set => set is null || set.Segments[set.IndexOf(_context.AsOf.DayNumber)].Group.Rules.Count == 0);

    /// <summary>The possible answers of a set whose region is not sure: one where the day is known, else one an interval.</summary>
    private IEnumerable<string> Ways(RuleSet set)
    {
        if (_day is null)
            return [OnTheDay(set)];
        var dated = ByDay(set, (_, index) => Way(set.Segments[index].Group));
        var anyDay = Agreed([.. set.Segments.Select(segment => Way(segment.Group))]);
        return !_day.MayBeNull || anyDay == dated ? [dated] : [$"CASE WHEN {_day.Atom} IS NULL THEN coalesce({anyDay}, {AnswerSql.Nothing}) ELSE {dated} END"];
    }

    private string OnTheDay(RuleSet set)
    {
        var index = set.IndexOf(_context.AsOf.DayNumber);
        if (set.Segments[index].Group is { Rules.Count: > 0 } group)
            return Way(group);
        var near = Neighbours(set, index).Select(item => $"{Group(item.Group).IfPositive(item.Status)} IS NOT NULL").Where(text => !text.StartsWith("NULL ", StringComparison.Ordinal)).ToList();
        return near.Count == 0 ? AnswerSql.Nothing : $"CASE WHEN {string.Join(" OR ", near)} THEN {AnswerSql.NothingButOpen} ELSE {AnswerSql.Nothing} END";
    }

    private string Way(RuleGroup group) => group.Rules.Count == 0 ? AnswerSql.Nothing : Group(group).Answer();

    /// <summary>The one answer of several ways, unknown where they differ, none where no way has a rule. The sub-select is one row that PostgreSQL leaves whole.</summary>
    /// <param name="possible">The ways.</param>
    /// <param name="unspoken">Whether some place has no rule at all: then what no place gives is no outcome.</param>
    private static string Agreed(IReadOnlyList<string> possible, bool unspoken = false)
    {
        var ways = possible.Distinct().ToList();
        if (ways.All(way => way == AnswerSql.Nothing))
            return "NULL";
        if (ways is [var only] && !only.Contains(AnswerSql.Nothing, StringComparison.Ordinal) && !only.Contains(AnswerSql.NothingButOpen, StringComparison.Ordinal))
            return only;
        var names = Enumerable.Range(1, ways.Count).Select(index => string.Create(CultureInfo.InvariantCulture, $"way.v{index}")).ToList();
        var differ = names.Skip(1).Select(name => $"(way.v1[1], way.v1[4]) <> ({name}[1], {name}[4]) OR way.v1[2] IS DISTINCT FROM {name}[2]").ToList();
        string All(string test) => string.Join(" AND ", names.Select(name => name + test));
        var silent = unspoken
            ? string.Create(CultureInfo.InvariantCulture, $"({All("[3] = -1")}) OR ({All($"[1] = {BatchStatus.Of(OutcomeStatus.NotEntitled)}")})")
            : All("[3] = -1");
        return $"""
            (SELECT CASE WHEN {silent} THEN NULL
            {(differ.Count == 0 ? "" : $"WHEN {string.Join(" OR ", differ)} THEN {AnswerSql.Unknown} ")}ELSE ARRAY[way.v1[1], way.v1[2], greatest(way.v1[3], 0), way.v1[4]] END
            FROM (SELECT {string.Join(", ", ways.Select((way, index) => string.Create(CultureInfo.InvariantCulture, $"{way} AS v{index + 1}")))}, generate_series(1, 1)) AS way)
            """;
    }

    private GroupSql Group(RuleGroup group)
    {
        if (!_groups.TryGetValue(group, out var sql))
            _groups[group] = sql = new GroupSql(group.Rules, Header.Merge, _answers, _context);
        return sql;
    }
}
