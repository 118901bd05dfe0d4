using Cradle.Governance.Assessment;
using Cradle.Rules.Packs;

namespace Cradle.Modules.Tests.Governance;

/// <summary>The targets that the five documents state, each read against its text: clause, figure, unit, what it is counted on, day and bound.</summary>
public class TargetTests
{
    private static readonly Lazy<Dictionary<string, DocumentTarget>> Targets = new(() => TargetFile.Read(Repository.PathOf("policies")).ToDictionary(target => target.Id));

    [Theory]
    // 001 一（二）: to 2025 no more than 14.5 per 100 000 and 4 per thousand, 4.5 places per thousand; to 2035 12, 3 and about 8
    [InlineData("cc-maternal-mortality-2025", "001/一（二）", 14.5, "per-100000", "每10万活产", "2025-12-31", "at-most")]
    [InlineData("cc-infant-mortality-2025", "001/一（二）", 4, "per-1000-live-births", "每千活产", "2025-12-31", "at-most")]
    [InlineData("cc-places-2025", "001/一（二）", 4.5, "place/1000", "每千人口", "2025-12-31", "at-least")]
    [InlineData("cc-maternal-mortality-2035", "001/一（二）", 12, "per-100000", "每10万活产", "2035-12-31", "at-most")]
    [InlineData("cc-infant-mortality-2035", "001/一（二）", 3, "per-1000-live-births", "每千活产", "2035-12-31", "at-most")]
    [InlineData("cc-places-2035", "001/一（二）", 8, "place/1000", "每千人口", "2035-12-31", "about")]
    // 001/12: every area from county level upwards has one standard institution; 001/15: trainings every year; the annex has 31 rows; 001/27: three full coverages
    [InlineData("cc-standard-institution-per-county", "001/12", 1, "institution/county", "每个县级以上行政区", null, "at-least")]
    [InlineData("cc-yearly-training", "001/15", 1, "session/year", "每年", null, "at-least")]
    [InlineData("cc-tasks-closed", "001/28", 31, "item", "分工表全部任务", null, null)]
    [InlineData("three-guarantees-missing", "001/27", 0, "family", "全部特殊家庭", null, "at-most")]
    // 000: one 暖心家园 a county, striven for; tutoring at most 10 % up; custom pilots; provisions cleared; a case for every high-risk pregnancy
    [InlineData("jl-warm-homes", "000/二（二十）", 1, "institution/county", "每个县（市、区）", null, "at-least")]
    [InlineData("jl-tutoring-margin", "000/二（十五）", 10, "percent", "市州定的收费标准", null, "at-most")]
    [InlineData("jl-publicity-days", "000/二（十八）", 3, "day/year", "每年", null, null)]
    [InlineData("jl-national-custom-pilot", "000/二（十八）", 1, "item", "全省", null, null)]
    [InlineData("jl-provincial-custom-pilots", "000/二（十八）", 11, "item", "全省", null, null)]
    [InlineData("open-restrictive-provisions", "000/二（一）", 0, "item", "全部制约规定", null, "at-most")]
    [InlineData("high-risk-cases-open", "000/二（二）", 100, "percent", "全部高危孕产妇", null, "at-least")]
    // 002 一-2: 4.5 places, 60 % and more of them affordable, to 2025; 002/6 and 002/10: institutions; 002/4: somebody in every village
    [InlineData("sx-places-2025", "002/一-2", 4.5, "place/1000", "每千人口", "2025-12-31", null)]
    [InlineData("sx-affordable-share-2025", "002/一-2", 60, "percent", "全部托位", "2025-12-31", "at-least")]
    [InlineData("sx-standard-institution", "002/6", 1, "institution/area", "每个市、县", null, "at-least")]
    [InlineData("sx-city-grade", "002/6", 3, "grade", "市级妇幼保健院", null, null)]
    [InlineData("sx-county-grade", "002/6", 2, "grade", "县级妇幼保健院", null, null)]
    [InlineData("sx-childcare-centre-per-city", "002/10", 1, "institution/city", "每个市", "2025-12-31", "at-least")]
    [InlineData("sx-public-institution-per-county", "002/10", 1, "institution/county", "每个县（市、区）", "2025-12-31", "at-least")]
    [InlineData("sx-village-person", "002/4", 1, "person/village", "每个村（社区）", null, "at-least")]
    // 003（一）（二）（五）: one standard institution each, about 10 centres in 十四五, plans of all cities in 2022
    [InlineData("cn-standard-institution", "003/（一）", 1, "institution/area", "省、市、县各", null, null)]
    [InlineData("cn-paediatric-centres-2025", "003/（二）", 10, "institution", "全国", "2025-12-31", "about")]
    [InlineData("cn-city-plans-2022", "003/（五）", 1, "plan/city", "每个地市", "2022-12-31", "at-least")]
    // 004（八）（十四）（十五）（三）: a centre a city and a public institution a county by 2025; 8 bases and more, all trained within 3 years of 28 February 2024; checks; pilots
    [InlineData("gs-childcare-centre-per-city", "004/（八）", 1, "institution/city", "每个市州和兰州新区", "2025-12-31", "at-least")]
    [InlineData("gs-public-institution-per-county", "004/（八）", 1, "institution/county", "每个县（市、区）", "2025-12-31", "at-least")]
    [InlineData("gs-training-bases", "004/（十四）", 8, "institution", "全省", null, "at-least")]
    [InlineData("gs-staff-trained", "004/（十四）", 100, "percent", "全部托育从业人员", "2027-02-28", "at-least")]
    [InlineData("gs-quarterly-spot-checks", "004/（十五）", 4, "time/year", "每年", null, "at-least")]
    [InlineData("gs-half-yearly-inspections", "004/（十五）", 2, "time/year", "每年", null, "at-least")]
    [InlineData("gs-pilot-areas", "004/（三）", 3, "area", "全省", null, null)]
    public void A_target_stands_as_its_clause_states_it(string id, string clause, double value, string unit, string on, string? date, string? bound)
    {
        var target = Targets.Value[id];
        Assert.Equal((clause, (decimal)value, unit, on, date, bound), (target.Clauses[0], target.Value, target.Unit, target.Base?.Zh, target.Date, target.Bound));
        Assert.NotEqual(unit, UnitText.Of(unit));   // a reader is not shown the name of a unit in the data
        Assert.NotEqual(target.Base!.Value.Zh, target.Base.Value.En);
    }

