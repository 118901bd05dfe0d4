using System.Globalization;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Rehearsal;

/// <summary>Lays a report out as tables.</summary>
/// <param name="report">The report.</param>
/// <param name="language">The language of what stands in the rows.</param>
/// <param name="nameOf">The name of a division by code; null where it is not on file.</param>
public sealed class ReportTables(RehearsalReport report, Language language, Func<long, string?> nameOf)
{
    private static readonly Bilingual Year = new("年度", "year");
    private static readonly Bilingual Quantity = new("项目", "quantity");
    private static readonly Bilingual Unit = new("单位", "unit");
    private static readonly Bilingual[] Sums =
    [
        new("现在：应付", "now: due"), new("现在：可给", "now: offered"), new("改后：应付", "after: due"), new("改后：可给", "after: offered"), new("变化", "change"),
        new("现在：缺事实，至少", "now: unknown, least"), new("现在：缺事实，至多", "now: unknown, most"), new("改后：缺事实，至少", "after: unknown, least"), new("改后：缺事实，至多", "after: unknown, most"),
        new("现在：得到的", "now: recipients"), new("改后：得到的", "after: recipients"), new("改后：缺事实的", "after: unknown"), new("改后：无法估上限的", "after: unbounded"), new("改后：规则冲突的", "after: conflicts"),
    ];

    /// <summary>All tables, those without rows left out.</summary>
    public IReadOnlyList<ReportTable> All() => [.. new[] { Cost(), Quantities(), Rules(), Divisions(), BirthOrders(), Families(), Distribution(), Statuses(), Conflicts(), Cases() }.Where(table => table.Rows.Count > 0)];

    /// <summary>All cash by year.</summary>
    public ReportTable Cost() => new("cost", new Bilingual("每年花费（元）", "Cost a year (yuan)"), [Year, new("起", "from"), new("止", "until"), new("推算的出生", "projected births"), .. Sums],
        [.. report.Years.Select(year => Row([Text(year.Number), Text(year.From), Text(year.Until), Text(year.Births)], year.Cost, isMoney: true))]);

    /// <summary>Every quantity by year.</summary>
    public ReportTable Quantities() => new("quantities", new Bilingual("按项目", "By quantity"), [Year, Quantity, new("编号", "id"), Unit, new("改革涉及", "touched"), .. Sums],
        [.. report.Years.SelectMany(year => year.Quantities.Select(item => Row([Text(year.Number), .. Named(item), YesNo(item.Quantity.IsTouched)], item.Whole, IsMoney(item))))]);

    /// <summary>By rule and clause.</summary>
    public ReportTable Rules() => new("clauses", new Bilingual("按条款", "By clause"), [Year, Quantity, new("编号", "id"), Unit, new("规则", "rule"), new("依据", "clause"), .. Sums],
        [.. report.Years.SelectMany(year => year.Quantities.SelectMany(item => item.Rules.Where(line => IsTold(line)).Select(line => Row(
            [Text(year.Number), .. Named(item), report.Rules[line.Key].Id, string.Join(' ', report.Rules[line.Key].Cites)], line, IsMoney(item)))))]);

    /// <summary>Cash by place, and touched quantities by place.</summary>
    public ReportTable Divisions() => Split("divisions", new Bilingual("按地区", "By division"), new Bilingual("地区", "division"), Place, year => year.Divisions, item => item.Divisions);

    /// <summary>Cash by birth order, and touched quantities by birth order.</summary>
    public ReportTable BirthOrders() => Split("birth-orders", new Bilingual("按孩次", "By birth order"), new Bilingual("孩次", "birth order"), Order, year => year.BirthOrders, item => item.BirthOrders);

    /// <summary>Families that gain, lose and stay.</summary>
    public ReportTable Families() => new("families", new Bilingual("受影响的家庭", "Families affected"),
        [Year, Quantity, Unit, new("增加", "gain"), new("减少", "lose"), new("不变", "stay"), new("说不准", "cannot be said"), new("增加的中位数", "median gain"), new("减少的中位数", "median loss"), new("中位数误差不超过", "medians within")],
        [.. report.Years.SelectMany(year => year.Families.Select(item => (IReadOnlyList<string>)[Text(year.Number), MeasureName(item), MeasureUnit(item), Text(item.Gain), Text(item.Lose), Text(item.Stay), Text(item.Undecided),
            Amount(item.MedianGain, item), Amount(item.MedianLoss, item), item.Resolution == 0 ? "0" : Amount(item.Resolution, item)]))]);

    /// <summary>The distribution of gains and losses.</summary>
    public ReportTable Distribution() => new("distribution", new Bilingual("每家变化的分布", "Distribution of change a family"), [Year, Quantity, Unit, new("从", "from"), new("到", "to"), new("家庭", "families")],
        [.. report.Years.SelectMany(year => year.Families.SelectMany(item => item.Bins.Select(bin => (IReadOnlyList<string>)[Text(year.Number), MeasureName(item), MeasureUnit(item), Amount(bin.From, item), Amount(bin.Until, item), Text(bin.Families)])))]);

    /// <summary>Statuses that change.</summary>
    public ReportTable Statuses() => new("statuses", new Bilingual("资格变化（每年最后一天）", "Statuses that change (last day of each year)"), [Year, Quantity, new("现在", "now"), new("改后", "after"), new("人次", "instances")],
        [.. report.Years.SelectMany(year => year.Transitions.Select(item => (IReadOnlyList<string>)[Text(year.Number), item.Quantity.Label.In(language), Status(item.Now), Status(item.After), Text(item.Instances)]))]);

