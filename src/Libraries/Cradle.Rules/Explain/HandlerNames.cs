using System.Collections.Frozen;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Explain;

/// <summary>What the offices and institutions that handle an outcome are called.</summary>
public static class HandlerNames
{
    private static readonly FrozenDictionary<string, Bilingual> Names = new Dictionary<string, Bilingual>
    {
        ["employer"] = new("用人单位", "employer"),
        ["health_department"] = new("卫生健康部门", "health department"),
        ["medical_insurance"] = new("医保部门", "medical insurance office"),
        ["human_resources"] = new("人力资源社会保障部门", "human resources department"),
        ["tax"] = new("税务部门", "tax office"),
        ["housing"] = new("住房部门", "housing department"),
        ["provident_fund"] = new("公积金中心", "provident fund centre"),
        ["education"] = new("教育部门", "education department"),
        ["civil_affairs"] = new("民政部门", "civil affairs department"),
        ["police"] = new("公安部门", "police"),
        ["hospital"] = new("医院", "hospital"),
        ["primary_care"] = new("社区卫生服务中心、乡镇卫生院", "community or township health centre"),
        ["bank"] = new("银行", "bank"),
        ["insurer"] = new("保险公司", "insurance company"),
        ["union"] = new("工会", "trade union"),
        ["finance"] = new("财政部门", "finance department"),
        ["natural_resources"] = new("自然资源部门", "natural resources department"),
        ["kindergarten"] = new("幼儿园", "kindergarten"),
        ["childcare_institution"] = new("托育机构", "childcare institution"),
        ["court"] = new("法院", "court"),
        ["procuratorate"] = new("检察院", "procuratorate"),
        ["social_organisation"] = new("社会组织", "social organisation"),
        ["market_supervision"] = new("市场监管部门", "market supervision"),
    }.ToFrozenDictionary();

    /// <summary>The name of a handler as the packs write it; the word itself where it has no name.</summary>
    public static Bilingual Of(string handler) => Names.GetValueOrDefault(handler, new Bilingual(handler, handler));
}
