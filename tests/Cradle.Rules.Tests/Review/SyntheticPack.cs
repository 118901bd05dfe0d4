using Cradle.Rules.Packs;
using Cradle.Rules.Review;
using Cradle.Rules.Syntax;

namespace Cradle.Rules.Tests.Review;

/// <summary>
/// A small policies folder without a single finding, written to a temporary place; a test breaks one thing in it and looks for one finding.
/// </summary>
internal sealed class SyntheticPack : IDisposable
{
    public const string NationLeave = "00-national/leave/maternity-leave.yaml";
    public const string NationLeaveCases = "00-national/leave/maternity-leave.cases.yaml";
    public const string JilinLeave = "22-jilin/leave/maternity-leave.yaml";
    public const string JilinFloat = "22-jilin/school/tutoring-float.yaml";

    public static readonly DateOnly Today = new(2026, 3, 1);

    private static readonly string Catalogue = string.Join(", ", Enumerable.Range(1, 256).Select(number => $"E{number:000}"));

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cradle-pack-");

    public SyntheticPack()
    {
        Write("vocabulary.yaml", """
            enumerations:
              employment:
                employed: {zh: 在单位上班, en: employed}
                flexible: {zh: 灵活就业, en: flexibly employed}
                none: {zh: 没有工作, en: not working}
            facts:
              - {path: family.residence, type: division, label: {zh: 常住地, en: residence}}
              - {path: parent.employment, type: enum employment, label: {zh: 就业情况, en: employment}}
              - {path: parent.employer_division, type: division, label: {zh: 单位所在地, en: employer's place}}
              - {path: child.birth_date, type: date, label: {zh: 出生日期, en: birth date}}
              - {path: child.registered, type: bool, label: {zh: 已办生育登记, en: birth registered}}
            definitions:
              - {name: child.under_three, value: "as_of < anniversary(child.birth_date, 3 years)", label: {zh: 未满3周岁, en: under three}}
            """);
        Write("documents/000.yaml", Document("000", "22", "in_force", "二（十二）", "二（十五）"));
        Write("documents/001.yaml", Document("001", "2201", "draft", "三（一）"));
        Write("documents/004.yaml", Document("004", "62", "in_force", "五"));
        Write("documents/005.yaml", Document("005", "2201", "in_force", "二"));
        Write("documents/norms.yaml", """
            norms:
              - id: female-workers-2012
                title: {zh: 女职工劳动保护特别规定, en: Special rules on the protection of women employees}
                articles:
                  - {no: "7", says: {zh: 产假98天。, en: 98 days.}}
            """);
        Write("coverage.yaml", """
            services:
              - {id: desk, label: {zh: 窗口, en: Desk}, system: S71, status: live}
              - {id: later, label: {zh: 以后, en: Later}, system: S72, status: planned}
            clauses:
              001/三（一）: {services: [desk]}
              004/五: {services: [later]}
              005/二: {services: [later]}
            """);
        Write(NationLeave, $$"""
            quantity: maternity-leave
            label: {zh: 产假, en: Maternity leave}
            about: {zh: 生育的休假。, en: Leave around childbirth.}
            kind: leave
            beneficiary: mother
            for: birth
            unit: day
            merge: floor
            competence: [nation, province]
            region: mother.employer_division
            anchor: child.birth_date
            handler: employer
            systems: [S11]
            rules:
              - id: cn.maternity-leave
                cites: [norms/female-workers-2012/7]
                catalogue: [{{Catalogue}}]
                strength: must
                in-force: {from: 2012-04-28}
                when: mother.employment = employed
                value: 98 days
            """);
        Write(NationLeaveCases, Cases(2));
        Write(JilinLeave, """
            quantity: maternity-leave
            rules:
              - id: jl.maternity-leave
                replaces: [cn.maternity-leave]
                cites: [000/二（十二）]
                strength: must
                in-force: {from: 2021-09-28}
                when: mother.employment = employed and child.registered
                value: 180 days
            """);
        Write("22-jilin/leave/maternity-leave.cases.yaml", Cases(2));
        Write(JilinFloat, Quantity("tutoring-float", "percent", "cap", """
              - id: jl.tutoring-float
                cites: [000/二（十五）]
                strength: must
                value: 10%
            """));
        Write("22-jilin/school/tutoring-float.cases.yaml", Cases(2));
    }

    /// <summary>A quantity of the family with the given rules, as yaml text.</summary>
    public static string Quantity(string id, string unit, string merge, string rules, string competence = "[nation, province, city]", string instance = "family", string anchor = "as_of") => $$"""
        quantity: {{id}}
        label: {zh: 某项, en: Something}
        about: {zh: 某项支持。, en: Some support.}
        kind: support
        beneficiary: family
        for: {{instance}}
        unit: {{unit}}
        merge: {{merge}}
        competence: {{competence}}
        region: family.residence
        anchor: {{anchor}}
        handler: education
        systems: [S35]
        rules:
        """ + "\n" + rules.ReplaceLineEndings("\n");

    /// <summary>Worked cases that no check reads beyond their number.</summary>
    public static string Cases(int count) => "cases:\n" + string.Concat(Enumerable.Range(1, count).Select(number => $$"""
          - name: 第{{number}}种情形
            family: {asOf: 2026-03-01}
            expect: [{none: true}]

        """));

    public void Write(string file, string text)
    {
        var path = Path.Combine(_folder.FullName, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    public void Replace(string file, string old, string @new)
    {
        var path = Path.Combine(_folder.FullName, file);
        var text = File.ReadAllText(path);
        Assert.Contains(old, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(old, @new, StringComparison.Ordinal));
    }

    public PolicyPack Load() => PackLoader.Load(_folder.FullName);

    public ReviewReport Review() => PolicyReview.Check(Load(), Today);

    /// <summary>The only finding of a code; every other finding must be of the codes that come with it.</summary>
    public Diagnostic Single(string code, params string[] companions)
    {
        var findings = Review().Diagnostics;
        Assert.All(findings, finding => Assert.Contains(finding.Code, companions.Append(code)));
        return Assert.Single(findings, finding => finding.Code == code);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static string Document(string id, string division, string standing, params string[] clauses) => $$"""
        document: "{{id}}"
        short: {zh: 文件{{id}}, en: Document {{id}}}
        title: {zh: 文件{{id}}, en: Document {{id}}}
        division: "{{division}}"
        standing: {{standing}}
        clauses:

        """ + string.Concat(clauses.Select(clause => $"  - {{no: {clause}, title: {{zh: 条文, en: Clause}}}}\n"));
}
