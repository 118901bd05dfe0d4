namespace Cradle.Rules.Tests.Identity;

/// <summary>Makes well-typed expressions over <see cref="RandomVocabulary"/>; the same chance gives the same expression.</summary>
internal sealed class TermMaker(Random random, string instance)
{
    private readonly List<(string Name, bool IsChild)> _loops = [];

    public bool IsPerChild => instance is "child" or "birth";

    public Term Condition(int depth) => depth <= 0
        ? Pick(
            () => Leaf("bool", "family.married"), () => Leaf("bool", "family.tenant"),
            () => new Term("bool", Parent() + ".employment = " + Any("employed", "self_employed", "none")),
            () => new Term("bool", Parent() + ".employment in [employed, none]"),
            () => new Term("bool", "within(" + Any("family.residence", "mother.workplace") + ", @" + Any("22", "2201", "14", "62") + ")"),
            () => ChildFact("bool", "registered") ?? Leaf("bool", "family.married"),
            () => ChildFact("bool", "under_three") ?? Leaf("bool", "family.tenant"),
            () => IsPerChild ? new Term("bool", Any("has(child.hardship, orphan)", "empty(child.hardship)")) : Leaf("bool", "true"))
        : Pick(
            () => Condition(0),
            () => new Term("bool", "{0} and {1}", Condition(depth - 1), Condition(depth - 1)),
            () => new Term("bool", "{0} or {1}", Condition(depth - 1), Condition(depth - 1)),
            () => new Term("bool", "not {0}", Condition(depth - 1)),
            () => Compared("int", depth), () => Compared("days", depth), () => Compared("date", depth), () => Compared("months", depth), () => Compared("yuan/month", depth),
            () => new Term("bool", "if {0} then {1} else {2}", Condition(depth - 1), Condition(depth - 1), Condition(depth - 1)),
            () => new Term("bool", "{0} between {1} and {2}", Number("int", depth - 1), Number("int", 0), Number("int", 0)),
            () => Loop("bool", Any("any", "all"), null, depth));

    public Term Number(string type, int depth)
    {
        if (depth <= 0)
            return Simple(type);
        Term Same() => Number(type, depth - 1);
        var choices = new List<Func<Term>> { () => Simple(type), () => new Term(type, "if {0} then {1} else {2}", Condition(depth - 1), Same(), Same()) };
        if (type is not "rate")
            choices.AddRange([() => new Term(type, "min({0}, {1})", Same(), Same()), () => new Term(type, "max({0}, {1})", Same(), Same())]);
        if (type is not ("date" or "rate"))
        {
            choices.AddRange([() => new Term(type, "{0} + {1}", Same(), Same()), () => new Term(type, "{0} - {1}", Same(), Same())]);
            choices.AddRange([() => Loop(type, Any("sum", "min", "max"), type, depth), () => new Term(type, "round({0} * {1}, " + Any("half_up", "down", "up") + ")", Same(), Number("rate", 0))]);
            choices.AddRange([() => new Term(type, "{0} * {1}", Number("int", 0), Same()), () => new Term(type, "round({0} / {1}, " + Any("half_up", "down", "up") + ")", Same(), Number("int", depth - 1))]);
        }

        choices.AddRange(Own(type, depth));
        return choices[random.Next(choices.Count)]();
    }

