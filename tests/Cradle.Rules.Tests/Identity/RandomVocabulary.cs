namespace Cradle.Rules.Tests.Identity;

/// <summary>The vocabulary of random programs: every type of fact, some with a range, some without.</summary>
internal static class RandomVocabulary
{
    public const string Yaml = """
        enumerations:
          parents:
            both: {zh: 双方, en: both}
            mother_only: {zh: 妈妈, en: mother only}
            father_only: {zh: 爸爸, en: father only}
          employment:
            employed: {zh: 在职, en: employed}
            self_employed: {zh: 个体, en: self-employed}
            none: {zh: 无业, en: not working}
          hardship:
            orphan: {zh: 孤儿, en: orphan}
            disabled: {zh: 残疾, en: disabled}
        facts:
          - {path: family.residence, type: division, label: {zh: 常住地, en: residence}}
          - {path: family.parents, type: enum parents, label: {zh: 父母, en: parents}}
          - {path: family.married, type: bool, label: {zh: 已婚, en: married}}
          - {path: family.tenant, type: bool, label: {zh: 租户, en: tenant}}
          - {path: family.event_date, type: date, label: {zh: 事件日, en: day of the event}}
          - {path: family.visits, type: int, range: [0, 9], label: {zh: 次数, en: visits}}
          - {path: family.income, type: money/month, range: [0 yuan/month, 1000000 yuan/month], label: {zh: 收入, en: income}}
          - {path: parent.employment, type: enum employment, label: {zh: 就业, en: employment}}
          - {path: parent.workplace, type: division, label: {zh: 单位所在地, en: workplace}}
          - {path: parent.birth_date, type: date, label: {zh: 出生日期, en: birth date}}
          - {path: parent.unused_days, type: days, range: [0 days, 366 days], label: {zh: 未休天数, en: unused days}}
          - {path: elder.birth_date, type: date, label: {zh: 老人出生日期, en: elder's birth date}}
          - {path: child.birth_date, type: date, label: {zh: 孩子出生日期, en: child's birth date}}
          - {path: child.registered, type: bool, label: {zh: 已登记, en: registered}}
          - {path: child.birth_order, type: int, range: [1, 20], label: {zh: 孩次, en: birth order}}
          - {path: child.hardship, type: set hardship, label: {zh: 困难, en: hardship}}
        definitions:
          - {name: child.under_three, value: "as_of < anniversary(child.birth_date, 3 years)", label: {zh: 未满三岁, en: under three}}
          - {name: family.child_number, value: "count(c in children)", label: {zh: 孩子数, en: number of children}}
        """;
}
