using Cradle.Platform.Web;

namespace Cradle.Web;

/// <summary>What families come for, by stage. A service becomes live by getting the address of its page.</summary>
public static class ServiceCatalogue
{
    /// <summary>What one reads or reckons here: no services, and not counted as such.</summary>
    public static IReadOnlyList<Service> Tools { get; } =
    [
        new(new("算一算我家的支持", "What are we entitled to?"), new("回答几个问题，得到清单、期限和依据。", "A few questions give a list with times and clauses."), default, "~/entitlements"),
        new(new("查政策文件和条款", "Documents and clauses"), new("每条规则的出处、效力和写法。", "Source, standing and wording of every rule."), default, "~/policy"),
    ];

    public static IReadOnlyList<ServiceGroup> Groups { get; } =
    [
        new("birth", new("怀孕和出生", "Pregnancy and birth"),
        [
            new(new("生育登记", "Childbearing registration"), new("怀孕后或出生前后登记。", "Register the pregnancy or birth."), default, "~/births/registration"),
            new(new("出生一件事", "Newborn, all in one"), new("一张表办出生证、户口、医保、社保卡。", "One form for certificate, household registration, insurance and card."), new("孩子出生的医院，或政务服务大厅的“出生一件事”窗口。", "The hospital of birth or the counter of the government service hall."), "~/births"),
            new(new("孕产保健", "Maternal care"), new("建册、产检、产后访视。", "Records, check-ups, visits after birth."), new("社区卫生服务中心、乡镇卫生院或助产医院。", "The community health centre, township hospital or maternity hospital.")),
        ]),
        new("money", new("津贴和补贴", "Benefits and allowances"),
        [
            new(new("育儿补贴申领", "Child allowance"), new("按孩子申领国家补贴。", "Claim the national allowance for a child."), new("孩子户籍地的街道、乡镇，或国家的育儿补贴系统。", "The township or sub-district of the child's registration, or the national allowance system.")),
            new(new("生育津贴和生育医疗费", "Maternity benefit and medical costs"), new("由生育保险支付。", "Paid by maternity insurance."), new("先问单位人事，或参保地的医保经办机构。", "Your employer first, or the medical insurance office where you are insured.")),
            new(new("特殊家庭扶助", "Support for bereaved families"), new("扶助金、照护和联系人。", "Assistance, care and contacts."), new("街道、乡镇的卫生健康窗口。", "The health counter of the township or sub-district.")),
        ]),
        new("care", new("带孩子", "Childcare"),
        [
            new(new("找托育", "Find childcare"), new("附近的机构、托位和收费。", "Institutions, places and fees nearby."), new("县、区卫生健康部门。", "The county health department.")),
            new(new("托育机构备案", "Childcare filing"), new("给办机构的单位用。", "For institutions."), new("县、区卫生健康部门。", "The county health department.")),
        ]),
        new("home", new("住房", "Housing"),
        [
            new(new("公租房申请和调换", "Public rental housing"), new("申请、选房、换房。", "Apply, choose, exchange."), new("街道、乡镇，或住房保障部门。", "The sub-district, or the housing department.")),
            new(new("公积金贷款和提取", "Provident fund"), new("多子女家庭的贷款和租房提取。", "Loans and rent for families with several children."), new("住房公积金管理中心。", "The housing provident fund centre.")),
        ]),
        new("work", new("休假和维权", "Leave and rights"),
        [
            new(new("休假权益投诉", "Complaint about leave"), new("单位不给假、少发工资。", "The employer refuses leave or pay."), new("先和单位协商，再打 12333 或 12345。", "Talk to the employer, then call 12333 or 12345.")),
            new(new("收费投诉", "Complaint about fees"), new("园费、课后服务、培训收费。", "Kindergarten, after-school and tutoring fees."), new("打 12315 或 12345。", "Call 12315 or 12345.")),
        ]),
    ];
}