    private IEnumerable<Func<Term>> Own(string type, int depth) => type switch
    {
        "int" => [() => new Term(type, "years_old({0}, {1})", Date(depth), Date(0)), () => new Term(type, Any("year_of", "month_of") + "({0})", Date(depth)), () => Loop(type, "count", null, depth)],
        "days" => [() => new Term(type, "days_between({0}, {1})", Date(depth), Date(0)), () => new Term(type, "{0} - {1}", Date(depth), Date(0))],
        "months" => [() => new Term(type, Any("months_old", "months_old_clamped", "months_between") + "({0}, {1})", Date(depth), Date(0))],
        "date" =>
        [
            () => new Term(type, Any("anniversary", "anniversary_clamped") + "({0}, {1})", Date(depth), Number("months", 0)),
            () => new Term(type, Any("month_start", "year_start", "year_end") + "({0})", Date(depth)), () => new Term(type, "{0} + {1}", Date(depth), Number("days", 0)),
            () => new Term(type, "{0} - {1}", Date(depth), Number("days", 0)),
        ],
        "yuan" => [() => new Term(type, "{0} * {1}", Number("yuan/month", depth - 1), Number("months", 0)), () => new Term(type, "once({0})", Number("yuan/month", depth - 1))],
        "yuan/month" => [() => new Term(type, "round({0} * {1} / {2}, " + Any("half_up", "down", "up") + ")", Number(type, 0), Number("rate", 0), Number("int", 0))],
        _ => [],
    };

    private Term Date(int depth) => Number("date", depth - 1);

    private Term Simple(string type) => type switch
    {
        "int" => Pick(() => Leaf(type, Any("0", "1", "2", "3", "7")), () => Leaf(type, "family.visits"), () => Leaf(type, "family.child_number"), () => ChildFact(type, "birth_order") ?? Leaf(type, "2")),
        "days" => Pick(() => Leaf(type, Any("0 days", "5 days", "98 days", "158 days", "366 days")), () => Leaf(type, Parent() + ".unused_days")),
        "months" => Leaf(type, Any("1 month", "6 months", "3 years", "7 months")),
        "yuan" => Leaf(type, Any("0 yuan", "200 yuan", "3600 yuan", "0.05 yuan")),
        "yuan/month" => Pick(() => Leaf(type, Any("200 yuan/month", "0.01 yuan/month")), () => Leaf(type, "family.income")),
        "rate" => Leaf(type, Any("50%", "0.5%", "200%", "33.3333%")),
        _ => Pick(
            () => Leaf(type, Any("as_of", "2024-02-29", "2026-01-31", "2023-12-31")), () => Leaf(type, "family.event_date"), () => Leaf(type, Parent() + ".birth_date"),
            () => ChildFact(type, "birth_date") ?? Leaf(type, "as_of"), () => _loops.Find(loop => !loop.IsChild) is { Name: { } elder } ? Leaf(type, elder + ".birth_date") : Leaf(type, "as_of")),
    };

    private Term Compared(string type, int depth) => new("bool", "{0} " + Any("=", "!=", "<", "<=", ">", ">=") + " {1}", Number(type, depth - 1), Number(type, depth - 1));

    private Term Loop(string type, string function, string? value, int depth)
    {
        if (_loops.Count >= 2)
            return type == "bool" ? Condition(0) : Simple(type);
        var children = random.Next(3) > 0;
        var name = children ? $"c{_loops.Count}" : $"e{_loops.Count}";
        _loops.Add((name, children));
        var filter = random.Next(3) == 0 && value is not null ? null : Condition(depth - 1);
        var body = value is null ? null : Number(value, depth - 1);
        _loops.RemoveAt(_loops.Count - 1);
        var list = children ? "children" : Parent() + ".elders";
        var form = $"{function}({name} in {list}{(filter is null ? "" : " where {0}")}{(body is null ? "" : filter is null ? " : {0}" : " : {1}")})";
        return new Term(type, form, [.. new[] { filter, body }.OfType<Term>()]);
    }

    private Term? ChildFact(string type, string name)
    {
        var owners = _loops.Where(loop => loop.IsChild).Select(loop => loop.Name).Concat(IsPerChild ? ["child"] : []).ToList();
        return owners.Count == 0 ? null : Leaf(type, $"{owners[random.Next(owners.Count)]}.{name}");
    }

    private string Parent() => instance == "parent" ? Any("parent", "spouse", "mother") : Any("mother", "father");

    private Term Leaf(string type, string text) => new(type, text);

    private Term Pick(params Func<Term>[] choices) => choices[random.Next(choices.Length)]();

    public string Any(params string[] choices) => choices[random.Next(choices.Length)];
}