    /// <summary>Examples of new conflicts.</summary>
    public ReportTable Conflicts() => new("conflicts", new Bilingual("新出现的规则冲突（举例）", "New conflicts (examples)"), [new("家庭", "family"), new("谁", "who"), new("日期", "day"), new("规则", "rules")],
        [.. report.NewConflicts.Select(item => (IReadOnlyList<string>)[item.Id, item.Instance, Text(item.Day), string.Join(' ', item.Rules)])]);

    /// <summary>Worked cases that would answer otherwise.</summary>
    public ReportTable Cases() => new("cases", new Bilingual("结果会变的示例", "Worked cases that change"), [Quantity, new("示例", "case"), new("文件", "file"), new("现在", "now"), new("改后", "after")],
        [.. report.Cases.Select(item => (IReadOnlyList<string>)[item.Case.Quantity, item.Case.Name, $"{item.Case.Position.File}:{item.Case.Position.Line}", Answer(item.Now), Answer(item.After)])]);

    private ReportTable Split(string id, Bilingual title, Bilingual head, Func<long, string> name, Func<YearReport, IReadOnlyList<RehearsalLine>> cash, Func<QuantityReport, IReadOnlyList<RehearsalLine>> parts) =>
        new(id, title, [Year, Quantity, Unit, head, .. Sums],
            [.. report.Years.SelectMany(year => cash(year).Where(IsTold).Select(line => Row([Text(year.Number), AllCash, Yuan, name(line.Key)], line, isMoney: true))
                .Concat(year.Quantities.Where(item => item.Quantity.IsTouched).SelectMany(item => parts(item).Where(IsTold).Select(line =>
                    Row([Text(year.Number), item.Quantity.Header.Label.In(language), UnitOf(item.Quantity.Header), name(line.Key)], line, IsMoney(item))))))]);

    private string AllCash => language == Language.English ? "all payments" : "全部补助";

    private string Yuan => language == Language.English ? "yuan" : "元";

    private IReadOnlyList<string> Named(QuantityReport item) => [item.Quantity.Header.Label.In(language), item.Quantity.Header.Id, UnitOf(item.Quantity.Header)];

    private static IReadOnlyList<string> Row(IReadOnlyList<string> heads, RehearsalLine line, bool isMoney)
    {
        string Sum(long value) => isMoney ? ValueFormat.Text(value, Binding.RuleType.Money(Binding.MoneyPeriod.Once)) : Text(value);
        var (now, after) = (line.Now, line.After);
        return [.. heads, Sum(now.Due), Sum(now.Offered), Sum(after.Due), Sum(after.Offered), Sum(line.Change), Sum(now.UnknownLow), Sum(now.UnknownHigh), Sum(after.UnknownLow), Sum(after.UnknownHigh),
            Text(now.Recipients), Text(after.Recipients), Text(after.Unknown), Text(after.Unbounded), Text(after.Conflicts)];
    }

    private static bool IsTold(RehearsalLine line) => line.Now != line.After || line.Now.Amount != 0 || line.Now.Unknown != 0 || line.Now.Conflicts != 0;

    private static bool IsMoney(QuantityReport item) => item.Quantity.Header.ValueType?.Kind == Binding.ValueKind.Money;

    private static bool IsMoney(FamilyReport item) => item.Quantity is null || item.Quantity.ValueType?.Kind == Binding.ValueKind.Money;

    private string MeasureName(FamilyReport item) => item.Quantity?.Label.In(language) ?? AllCash;

    private string MeasureUnit(FamilyReport item) => item.Quantity is null ? Yuan : UnitOf(item.Quantity);

    /// <summary>What a year's sum is counted in.</summary>
    private string UnitOf(QuantityHeader header) => header.ValueType?.Kind switch
    {
        Binding.ValueKind.Money => Yuan,
        Binding.ValueKind.Days => language == Language.English ? "days" : "天",
        _ when header.Unit == "hour/day" => language == Language.English ? "hours" : "小时",
        _ => header.Unit,
    };

    private string Place(long code) => code < 0 ? (language == Language.English ? "not known" : "不详") : nameOf(code) ?? Text(code);

    private string Order(long order) => order == 0 ? (language == Language.English ? "no child" : "没有孩子") : Text(order);

    private static string Amount(long? value, FamilyReport item) =>
        value is not { } known ? "" : IsMoney(item) ? ValueFormat.Text(known, Binding.RuleType.Money(Binding.MoneyPeriod.Once)) : Text(known);

    private string Answer(Outcome? outcome) => outcome is null ? Status(null)
        : $"{Status(outcome.Status)}{(outcome.Value is { } value ? $" {ValueFormat.Text(value, outcome)} {outcome.Unit}" : "")}";

    private string Status(OutcomeStatus? status) => (status, language) switch
    {
        (null, Language.Chinese) => "没有这一项",
        (null, _) => "no outcome",
        (_, Language.English) => JsonName(status.Value),
        (OutcomeStatus.Entitled, _) => "有资格",
        (OutcomeStatus.NotEntitled, _) => "没有资格",
        (OutcomeStatus.Unknown, _) => "缺事实",
        (OutcomeStatus.Conflict, _) => "规则冲突",
        (OutcomeStatus.Advisory, _) => "征求意见",
        (OutcomeStatus.NotSet, _) => "数额待定",
        (OutcomeStatus.Programme, _) => "可以给",
        (OutcomeStatus.Ended, _) => "已结束",
        _ => "还没开始",
    };

    private static string JsonName(OutcomeStatus status) => Facts.AnswerWriter.NameOf(status);

    private string YesNo(bool value) => (value, language) switch { (true, Language.Chinese) => "是", (false, Language.Chinese) => "否", (true, _) => "yes", _ => "no" };

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
