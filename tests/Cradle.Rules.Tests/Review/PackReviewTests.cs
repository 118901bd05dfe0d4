using Cradle.Rules.Review;
using Cradle.Rules.Syntax;

namespace Cradle.Rules.Tests.Review;

public sealed class PackReviewTests : IDisposable
{
    private const string CityFloat = "22-jilin/2201-changchun/school/tutoring-float.yaml";

    private readonly SyntheticPack _pack = new();

    public void Dispose() => _pack.Dispose();

    [Fact]
    public void A_clean_pack_has_no_finding() => Assert.Empty(_pack.Review().Diagnostics.Select(finding => finding.ToString()));

    [Fact]
    public void A_city_that_floats_tutoring_prices_by_12_percent_where_the_province_caps_10_is_refused_naming_both_clauses()
    {
        // S01.4: the cap of 10 % stands in 000/二（十五）
        WriteCityFloat("005/二", "12%");
        var finding = _pack.Single("CR544");
        Assert.Equal((Severity.Error, new SourcePosition(CityFloat, 3, 5)), (finding.Severity, finding.Position));
        Assert.Contains("000/二（十五）", finding.Message, StringComparison.Ordinal);
        Assert.Contains("005/二", finding.Message, StringComparison.Ordinal);
        Assert.Contains("12 percent", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_city_that_floats_tutoring_prices_by_8_percent_is_accepted()
    {
        WriteCityFloat("005/二", "8%");
        Assert.Empty(_pack.Review().Diagnostics);
    }

    [Fact]
    public void A_draft_that_would_raise_a_cap_is_a_warning()
    {
        WriteCityFloat("001/三（一）", "12%");
        var finding = _pack.Single("CR545");
        Assert.Equal((Severity.Warning, new SourcePosition(CityFloat, 3, 5)), (finding.Severity, finding.Position));
    }

    [Fact]
    public void A_province_below_the_national_floor_is_refused_even_when_only_some_families_fall_below()
    {
        _pack.Replace(SyntheticPack.JilinLeave, "value: 180 days", "value: \"if child.registered then 90 days else 180 days\"");
        var finding = _pack.Single("CR544");
        Assert.Equal(new SourcePosition(SyntheticPack.JilinLeave, 3, 5), finding.Position);
        Assert.Contains("norms/female-workers-2012/7", finding.Message, StringComparison.Ordinal);
        Assert.Contains("90 day", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_province_that_stays_above_the_national_exception_of_a_floor_is_accepted()
    {
        // the nation itself goes down to 60 days for the families for whom the province gives 70
        _pack.Replace(SyntheticPack.NationLeave, "    value: 98 days", """
                value: 98 days
              - id: cn.maternity-leave.unregistered
                replaces: [cn.maternity-leave]
                cites: [norms/female-workers-2012/7]
                strength: must
                in-force: {from: 2012-04-28}
                when: mother.employment = employed and not child.registered
                value: 60 days
            """);
        _pack.Replace(SyntheticPack.JilinLeave, "value: 180 days", "value: 180 days\n  - {id: jl.maternity-leave.unregistered, cites: [000/二（十二）], strength: must, when: mother.employment = employed and not child.registered, value: 70 days}");
        Assert.Empty(_pack.Review().Diagnostics);
    }

    [Fact]
    public void A_rule_of_a_level_without_competence_is_refused()
    {
        _pack.Replace(SyntheticPack.JilinFloat, "[nation, province, city]", "[province]");
        WriteCityFloat("005/二", "8%");
        var finding = _pack.Single("CR543");
        Assert.Equal(new SourcePosition(CityFloat, 3, 5), finding.Position);
        Assert.Contains("005/二", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_without_competence_that_restates_is_accepted()
    {
        _pack.Replace(SyntheticPack.JilinFloat, "[nation, province, city]", "[province]");
        WriteCityFloat("005/二", "10%", "\n    restates: jl.tutoring-float");
        Assert.Empty(_pack.Review().Diagnostics);
    }

    [Fact]
    public void A_rule_elsewhere_in_a_closed_quantity_is_refused()
    {
        _pack.Replace(SyntheticPack.JilinFloat, "merge: cap", "merge: closed");
        WriteCityFloat("005/二", "10%");
        Assert.Equal(new SourcePosition(CityFloat, 3, 5), _pack.Single("CR542").Position);
    }

    [Fact]
    public void More_than_32_rules_in_a_region_are_refused()
    {
        var rules = string.Concat(Enumerable.Range(1, 33).Select(number => $"  - {{id: jl.many.v{number}, cites: [000/二（十五）], strength: must}}\n"));
        _pack.Write("22-jilin/school/many.yaml", SyntheticPack.Quantity("many", "flag", "replace", rules));
        _pack.Write("22-jilin/school/many.cases.yaml", SyntheticPack.Cases(1));
        Assert.Equal(new SourcePosition("22-jilin/school/many.yaml", 15, 5), _pack.Single("CR541").Position);
    }

    [Fact]
    public void A_warning_alone_leaves_the_pack_usable()
    {
        _pack.Replace("vocabulary.yaml", "definitions:", "  - {path: child.twin, type: bool, label: {zh: 双胞胎, en: twin}, ask: {zh: 是双胞胎吗？, en: Twins?}}\ndefinitions:");
        var report = _pack.Review();
        Assert.False(report.HasErrors);
        Assert.Single(report.Diagnostics);
    }

    [Fact]
    public void Findings_of_the_reading_are_taken_over()
    {
        _pack.Replace(SyntheticPack.JilinLeave, "child.registered", "child.registerd");
        Assert.Contains(_pack.Review().Diagnostics, finding => finding.Code == "CR202" && finding.Position == new SourcePosition(SyntheticPack.JilinLeave, 8, 44));
    }

    [Fact]
    public void Coverage_counts_clauses_by_what_carries_them()
    {
        // 000 has two clauses, both cited; 001 one with a live service; 004 and 005 one each, planned
        var coverage = _pack.Review().Coverage;
        Assert.Equal(
            ["000: 2 clauses, 2 cited, 0 live, 0 planned, 0 nowhere", "001: 1 clauses, 0 cited, 1 live, 0 planned, 0 nowhere",
             "004: 1 clauses, 0 cited, 0 live, 1 planned, 0 nowhere", "005: 1 clauses, 0 cited, 0 live, 1 planned, 0 nowhere"],
            coverage.Documents.Select(item => $"{item.Document.Id}: {item.Clauses} clauses, {item.ByQuantity} cited, {item.ByLiveCarrier} live, {item.PlannedOnly} planned, {item.Nowhere} nowhere"));
        Assert.Equal(2, coverage.Quantities[QuantityKind.Computed]);
        Assert.Equal((3, 6), (coverage.Rules, coverage.Cases));
    }

    [Fact]
    public void A_service_that_only_tells_of_a_clause_does_not_carry_it_out()
    {
        _pack.Replace("coverage.yaml", "status: live}", "status: live, informs: true}");
        Assert.Contains(_pack.Review().Coverage.Documents, item => item is { Document.Id: "001", ByLiveCarrier: 0, PlannedOnly: 1, Nowhere: 0 });
    }

    [Theory]
    [InlineData("strength: must", "strength: programme", QuantityKind.Programme)]
    [InlineData("strength: must", "strength: must\n    not-set: {by: {zh: 市, en: the city}, what: {zh: 幅度, en: the rate}}", QuantityKind.NotSet)]
    public void Quantities_without_a_value_count_by_what_they_are(string old, string @new, QuantityKind expected)
    {
        _pack.Replace(SyntheticPack.JilinFloat, "\n    value: 10%", "");
        _pack.Replace(SyntheticPack.JilinFloat, old, @new);
        Assert.Equal(1, _pack.Review().Coverage.Quantities[expected]);
    }

    private void WriteCityFloat(string cite, string value, string more = "")
    {
        _pack.Write(CityFloat, $"""
            quantity: tutoring-float
            rules:
              - id: cc.tutoring-float
                cites: [{cite}]{more}
                strength: must
                value: {value}
            """);
        _pack.Write("22-jilin/2201-changchun/school/tutoring-float.cases.yaml", SyntheticPack.Cases(2));
    }
}
