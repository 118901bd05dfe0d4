using Cradle.Rules.Evaluation;
using Cradle.Rules.Packs;

namespace Cradle.Cli.Entitlements;

/// <summary>What the groups of the printed answer are called.</summary>
internal static class GroupTitles
{
    public static string Of(OutcomeGroup group, Language language) => (group switch
    {
        OutcomeGroup.Entitled => new Bilingual("现在可以享受", "Due now"),
        OutcomeGroup.Coming => new Bilingual("以后可以享受", "Due later"),
        OutcomeGroup.Unknown => new Bilingual("还差信息", "Facts are missing"),
        OutcomeGroup.Conflict => new Bilingual("规定不一致", "Rules differ"),
        OutcomeGroup.Draft => new Bilingual("征求意见稿里的，只作参考", "From a draft, advisory only"),
        OutcomeGroup.NotSet => new Bilingual("数额由当地定，这里还没有", "Figure left to the locality, none on file"),
        OutcomeGroup.Programme => new Bilingual("支持项目，不是个人权利", "Programmes, no personal claim"),
        OutcomeGroup.Unlikely => new Bilingual("要看少见的情况", "Only in rare circumstances"),
        OutcomeGroup.Others => new Bilingual("单位、机构和政府要做的", "What employers, institutions and governments owe"),
        OutcomeGroup.Ended => new Bilingual("已经结束", "Over"),
        _ => new Bilingual("不适用", "Does not apply"),
    }).In(language);
}
