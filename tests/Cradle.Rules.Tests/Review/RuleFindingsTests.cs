using Cradle.Rules.Syntax;

namespace Cradle.Rules.Tests.Review;

public sealed class RuleFindingsTests : IDisposable
{
    private const string File = "22-jilin/school/synthetic.yaml";

    private readonly SyntheticPack _pack = new();

    public void Dispose() => _pack.Dispose();

    [Fact]
    public void Versions_that_overlap_are_found()
    {
        WriteVersions("until: 2022-12-31", "from: 2022-12-31");
        var finding = _pack.Single("CR521", "CR534");
        Assert.Equal((Severity.Error, new SourcePosition(File, 21, 5)), (finding.Severity, finding.Position));
        Assert.Contains("until: 2022-12-30", finding.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Versions_with_a_gap_of_one_day_are_found()
    {
        WriteVersions("until: 2022-12-30", "from: 2023-01-01");
        Assert.Equal(new SourcePosition(File, 21, 5), _pack.Single("CR522").Position);
    }

    [Fact]
    public void Versions_that_follow_one_another_are_accepted()
    {
        WriteVersions("until: 2022-12-31", "from: 2023-01-01");
        Assert.Empty(_pack.Review().Diagnostics);
    }

    [Fact]
    public void A_table_without_a_row_for_the_third_birthday_itself_is_found()
    {
        WriteTable("unique", "as_of < anniversary(child.birth_date, 3 years)", "as_of > anniversary(child.birth_date, 3 years)");
        var finding = _pack.Single("CR531");
        Assert.Equal((Severity.Error, new SourcePosition(File, 20, 7)), (finding.Severity, finding.Position));
        Assert.Contains("children[0].birthDate = 2023-03-01", finding.Message, StringComparison.Ordinal);   // three on 2026-03-01
    }

    [Fact]
    public void A_table_with_a_missing_member_is_found()
    {
        WriteTable("unique", "mother.employment = employed", "mother.employment = flexible");
        Assert.Contains("mother.employment = none", _pack.Single("CR531").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_unique_table_with_two_rows_for_the_third_birthday_is_found()
    {
        WriteTable("unique", "as_of <= anniversary(child.birth_date, 3 years)", "as_of >= anniversary(child.birth_date, 3 years)");
        var finding = _pack.Single("CR532");
        Assert.Equal(new SourcePosition(File, 23, 11), finding.Position);
        Assert.Contains("children[0].birthDate = 2023-03-01", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_first_hit_table_may_overlap()
    {
        WriteTable("first", "as_of <= anniversary(child.birth_date, 3 years)", "as_of >= anniversary(child.birth_date, 3 years)");
        Assert.Empty(_pack.Review().Diagnostics);
    }

    [Fact]
    public void A_gap_outside_the_condition_of_the_rule_is_accepted()
    {
        WriteTable("unique", "mother.employment = employed", "mother.employment = flexible", "mother.employment in [employed, flexible]");
        Assert.Empty(_pack.Review().Diagnostics);
    }

    [Fact]
    public void A_row_behind_a_wider_one_is_a_warning()
    {
        WriteTable("first", "true", "child.registered");
        var finding = _pack.Single("CR533");
        Assert.Equal((Severity.Warning, new SourcePosition(File, 23, 11)), (finding.Severity, finding.Position));
    }

    [Fact]
    public void Unranked_rules_that_differ_for_some_families_are_a_conflict()
    {
        WritePair("mother.employment = employed", "child.registered");
        var finding = _pack.Single("CR534");
        Assert.Equal(new SourcePosition(File, 20, 5), finding.Position);
        Assert.Contains("jl.synthetic.b gives 20.00 CNY", finding.Message, StringComparison.Ordinal);
        Assert.Contains("jl.synthetic.a gives 10.00 CNY", finding.Message, StringComparison.Ordinal);
        Assert.Contains("mother.employment = employed", finding.Message, StringComparison.Ordinal);
        Assert.Contains("children[0].registered = true", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rules_that_meet_only_on_one_day_of_life_are_a_conflict()
    {
        WritePair("as_of <= child.birth_date + 90 days", "as_of >= child.birth_date + 90 days");
        Assert.Contains("children[0].birthDate = 2025-12-01", _pack.Single("CR534").Message, StringComparison.Ordinal);   // 2026-03-01 less 90 days
    }

    [Fact]
    public void Rules_that_a_third_one_replaces_wherever_they_meet_do_not_conflict()
    {
        WritePair("mother.employment = employed", "child.registered", """
              - id: jl.synthetic.c
                replaces: [jl.synthetic.a, jl.synthetic.b]
                cites: [000/二（十五）]
                strength: must
                when: mother.employment = employed and child.registered
                value: 30 yuan
            """);
        Assert.Empty(_pack.Review().Diagnostics);
    }

    [Fact]
    public void Rules_whose_conditions_exclude_each_other_do_not_conflict()
    {
        WritePair("mother.employment = employed and child.registered", "mother.employment in [flexible, none] or not child.registered");
        Assert.Empty(_pack.Review().Diagnostics);
    }

    [Fact]
    public void A_rule_that_replaces_the_other_does_not_conflict()
    {
        WritePair("mother.employment = employed", "child.registered");
        _pack.Replace(File, "  - id: jl.synthetic.b", "  - id: jl.synthetic.b\n    replaces: [jl.synthetic.a]");
        Assert.Empty(_pack.Review().Diagnostics);
    }

    [Fact]
    public void Rules_for_different_numbers_of_children_are_told_apart()
    {
        // both apply with two children of whom one is registered
        WritePair("count(c in children) >= 2", "any(c in children where c.registered) and count(c in children) <= 2");
        Assert.Contains("asOf = 2026-03-01", _pack.Single("CR534").Message, StringComparison.Ordinal);
        WritePair("count(c in children) >= 3", "any(c in children where c.registered) and count(c in children) <= 2");
        Assert.Empty(_pack.Review().Diagnostics);
    }

    [Fact]
    public void A_table_over_more_facts_than_can_be_combined_is_sampled_and_found_twice_alike()
    {
        // thirteen yes-or-no facts make 8,192 families, twice the bound; no row fits where f1 and f2 are false
        var names = Enumerable.Range(1, 13).Select(number => $"f{number}").ToList();
        _pack.Replace("vocabulary.yaml", "definitions:", string.Concat(names.Select(name => $"  - {{path: child.{name}, type: bool, label: {{zh: 情形{name}, en: {name}}}}}\n")) + "definitions:");
        WriteTable("first", "child.f1 or " + string.Join(" and ", names.Skip(2).Select(name => $"child.{name}")), "child.f2");
        var first = _pack.Single("CR531");
        Assert.Contains("children[0].f1 = false", first.Message, StringComparison.Ordinal);
        Assert.Contains("children[0].f2 = false", first.Message, StringComparison.Ordinal);
        Assert.Equal(first, _pack.Single("CR531"));
    }

    [Fact]
    public void A_rule_that_no_family_meets_is_a_warning()
    {
        WritePair("child.registered and not child.registered", "child.registered");
        var finding = _pack.Single("CR535");
        Assert.Equal((Severity.Warning, new SourcePosition(File, 15, 5)), (finding.Severity, finding.Position));
    }

    private void WriteVersions(string firstDates, string secondDates)
    {
        _pack.Write(File, SyntheticPack.Quantity("synthetic", "CNY", "replace", $$"""
              - id: jl.synthetic.2022
                cites: [000/二（十五）]
                strength: must
                in-force: { {{firstDates}} }
                when: child.registered
                value: 10 yuan
              - id: jl.synthetic.2023
                cites: [000/二（十五）]
                strength: must
                in-force: { {{secondDates}} }
                when: child.registered
                value: 20 yuan
            """, instance: "child"));
        _pack.Write("22-jilin/school/synthetic.cases.yaml", SyntheticPack.Cases(2));
    }

    private void WriteTable(string hit, string firstWhen, string secondWhen, string when = "child.birth_date <= as_of")
    {
        _pack.Write(File, SyntheticPack.Quantity("synthetic", "CNY", "replace", $$"""
              - id: jl.synthetic
                cites: [000/二（十五）]
                strength: must
                when: {{when}}
                table:
                  hit: {{hit}}
                  rows:
                    - {when: "{{firstWhen}}", value: 10 yuan}
                    - {when: "{{secondWhen}}", value: 20 yuan}
            """, instance: "child"));
        _pack.Write("22-jilin/school/synthetic.cases.yaml", SyntheticPack.Cases(2));
    }

    private void WritePair(string firstWhen, string secondWhen, string more = "")
    {
        _pack.Write(File, SyntheticPack.Quantity("synthetic", "CNY", "replace", $$"""
              - id: jl.synthetic.a
                cites: [000/二（十五）]
                strength: must
                when: {{firstWhen}}
                value: 10 yuan
              - id: jl.synthetic.b
                cites: [000/二（十五）]
                strength: must
                when: {{secondWhen}}
                value: 20 yuan
            {{more}}
            """, instance: "child"));
        _pack.Write("22-jilin/school/synthetic.cases.yaml", SyntheticPack.Cases(2));
    }
}
