using Cradle.Rules.Syntax;

namespace Cradle.Rules.Tests.Review;

public sealed class ReferenceFindingsTests : IDisposable
{
    private static readonly SourcePosition JilinRule = new(SyntheticPack.JilinLeave, 3, 5);

    private readonly SyntheticPack _pack = new();

    public void Dispose() => _pack.Dispose();

    [Theory]
    [InlineData("000/二（九十）")]
    [InlineData("009/一")]
    [InlineData("norms/female-workers-2012/99")]
    [InlineData("000")]
    public void A_citation_that_leads_to_no_clause_is_found(string citation)
    {
        _pack.Replace(SyntheticPack.JilinLeave, "000/二（十二）", citation);
        var finding = _pack.Single("CR501", "CR551");
        Assert.Equal((Severity.Error, JilinRule), (finding.Severity, finding.Position));
        Assert.Contains(citation, finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_clause_that_refers_to_no_clause_is_found()
    {
        _pack.Replace("documents/004.yaml", "title: {zh: 条文, en: Clause}", "title: {zh: 条文, en: Clause}, refers: [000/九]");
        var finding = _pack.Single("CR502");
        Assert.Equal((Severity.Warning, new SourcePosition("documents/004.yaml", 7, 5)), (finding.Severity, finding.Position));
    }

    [Fact]
    public void A_rule_that_rests_on_a_neighbour_province_is_refused()
    {
        _pack.Replace(SyntheticPack.JilinLeave, "[000/二（十二）]", "[000/二（十二）, 004/五]");
        Assert.Equal(JilinRule, _pack.Single("CR503").Position);
    }

    [Fact]
    public void A_province_that_rests_on_its_city_is_refused()
    {
        _pack.Replace(SyntheticPack.JilinLeave, "[000/二（十二）]", "[000/二（十二）, 005/二]");
        Assert.Equal(JilinRule, _pack.Single("CR503").Position);
    }

    [Fact]
    public void Replacing_a_rule_that_does_not_exist_is_found()
    {
        _pack.Replace(SyntheticPack.JilinLeave, "cn.maternity-leave", "cn.maternity");
        Assert.Equal(JilinRule, _pack.Single("CR511").Position);
    }

    [Fact]
    public void Restating_a_rule_of_another_quantity_is_found()
    {
        _pack.Replace(SyntheticPack.JilinLeave, "replaces: [cn.maternity-leave]", "restates: jl.tutoring-float");
        Assert.Equal(JilinRule, _pack.Single("CR512").Position);
    }

    [Fact]
    public void Replacing_a_rule_of_a_lower_level_is_found()
    {
        _pack.Replace(SyntheticPack.JilinLeave, "    replaces: [cn.maternity-leave]\n", "");
        _pack.Replace(SyntheticPack.NationLeave, "    strength: must", "    replaces: [jl.maternity-leave]\n    strength: must");
        Assert.Equal(new SourcePosition(SyntheticPack.NationLeave, 15, 5), _pack.Single("CR513").Position);
    }

    [Fact]
    public void A_draft_that_replaces_a_rule_in_force_is_found()
    {
        const string file = "22-jilin/2201-changchun/leave/maternity-leave.yaml";
        _pack.Write(file, """
            quantity: maternity-leave
            rules:
              - id: cc.maternity-leave
                replaces: [jl.maternity-leave]
                cites: [001/三（一）]
                strength: must
                when: mother.employment = employed
                value: 180 days
            """);
        _pack.Write("22-jilin/2201-changchun/leave/maternity-leave.cases.yaml", SyntheticPack.Cases(2));
        var finding = _pack.Single("CR514");
        Assert.Equal(new SourcePosition(file, 3, 5), finding.Position);
        Assert.Contains("001/三（一）", finding.Message, StringComparison.Ordinal);
        Assert.Contains("000/二（十二）", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_rules_that_replace_each_other_are_found()
    {
        _pack.Replace(SyntheticPack.JilinFloat, "    value: 10%", """
                value: 10%
                replaces: [jl.tutoring-float.again]
              - id: jl.tutoring-float.again
                cites: [000/二（十五）]
                replaces: [jl.tutoring-float]
                strength: must
                value: 10%
            """);
        Assert.Equal(2, _pack.Review().Diagnostics.Count(finding => finding.Code == "CR515"));
    }

    [Fact]
    public void A_clause_that_leads_nowhere_is_found()
    {
        _pack.Replace("coverage.yaml", "  005/二: {services: [later]}", "  005/二: {}");
        var finding = _pack.Single("CR551");
        Assert.Equal((Severity.Error, new SourcePosition("documents/005.yaml", 7, 5)), (finding.Severity, finding.Position));
    }

    [Fact]
    public void Coverage_of_a_clause_that_does_not_exist_is_found()
    {
        _pack.Replace("coverage.yaml", "  005/二: {services: [later]}", "  005/二: {services: [later]}\n  005/九: {services: [later]}");
        var finding = _pack.Single("CR552");
        Assert.Equal(("coverage.yaml", 8), (finding.Position.File, finding.Position.Line));
    }

    [Fact]
    public void Rules_of_a_place_without_worked_cases_are_found()
    {
        _pack.Write("22-jilin/leave/maternity-leave.cases.yaml", "cases: []");
        Assert.Equal(JilinRule, _pack.Single("CR561").Position);
    }

    [Fact]
    public void A_value_with_a_single_worked_case_is_found()
    {
        _pack.Write("22-jilin/leave/maternity-leave.cases.yaml", SyntheticPack.Cases(1));
        Assert.Equal(JilinRule, _pack.Single("CR562").Position);
    }

    [Fact]
    public void A_quantity_without_rules_is_found()
    {
        _pack.Write("22-jilin/school/empty.yaml", SyntheticPack.Quantity("empty", "flag", "replace", "  []"));
        Assert.Equal(new SourcePosition("22-jilin/school/empty.yaml", 1, 1), _pack.Single("CR563").Position);
    }

    [Fact]
    public void A_catalogue_entry_that_no_rule_carries_is_found()
    {
        _pack.Replace(SyntheticPack.NationLeave, "E017, ", "");
        var finding = _pack.Single("CR571");
        Assert.Equal(Severity.Error, finding.Severity);
        Assert.Contains("E017", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_catalogue_entry_in_two_quantities_is_a_warning()
    {
        _pack.Replace(SyntheticPack.JilinFloat, "    strength: must", "    catalogue: [E035]\n    strength: must");
        var finding = _pack.Single("CR572");
        Assert.Equal((Severity.Warning, SyntheticPack.JilinFloat, 15), (finding.Severity, finding.Position.File, finding.Position.Line));
        Assert.Contains("E035", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_catalogue_entry_whose_parts_stand_in_two_quantities_is_in_order()
    {
        _pack.Replace(SyntheticPack.NationLeave, "E035, ", "");
        _pack.Replace(SyntheticPack.NationLeave, "    strength: must", "    catalogue-part: [E035]\n    strength: must");
        _pack.Replace(SyntheticPack.JilinFloat, "    strength: must", "    catalogue-part: [E035]\n    strength: must");
        Assert.DoesNotContain(_pack.Review().Diagnostics, finding => finding.Code.StartsWith("CR57", StringComparison.Ordinal));
    }

    [Fact]
    public void A_part_of_a_catalogue_entry_beside_the_whole_of_it_is_a_warning()
    {
        _pack.Replace(SyntheticPack.JilinFloat, "    strength: must", "    catalogue-part: [E035]\n    strength: must");
        Assert.Equal(SyntheticPack.NationLeave, _pack.Single("CR572").Position.File);
    }

    [Fact]
    public void A_part_of_a_catalogue_entry_without_the_rest_is_a_warning()
    {
        _pack.Replace(SyntheticPack.NationLeave, "E035, ", "");
        _pack.Replace(SyntheticPack.JilinFloat, "    strength: must", "    catalogue-part: [E035]\n    strength: must");
        var finding = _pack.Single("CR574");
        Assert.Equal((Severity.Warning, SyntheticPack.JilinFloat), (finding.Severity, finding.Position.File));
    }

    [Fact]
    public void A_catalogue_entry_that_does_not_exist_is_found()
    {
        _pack.Replace(SyntheticPack.JilinFloat, "    strength: must", "    catalogue: [E257]\n    strength: must");
        Assert.Equal(SyntheticPack.JilinFloat, _pack.Single("CR573").Position.File);
    }

    [Fact]
    public void A_question_whose_answer_no_rule_reads_is_a_warning()
    {
        _pack.Replace("vocabulary.yaml", "definitions:", "  - {path: child.twin, type: bool, label: {zh: 双胞胎, en: twin}, ask: {zh: 是双胞胎吗？, en: Twins?}}\ndefinitions:");
        var finding = _pack.Single("CR581");
        Assert.Equal((Severity.Warning, new SourcePosition("vocabulary.yaml", 12, 5)), (finding.Severity, finding.Position));
    }

    [Fact]
    public void A_fact_without_a_question_that_no_rule_reads_is_let_pass()
    {
        _pack.Replace("vocabulary.yaml", "definitions:", "  - {path: child.twin, type: bool, label: {zh: 双胞胎, en: twin}}\ndefinitions:");
        Assert.Empty(_pack.Review().Diagnostics);
    }
}
