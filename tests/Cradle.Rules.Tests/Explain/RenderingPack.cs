using Cradle.Rules.Binding;
using Cradle.Rules.Explain;
using Cradle.Rules.Packs;
using Cradle.Rules.Syntax;

namespace Cradle.Rules.Tests.Explain;

/// <summary>A vocabulary for sentences, and rules written against it.</summary>
public sealed class RenderingPack : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cradle-words-");

    public RenderingPack()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "vocabulary.yaml"), """
            enumerations:
              employment:
                employed: {zh: 在单位上班, en: employed}
                flexible: {zh: 灵活就业, en: flexibly employed}
                student: {zh: 在校学生, en: student}
              medical_insurance:
                employee: {zh: 职工医保, en: employee medical insurance}
                none: {zh: 没有参保, en: not insured}
              area:
                city: {zh: 城市, en: city}
                town: {zh: 镇, en: town}
                rural: {zh: 农村, en: rural}
              hardship:
                orphan: {zh: 孤儿, en: orphan}
                disabled: {zh: 残疾儿童, en: disabled child}
            facts:
              - {path: family.residence, type: division, label: {zh: 家庭常住地, en: usual residence}}
              - {path: family.special_family, type: bool, label: {zh: 计划生育特殊家庭, en: special family}}
              - {path: family.wants_rental, type: bool, label: {zh: 想申请公租房, en: wants public rental housing}}
              - {path: parent.employment, type: enum employment, label: {zh: 就业情况, en: employment}}
              - {path: parent.medical_insurance, type: enum medical_insurance, label: {zh: 医疗保险, en: medical insurance}}
              - {path: parent.owns_home, type: bool, label: {zh: 在缴存城市有自有住房, en: owns a home in the deposit city}}
              - {path: parent.nursing, type: bool, label: {zh: 正在哺乳, en: nursing}}
              - {path: parent.only_child, type: bool, label: {zh: 本人是独生子女, en: is an only child}}
              - {path: parent.average_wage, type: money/month, label: {zh: 单位月平均工资, en: employer's average monthly pay}}
              - {path: parent.unused_days, type: days, label: {zh: 没能休的天数, en: days not taken}}
              - {path: elder.birth_date, type: date, label: {zh: 出生日期, en: birth date}}
              - {path: child.birth_date, type: date, label: {zh: 出生日期, en: birth date}}
              - {path: child.leave_start, type: date, label: {zh: 产假开始日, en: first day of leave}}
              - {path: child.registered, type: bool, label: {zh: 已办生育登记, en: birth registered}}
              - {path: child.difficult_birth, type: bool, label: {zh: 难产, en: difficult birth}}
              - {path: child.birth_order, type: int, label: {zh: 孩次, en: birth order}}
              - {path: child.area, type: enum area, label: {zh: 幼儿园所在地区, en: area of the kindergarten}}
              - {path: child.hardship, type: set hardship, label: {zh: 困难类别, en: hardship groups}}
            definitions:
              - {name: child.under_three, value: "as_of < anniversary(child.birth_date, 3 years)", label: {zh: 未满3周岁, en: under three}}
              - {name: child.age_months, value: "months_old(child.birth_date, as_of)", label: {zh: 月龄, en: age in months}}
            """);
        Vocabulary = PackLoader.Load(_folder.FullName).Vocabulary;
    }

    public Vocabulary Vocabulary { get; }

    public RuleRenderer Chinese => new(Vocabulary, Language.Chinese);

    public RuleRenderer English => new(Vocabulary, Language.English);

    /// <summary>Both sentences of a condition.</summary>
    public (string Zh, string En) Condition(string text, InstanceKind instance = InstanceKind.Child)
    {
        var diagnostics = new DiagnosticBag();
        var expression = ExpressionParser.Parse(text, default, diagnostics)!;
        var condition = new Binder(Vocabulary, diagnostics).BindCondition(expression, BindingScope.Of(instance));
        Assert.Empty(diagnostics);
        return (Chinese.Condition(condition!), English.Condition(condition!));
    }

    /// <summary>Both phrases of a number.</summary>
    public (string Zh, string En) Number(string text, InstanceKind instance = InstanceKind.Child)
    {
        var number = BindNumber(text, instance);
        return (Chinese.Number(number), English.Number(number));
    }

    /// <summary>A number of a child's or parent's quantity in which <c>value</c> is a number of days.</summary>
    public Number BindNumber(string text, InstanceKind instance = InstanceKind.Child)
    {
        var diagnostics = new DiagnosticBag();
        var expression = ExpressionParser.Parse(text, default, diagnostics)!;
        var node = new Binder(Vocabulary, diagnostics).Bind(expression, BindingScope.Of(instance) with { Value = RuleType.Days });
        Assert.Empty(diagnostics);
        return Assert.IsAssignableFrom<Number>(node);
    }

    /// <summary>The one rule of a quantity written to a province's folder.</summary>
    public (Rule Rule, QuantityHeader Header) Rule(string kind, string beneficiary, string unit, string rule, string merge = "floor", string standing = "in_force")
    {
        Write("documents/000.yaml", $$$"""
            document: "000"
            short: {zh: 意见, en: Opinion}
            title: {zh: 意见, en: Opinion}
            division: "22"
            standing: {{{standing}}}
            clauses:
              - {no: 一, title: {zh: 条文, en: Clause}}
            """);
        Write("22-jilin/leave/thing.yaml", $$"""
            quantity: thing
            label: {zh: 产假, en: Maternity leave}
            about: {zh: 某项。, en: Something.}
            kind: {{kind}}
            beneficiary: {{beneficiary}}
            for: birth
            unit: {{unit}}
            merge: {{merge}}
            region: family.residence
            anchor: as_of
            handler: employer
            rules:
              - id: jl.thing
                cites: [000/一]

            """ + string.Concat(rule.ReplaceLineEndings("\n").Split('\n').Select(line => $"    {line}\n")));
        var pack = PackLoader.Load(_folder.FullName);
        Assert.Empty(pack.Diagnostics.Select(finding => finding.ToString()));
        var quantity = Assert.Single(pack.Quantities);
        return (Assert.Single(quantity.Rules), quantity.Header);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private void Write(string file, string text)
    {
        var path = Path.Combine(_folder.FullName, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