    [Theory]
    [InlineData("cc-report-due", "001/31", "11-30")]   // 每年11月底前
    [InlineData("sx-report-due", "002/三（六）", "12-31")]   // 每年年底前
    public void A_yearly_day_has_no_year(string id, string clause, string day) => Assert.Equal((clause, day), (Targets.Value[id].Clauses[0], Targets.Value[id].Date));

    [Theory]
    [InlineData("jl-places-per-thousand", "000/二（八）")]
    [InlineData("sx-sex-ratio-at-birth", "002/一-2")]
    [InlineData("sx-maternal-mortality", "002/6")]
    [InlineData("sx-nursery-class-share", "002/12")]
    public void What_a_text_leaves_open_has_no_figure(string id, string clause) => Assert.Equal((clause, null, "not-set"), (Targets.Value[id].Clauses[0], Targets.Value[id].Value, Targets.Value[id].Bound));

    [Fact]
    public void Every_target_is_pinned_here_and_lies_in_a_clause_of_its_document()
    {
        var pinned = typeof(TargetTests).GetMethod(nameof(A_target_stands_as_its_clause_states_it))!.GetCustomAttributesData().Where(data => data.AttributeType == typeof(InlineDataAttribute))
            .Select(data => ((IReadOnlyList<System.Reflection.CustomAttributeTypedArgument>)data.ConstructorArguments[0].Value!)[0].Value).ToHashSet();
        Assert.All(Targets.Value.Values.Where(target => target.Value is not null), target => Assert.Contains(target.Id, pinned));
        var documents = PackLoader.Load(Repository.PathOf("policies")).Documents;
        Assert.All(Targets.Value.Values.SelectMany(target => target.Clauses).Select(Citation.Parse), citation => Assert.Contains(documents[citation.Document].Clauses, clause => clause.Citation.Clause == citation.Clause));
    }
}
